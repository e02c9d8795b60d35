/**
 * The roads (路由): in, what partners send; out, what the hub sends them. Carries, and decides nothing: every decision is behind a door of canon.
 * Refuses to know: tables, rooms, the meaning of a message. Chinese term: 通路.
 * Allowed neighbours: canon, connectors.
 */
@NullMarked
package org.tongqu.routes;

import org.jspecify.annotations.NullMarked;
