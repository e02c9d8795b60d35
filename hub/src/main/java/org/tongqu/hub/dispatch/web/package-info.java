/**
 * Dispatch (派工) over HTTP: the board of teams and days, one dispatch with its reasons, the technicians.
 * In: requests of signed-in people. Out: pages, JSON as the contract says, problems where it cannot be. Refuses to know: SQL, decisions.
 * Allowed neighbours: the room itself and those below it.
 */
@NullMarked
package org.tongqu.hub.dispatch.web;

import org.jspecify.annotations.NullMarked;
