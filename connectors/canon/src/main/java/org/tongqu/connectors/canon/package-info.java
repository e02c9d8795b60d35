/**
 * The small language (通用语) that every module speaks: what a sender said, what the hub asks, and the doors between routes and rooms.
 * In: nothing. Out: records that check themselves. Refuses to know: wire formats, tables, Camel, Spring.
 * Allowed neighbours: none.
 */
@NullMarked
package org.tongqu.connectors.canon;

import org.jspecify.annotations.NullMarked;
