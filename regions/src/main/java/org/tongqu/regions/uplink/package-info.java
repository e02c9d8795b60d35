/**
 * Uplink (上行): what waits goes to the hub in its order, one call at a time, by whichever road is open.
 * In: a signal that something may be waiting. Out: calls and what became of them. Refuses to know: who captured what.
 * Allowed neighbours: canon, rest, jms, outbox.
 */
@NullMarked
package org.tongqu.regions.uplink;

import org.jspecify.annotations.NullMarked;
