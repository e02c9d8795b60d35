/**
 * Queues (队列) at the hub's edge: what they are called, what a message on them may be, and the way to a factory's own queue.
 * In: JMS messages. Out: bytes with who sent them, and deliveries. Refuses to know: rooms, routes.
 * Allowed neighbours: canon.
 */
@NullMarked
package org.tongqu.connectors.jms;

import org.jspecify.annotations.NullMarked;
