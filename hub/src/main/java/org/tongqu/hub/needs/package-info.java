/**
 * A customer's need, its parts and its grade with the reason. Refuses to know: which factory answers.
 * In: visits filed, moves of parts. Out: needs raised and graded.
 * Allowed neighbours: platform, people, partners, clocks, journal, matching, customers, visits, sales.
 */
@NullMarked
@ApplicationModule(
        displayName = "needs 需求",
        allowedDependencies = {
            "platform",
            "people",
            "partners",
            "clocks",
            "journal",
            "matching",
            "customers",
            "visits",
            "sales"
        })
package org.tongqu.hub.needs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
