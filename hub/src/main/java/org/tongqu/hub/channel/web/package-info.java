/**
 * The channel (渠道) over HTTP: the agents' tree, each agent's page, moves between them.
 * In: requests of signed-in people. Out: pages, JSON as the contract says, problems where it cannot be. Refuses to know: SQL, decisions.
 * Allowed neighbours: the room itself and those below it.
 */
@NullMarked
package org.tongqu.hub.channel.web;

import org.jspecify.annotations.NullMarked;
