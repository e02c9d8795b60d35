/**
 * The rivals (对照程序): the same work done plainly, as one would without a hub; short on promises, and a limit for that reason.
 * In: a file or a request. Out: rows in a like schema, or a call. Refuses to know: the hub, the meter.
 * Allowed neighbours: none.
 */
@NullMarked
package org.tongqu.bench.plain;

import org.jspecify.annotations.NullMarked;
