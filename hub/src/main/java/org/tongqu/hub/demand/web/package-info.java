/**
 * What the room demand (询厂) shows over HTTP.
 * In: requests of proved senders. Out: JSON. Refuses to know: SQL.
 * Allowed neighbours: its own room's door and those below it.
 */
@NullMarked
package org.tongqu.hub.demand.web;

import org.jspecify.annotations.NullMarked;
