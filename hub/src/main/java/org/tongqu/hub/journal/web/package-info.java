/**
 * Messages (消息) over HTTP: one, many, the raw bytes, and sending a parked one again.
 * In: requests of signed-in senders. Out: JSON as the contract says, problems where it cannot be. Refuses to know: SQL, decisions.
 * Allowed neighbours: the room itself and those below it.
 */
@NullMarked
package org.tongqu.hub.journal.web;

import org.jspecify.annotations.NullMarked;
