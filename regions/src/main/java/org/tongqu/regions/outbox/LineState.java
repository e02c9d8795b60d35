package org.tongqu.regions.outbox;

import org.jspecify.annotations.Nullable;

/**
 * Where the branch's line stands, for people.
 *
 * @param completeThrough every number up to this one has the hub's receipt
 * @param waiting taken here and without the hub's receipt
 * @param refused how many the hub refused
 * @param conflict the last time the hub knew another line than the disk, or null
 */
public record LineState(
        String line,
        long last,
        long completeThrough,
        long waiting,
        long refused,
        @Nullable GivenUp conflict) {

    /** @param at first number under which the hub had something else, or which this disk no longer had */
    public record GivenUp(String line, long at, String when, String nextLine) {}
}
