/**
 * JSON in and out (报文读写): what branches and factories post, and the hub's own question to a factory's REST server.
 * In: bytes. Out: canon readings and deliveries. Refuses to know: tables, Camel, Spring, who may send what.
 * Allowed neighbours: canon; no JSON parser is made anywhere else.
 */
@NullMarked
package org.tongqu.connectors.rest;

import org.jspecify.annotations.NullMarked;
