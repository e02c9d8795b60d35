/**
 * Coverage (覆盖) over HTTP: the matrix of regions and product classes, and who is away.
 * In: requests of signed-in people. Out: pages, JSON as the contract says, problems where it cannot be. Refuses to know: SQL, decisions.
 * Allowed neighbours: the room itself and those below it.
 */
@NullMarked
package org.tongqu.hub.coverage.web;

import org.jspecify.annotations.NullMarked;
