/**
 * The node's own store (待传箱): what was taken, numbered and chained, until the hub has given its receipt, and after.
 * In: visits read and found right. Out: the next call of the line. Refuses to know: carriers, HTTP, folders.
 * Allowed neighbours: canon, rest; SQL is spoken nowhere else in the node.
 */
@NullMarked
package org.tongqu.regions.outbox;

import org.jspecify.annotations.NullMarked;
