package org.tongqu.hub.clocks;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 等待: something that somebody in the house owns until it is over.
 *
 * @param id of what is waited for, the same as long as this wait runs
 * @param needId the need it belongs to; absent where it belongs to none
 * @param what in words, e.g. the summary of the need
 * @param link the page where it is ended
 * @param holder who must move, e.g. the factory's code; empty where it is the owner itself
 * @param owner login of who follows it, or {@link #DESK}; as a room tells it who began it, as {@link Waits} tells it whose it is today
 */
public record Wait(
        Hop hop,
        String id,
        @Nullable String needId,
        String what,
        String link,
        String region,
        String branch,
        String grade,
        @Nullable String productClass,
        String holder,
        @Nullable String owner,
        OffsetDateTime since,
        OffsetDateTime due) {
    /** The owner of what nobody but headquarters' service desk can end. */
    public static final String DESK = "DESK";

    public boolean isOfDesk() {
        return DESK.equals(owner);
    }

    Wait of(String owner) {
        return new Wait(hop, id, needId, what, link, region, branch, grade, productClass, holder, owner, since, due);
    }

    /** A deadline that is moved is a wait of its own. */
    public String cause() {
        return hop + "|" + id + "|" + due.toEpochSecond();
    }
}
