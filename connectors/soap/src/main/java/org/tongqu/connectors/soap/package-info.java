/**
 * SOAP as factories speak it (工厂的 SOAP 接口): our WSDL, its faults, and the way to a factory's own SOAP server.
 * In: envelopes. Out: the same documents that REST carries, and deliveries. Refuses to know: rooms, routes.
 * Allowed neighbours: canon.
 */
@NullMarked
package org.tongqu.connectors.soap;

import org.jspecify.annotations.NullMarked;
