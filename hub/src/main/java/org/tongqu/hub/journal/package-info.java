/**
 * The journal (台账): what arrived, once, with its keys, attempts, refusals and effects; replay; parked messages.
 * In: items and files with their sender. Out: receipts, and calls to the receiver of each kind. Refuses to know: what any message means.
 * Allowed neighbours: platform, people, partners.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "journal 台账",
        allowedDependencies = {"platform", "people", "partners"})
package org.tongqu.hub.journal;

import org.jspecify.annotations.NullMarked;
