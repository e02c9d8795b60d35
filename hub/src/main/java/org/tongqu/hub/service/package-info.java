/**
 * Care for what was sold: service cases, the record of each machine, due maintenance, and the next best action per customer.
 * Refuses to know: how a visit is written, what factories answer to needs.
 * In: visits filed, acts of people. Out: cases with their steps, due maintenance, actions with their reasons.
 * Allowed neighbours: platform, people, customers, visits, sales, channel, keeping, dispatch.
 */
@NullMarked
@ApplicationModule(
        displayName = "service 服务",
        allowedDependencies = {"platform", "people", "customers", "visits", "sales", "channel", "keeping", "dispatch"})
package org.tongqu.hub.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
