/**
 * The visit handbook and the form a visit is written on: help for each step by product class, in versions.
 * Refuses to know: how a visit is filed once the journal keeps it, what becomes of its needs.
 * In: what a person types after a visit, acts of the desk. Out: visits handed to the journal as REST hands them, and the version each was written on.
 * Allowed neighbours: platform, partners, customers, visits, needs, keeping, service.
 */
@NullMarked
@ApplicationModule(
        displayName = "handbook 拜访手册",
        allowedDependencies = {"platform", "partners", "customers", "visits", "needs", "keeping", "service"})
package org.tongqu.hub.handbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
