/**
 * Outlets (出站): parcels of the outbox go out to partners, and how each try ended comes back as a value.
 * Refuses to know: why a parcel was sent, and when it is tried again. Chinese term: 出站.
 * Allowed neighbours: canon, connectors, routes.
 */
@NullMarked
package org.tongqu.routes.out;

import org.jspecify.annotations.NullMarked;
