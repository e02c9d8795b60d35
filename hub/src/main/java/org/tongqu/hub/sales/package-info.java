/**
 * Orders, shipments, payments and agents' reported sales, as facts with their source. Refuses to know: how to book anything.
 * In: order reports, agents' rows. Out: facts, and news of orders.
 * Allowed neighbours: platform, people, partners, journal, matching, customers.
 */
@NullMarked
@ApplicationModule(
        displayName = "sales 销售",
        allowedDependencies = {"platform", "people", "partners", "journal", "matching", "customers"})
package org.tongqu.hub.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
