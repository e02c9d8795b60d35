/**
 * The outside world of the demo group (演示集团), played by a light process of its own that speaks only the real protocols.
 * In: two command lines. Out: factories, branches and agents at work. Refuses to know: the hub's code and tables.
 * Allowed neighbours: its own packages factory, group, trade, line.
 */
@NullMarked
package org.tongqu.demo;

import org.jspecify.annotations.NullMarked;
