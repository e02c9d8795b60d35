package org.tongqu.hub.platform;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;

/** What leaves the hub, as shown to those who may see it: a partner sees what is addressed to itself. */
@Component
public final class OutboxPages {
    public static final List<String> STATES =
            List.of("WAITING", "CLAIMED", "SENT", "ACKNOWLEDGED", "REJECTED", "PARKED");

    private final OutboxPagesStore store;
    private final Wall wall;

    OutboxPages(OutboxPagesStore store, Wall wall) {
        this.store = store;
        this.wall = wall;
    }

    public Optional<Item> item(Sender sender, String id) {
        return wall.read(Scope.of(sender), () -> store.item(id));
    }

    /** One item more than the window's limit, newest first, so that a caller can tell whether there is a next page. */
    public List<Item> items(Sender sender, Sought sought, Window window) {
        return wall.read(Scope.of(sender), () -> store.items(sought, window));
    }

    public List<Try> tries(Sender sender, String id) {
        return wall.read(Scope.of(sender), () -> store.tries(id));
    }

    /** What is still on its way, or stuck, in these lanes. */
    public List<Item> openInLanes(Sender sender, List<String> lanes) {
        return lanes.isEmpty() ? List.of() : wall.read(Scope.of(sender), () -> store.openInLanes(lanes));
    }

    public long parked(Sender sender) {
        return wall.read(Scope.of(sender), store::parked);
    }

    /**
     * What is looked for; all absent means everything.
     *
     * @param key an outbox id, the id of the message that caused it, or of the demand that is asked
     */
    public record Sought(
            @Nullable String key,
            @Nullable String state,
            @Nullable String partner,
            @Nullable String kind) {}

    /**
     * One outbound item.
     *
     * @param channel by which it was last tried: REST, SOAP, JMS or FILE; absent before, and for what left before this was written down
     * @param causedBy id of the message that made it leave
     * @param nextAttemptAt when it is tried next, while it waits
     */
    public record Item(
            String id,
            String partner,
            String lane,
            String kind,
            @Nullable String channel,
            String state,
            int attempts,
            @Nullable String reason,
            @Nullable String fault,
            @Nullable String causedBy,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime settledAt,
            @Nullable OffsetDateTime nextAttemptAt) {}

    /** One try to deliver. */
    public record Try(
            int n,
            OffsetDateTime at,
            String node,
            String outcome,
            long durationMs,
            @Nullable String reason) {}
}
