/**
 * How many orders a second get in (订单入口): over REST and SOAP, beside a bare endpoint with one insert.
 * In: orders from eight callers who each wait for their answer. Out: orders a second, CPU time an order. Refuses to know: what becomes of an order later.
 * Allowed neighbours: measure, stage.
 */
@NullMarked
package org.tongqu.bench.inlets;

import org.jspecify.annotations.NullMarked;
