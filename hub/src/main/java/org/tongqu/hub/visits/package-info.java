/**
 * Visit records in the one standard format. Refuses to know: what becomes of a need.
 * In: visit reports. Out: visits, and news that one was filed.
 * Allowed neighbours: platform, people, partners, journal, matching, customers.
 */
@NullMarked
@ApplicationModule(
        displayName = "visits 拜访",
        allowedDependencies = {"platform", "people", "partners", "journal", "matching", "customers"})
package org.tongqu.hub.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
