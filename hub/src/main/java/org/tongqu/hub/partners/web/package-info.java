/**
 * What the room partners (伙伴) shows over HTTP.
 * In: requests of proved senders. Out: JSON. Refuses to know: SQL.
 * Allowed neighbours: its own room's door, platform.
 */
@NullMarked
package org.tongqu.hub.partners.web;

import org.jspecify.annotations.NullMarked;
