/**
 * Support actions (扶植措施) over HTTP.
 * In: requests of signed-in people. Out: pages, JSON as the contract says, problems where it cannot be. Refuses to know: SQL, decisions.
 * Allowed neighbours: the room itself and those below it.
 */
@NullMarked
package org.tongqu.hub.support.web;

import org.jspecify.annotations.NullMarked;
