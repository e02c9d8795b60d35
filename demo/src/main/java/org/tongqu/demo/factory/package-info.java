/**
 * A factory with a server of its own (模拟工厂): takes demands, acknowledges, quotes or refuses, later reports the order.
 * In: demands over HTTP and a behaviour to play. Out: answers and orders to the hub. Refuses to know: branches, agents.
 * Allowed neighbours: line, trade.
 */
@NullMarked
package org.tongqu.demo.factory;

import org.jspecify.annotations.NullMarked;
