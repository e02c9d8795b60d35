/**
 * Capture (采集): visits over REST and from a folder, checked in the hub's own words and acknowledged once they are on disk.
 * In: bytes with a credential, files in {@code in/}. Out: receipts. Refuses to know: the line to the hub.
 * Allowed neighbours: canon, files, rest, outbox.
 */
@NullMarked
package org.tongqu.regions.capture;

import org.jspecify.annotations.NullMarked;
