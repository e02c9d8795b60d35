/**
 * The agents: who stands under whom, what each takes on, whose customer is whose, and what lies between sell-in and sell-through.
 * Refuses to know: whether an agent's word is true.
 * In: acts of the desk, news of customers regrouped. Out: the tree, agents of record and who sees what by them, stock per node.
 * Allowed neighbours: platform, people, partners, journal, matching, customers, sales, visits.
 */
@NullMarked
@ApplicationModule(
        displayName = "channel 渠道",
        allowedDependencies = {"platform", "people", "partners", "journal", "matching", "customers", "sales", "visits"})
package org.tongqu.hub.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
