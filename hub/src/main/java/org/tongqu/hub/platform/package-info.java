/**
 * The ground (地基) the rooms stand on: embedded servers, outbox, clock, ids, the security wall.
 * In: settings, work to be done in a scope, things to send. Out: transactions that see only what their scope may. Refuses to know: any room.
 * Allowed neighbours: connectors.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "platform 地基",
        allowedDependencies = {})
package org.tongqu.hub.platform;

import org.jspecify.annotations.NullMarked;
