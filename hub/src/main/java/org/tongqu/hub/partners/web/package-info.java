/** What the room partners shows over HTTP. In: requests of proved senders. Out: JSON and pages. Refuses to know: SQL. Allowed neighbours: its own room's door. */
@NullMarked
package org.tongqu.hub.partners.web;

import org.jspecify.annotations.NullMarked;
