/**
 * Who works here: org tree, users, roles, regions and the provinces they cover. Refuses to know: customers.
 * In: logins, provinces. Out: senders, regions.
 * Allowed neighbours: platform.
 */
@NullMarked
@ApplicationModule(
        displayName = "people 组织与人员",
        allowedDependencies = {"platform"})
package org.tongqu.hub.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
