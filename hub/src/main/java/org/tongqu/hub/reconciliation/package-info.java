/**
 * What an agent says it sold, what the customer says it bought and what the factory shipped, side by side. Refuses to know: whose fault it is before a person says so.
 * In: news of lines, orders, visits and regrouped customers. Out: differences, each with an owner; how far an agent's word holds.
 * Allowed neighbours: platform, people, partners, journal, matching, customers, visits, sales, channel, service.
 */
@NullMarked
@ApplicationModule(
        displayName = "reconciliation 对账",
        allowedDependencies = {
            "platform",
            "people",
            "partners",
            "journal",
            "matching",
            "customers",
            "visits",
            "sales",
            "channel",
            "service"
        })
package org.tongqu.hub.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
