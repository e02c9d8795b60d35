package org.tongqu.hub.platform;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
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

    /** Ids of what is looked for, the oldest first. */
    public List<String> ids(Sender sender, Sought sought, int most) {
        return wall.read(Scope.of(sender), () -> store.ids(sought, most));
    }

    public List<Try> tries(Sender sender, String id) {
        return wall.read(Scope.of(sender), () -> store.tries(id));
    }

    /** What is still on its way, or stuck, in these lanes. */
    public List<Item> openInLanes(Sender sender, List<String> lanes) {
        return lanes.isEmpty() ? List.of() : wall.read(Scope.of(sender), () -> store.openInLanes(lanes));
    }

    /** What waits or stands parked for each partner, by its code; those for whom nothing does are missing. */
    public Map<String, Load> loads(Sender sender) {
        return wall.read(Scope.of(sender), store::loads);
    }

    public long parked(Sender sender) {
        return wall.read(Scope.of(sender), store::parked);
    }

    /** What left for each partner since, and what is still there to leave; partners with neither are not told of. */
    public List<Road> roads(Sender sender, Instant since) {
        return wall.read(Scope.of(sender), () -> store.roads(since));
    }

    /**
     * What is looked for; all absent means everything.
     *
     * @param key an outbox id, the id of the message that caused it, or of the demand that is asked
     * @param fault SENDER, PARTNER or HUB
     */
    public record Sought(
            @Nullable String key,
            @Nullable String state,
            @Nullable String partner,
            @Nullable String kind,
            @Nullable String fault) {}

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

    /**
     * What one partner has not yet taken.
     *
     * @param oldest since when the one that waits longest waits; absent where none does
     * @param failed tries that failed so far of what waits
     */
    public record Load(long waiting, @Nullable OffsetDateTime oldest, long failed, long parked) {}

    /** One try to deliver. */
    public record Try(
            int n,
            OffsetDateTime at,
            String node,
            String outcome,
            long durationMs,
            @Nullable String reason) {}

    /**
     * The way to one partner.
     *
     * @param put written for it in the time looked at
     * @param waiting not yet taken by it, parked ones apart
     * @param oldest since when the first of those waits
     */
    public record Road(
            String partner,
            long put,
            long waiting,
            long parked,
            @Nullable OffsetDateTime oldest) {}
}
