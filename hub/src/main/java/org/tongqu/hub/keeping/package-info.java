/**
 * Who keeps which customer: keepers, visit plans, private notes, and the handover when somebody leaves. Refuses to know: what is asked of
 * factories.
 * In: visits filed, acts of people. Out: keepers, plans, notes, handovers with their counts and gaps.
 * Allowed neighbours: platform, people, partners, clocks, journal, matching, customers, visits, sales, needs, coverage.
 */
@NullMarked
@ApplicationModule(
        displayName = "keeping 负责与交接",
        allowedDependencies = {
            "platform",
            "people",
            "partners",
            "clocks",
            "journal",
            "matching",
            "customers",
            "visits",
            "sales",
            "needs",
            "coverage"
        })
package org.tongqu.hub.keeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
