/**
 * A year of sixty agents (对账的一年) with differences planted in it: what the hub finds, what it misses, what it finds that is not there, and how long
 * one fact takes. In: a seed and how many lines. Out: found, missed, false, times. Refuses to know: how the hub compares.
 * Allowed neighbours: measure, stage.
 */
@NullMarked
package org.tongqu.bench.reconciliation;

import org.jspecify.annotations.NullMarked;
