/**
 * Source records for ever, the golden customer as their grouping, each value with its origin. Refuses to know: visits, orders, needs.
 * In: what sources say. Out: source-record ids, golden records.
 * Allowed neighbours: platform, people, partners, journal, matching.
 */
@NullMarked
@ApplicationModule(
        displayName = "customers 客户",
        allowedDependencies = {"platform", "people", "partners", "journal", "matching"})
package org.tongqu.hub.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
