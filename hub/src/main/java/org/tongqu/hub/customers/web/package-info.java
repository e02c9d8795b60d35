/**
 * Customers (客户) over HTTP.
 * In: requests of signed-in senders. Out: JSON as the contract says, problems where it cannot be. Refuses to know: SQL, decisions.
 * Allowed neighbours: the room itself and those below it.
 */
@NullMarked
package org.tongqu.hub.customers.web;

import org.jspecify.annotations.NullMarked;
