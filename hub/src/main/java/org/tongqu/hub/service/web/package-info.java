/**
 * Service (服务) over HTTP: cases, records of machines, due maintenance, next best actions and their rules.
 * In: requests of signed-in people. Out: pages, JSON as the contract says, problems where it cannot be. Refuses to know: SQL, decisions.
 * Allowed neighbours: the room itself and those below it.
 */
@NullMarked
package org.tongqu.hub.service.web;

import org.jspecify.annotations.NullMarked;
