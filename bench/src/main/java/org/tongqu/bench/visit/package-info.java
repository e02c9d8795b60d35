/**
 * From a visit's POST to the call of the factory (拜访到询厂): the times of single messages, beside a bare chain of the same hops.
 * In: visits at a steady rate. Out: p50 and p99. Refuses to know: what lies between.
 * Allowed neighbours: measure, stage.
 */
@NullMarked
package org.tongqu.bench.visit;

import org.jspecify.annotations.NullMarked;
