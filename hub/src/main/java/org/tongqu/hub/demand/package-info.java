/**
 * What is asked of each factory, its acknowledgement, answer and order. Refuses to know: how a factory is reached.
 * In: needs graded, factories' words. Out: demands, and moves of parts.
 * Allowed neighbours: platform, people, partners, clocks, journal, matching, customers, visits, sales, channel, needs.
 */
@NullMarked
@ApplicationModule(
        displayName = "demand 询厂",
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
            "channel",
            "needs"
        })
package org.tongqu.hub.demand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
