/**
 * Clocks (时限) over HTTP: the calendar, the working hours and the rules of how long a hop may take.
 * In: requests of signed-in people. Out: pages, JSON as the contract says, problems where it cannot be. Refuses to know: SQL, decisions.
 * Allowed neighbours: the room itself and those below it.
 */
@NullMarked
package org.tongqu.hub.clocks.web;

import org.jspecify.annotations.NullMarked;
