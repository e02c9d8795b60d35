/**
 * Reminders (提醒) over HTTP: a person's inbox.
 * In: requests of signed-in people. Out: pages, JSON as the contract says, problems where it cannot be. Refuses to know: SQL, decisions.
 * Allowed neighbours: the room itself and those below it.
 */
@NullMarked
package org.tongqu.hub.reminders.web;

import org.jspecify.annotations.NullMarked;
