/**
 * Six factories, six branches and five agents (演示集团) that fill an empty hub and then go on with a day's work.
 * In: the hub's address and a folder. Out: visits, orders and files through the public inlets. Refuses to know: how the hub keeps them.
 * Allowed neighbours: factory, trade, line.
 */
@NullMarked
package org.tongqu.demo.group;

import org.jspecify.annotations.NullMarked;
