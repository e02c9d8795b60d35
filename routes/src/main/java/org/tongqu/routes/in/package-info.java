/**
 * Roads into the hub (进站路由): a request becomes items, the journal's door keeps them, its receipts go back.
 * In: bytes and a sender proved by a credential. Out: answers. Refuses to know: what the items mean, where they are kept.
 * Allowed neighbours: canon, the connectors, the stops.
 */
@NullMarked
package org.tongqu.routes.in;

import org.jspecify.annotations.NullMarked;
