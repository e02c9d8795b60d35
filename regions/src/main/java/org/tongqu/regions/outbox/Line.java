package org.tongqu.regions.outbox;

import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Uplink;

/**
 * One line of the branch, as the node has it.
 *
 * @param base the number before its first
 * @param last highest number given
 * @param settled every number up to this one has the hub's receipt
 */
public record Line(
        String id, Uplink.@Nullable Continued continues, long base, long last, long settled, boolean current) {}
