/**
 * Needs (需求) over HTTP as lists; one need whole is told a floor up, where its demands are known.
 * In: requests of signed-in senders. Out: JSON as the contract says, problems where it cannot be. Refuses to know: SQL, decisions.
 * Allowed neighbours: the room itself and those below it.
 */
@NullMarked
package org.tongqu.hub.needs.web;

import org.jspecify.annotations.NullMarked;
