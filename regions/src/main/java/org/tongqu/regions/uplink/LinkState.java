package org.tongqu.regions.uplink;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;

/**
 * How the link is now.
 *
 * @param heardAt when the hub last answered, in this run
 * @param cutSince since when nobody answers, or null while there is a line
 * @param denied whether the hub refuses this branch, which only a person can mend
 * @param why in words, while it is cut or denied
 */
public record LinkState(
        @Nullable Instant heardAt,
        @Nullable Instant cutSince,
        boolean denied,
        @Nullable Refusal why,
        @Nullable String carrier) {
    static final LinkState UNTRIED = new LinkState(null, null, false, null, null);

    static LinkState heard(Instant now, String carrier) {
        return new LinkState(now, null, false, null, carrier);
    }

    LinkState cut(Instant now, Refusal because) {
        return new LinkState(heardAt, cutSince == null ? now : cutSince, false, because, null);
    }

    LinkState denied(Instant now, Refusal because) {
        return new LinkState(heardAt, cutSince == null ? now : cutSince, true, because, null);
    }
}
