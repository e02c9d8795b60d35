/**
 * Roads out of the hub (出站路由): one for each partner, so that a dead, slow or lying one delays nobody else.
 * In: parcels under lease from the outbox's door. Out: how each try ended. Refuses to know: retries, parking, what a parcel is about.
 * Allowed neighbours: canon, the connectors, the stops.
 */
@NullMarked
package org.tongqu.routes.out;

import org.jspecify.annotations.NullMarked;
