package org.tongqu.hub.journal;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.OutboxPages;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** 停放: what stands still until a person says so, messages in and parcels out in one list, the newest first. */
@Component
public final class ParkedBook {
    /** What may be put back: parked in or out, or turned away by the partner it went to. */
    public static final List<String> STATES = List.of("PARKED", "REJECTED");

    /** No act is larger; who has more asks again, and sees meanwhile what the first did. */
    public static final int MOST = 10_000;

    private final ParkedStore store;
    private final JournalPagesStore journal;
    private final OutboxPages outbox;
    private final Wall wall;

    ParkedBook(ParkedStore store, JournalPagesStore journal, OutboxPages outbox, Wall wall) {
        this.store = store;
        this.journal = journal;
        this.outbox = outbox;
        this.wall = wall;
    }

    public Slice<Standing> list(Sender sender, Sought sought, Window window) {
        return wall.read(Scope.of(sender), () -> {
            Stream<Standing> in = sought.asksIn() ? arrived(sought, window) : Stream.of();
            Stream<Standing> out = sought.asksOut() ? leaving(sender, sought, window) : Stream.of();
            List<Standing> both = Stream.concat(in, out)
                    .sorted(Comparator.comparing(Standing::id).reversed())
                    .limit(window.oneMore())
                    .toList();
            return Slice.of(both, window, Standing::id);
        });
    }

    private Stream<Standing> arrived(Sought sought, Window window) {
        List<Standing> bare = store.standing(sought, window);
        var keys = journal.keys(bare.stream().map(Standing::id).toList());
        return bare.stream().map(each -> each.with(keys.getOrDefault(each.id(), List.of())));
    }

    private Stream<Standing> leaving(Sender sender, Sought sought, Window window) {
        return outbox.items(sender, sought.leaving(), window).stream().map(ParkedBook::standing);
    }

    private static Standing standing(OutboxPages.Item item) {
        return new Standing(
                item.id(),
                "OUT",
                item.kind(),
                item.partner(),
                null,
                null,
                item.state(),
                item.settledAt() == null ? item.createdAt() : item.settledAt(),
                item.fault(),
                Outbound.reason(item),
                item.attempts(),
                Outbound.keys(item));
    }

    /** Ids of all that is looked for, the oldest first; {@link #MOST} and one more where there are more. */
    public List<String> ids(Sender sender, Sought sought) {
        return wall.read(Scope.of(sender), () -> {
            List<String> in = sought.asksIn() ? store.ids(sought, MOST + 1) : List.of();
            List<String> out = sought.asksOut() ? outbox.ids(sender, sought.leaving(), MOST + 1) : List.of();
            return Stream.concat(in.stream(), out.stream())
                    .sorted()
                    .limit(MOST + 1L)
                    .toList();
        });
    }

    /**
     * What is looked for; absent means any.
     *
     * @param state one of {@link #STATES}
     * @param direction IN or OUT
     * @param fault SENDER, PARTNER or HUB
     * @param key a business key, or an id
     */
    public record Sought(
            String state,
            @Nullable String direction,
            @Nullable String fault,
            @Nullable String kind,
            @Nullable String partner,
            @Nullable String key) {
        /** What arrives is never turned away by a partner. */
        boolean asksIn() {
            return !"OUT".equals(direction) && state.equals("PARKED");
        }

        boolean asksOut() {
            return !"IN".equals(direction);
        }

        OutboxPages.Sought leaving() {
            return new OutboxPages.Sought(key, state, partner, kind, fault);
        }
    }

    /**
     * One that stands still.
     *
     * @param name of a file
     * @param since when it was parked or turned away
     * @param reason of the last try
     * @param keys by which people know it
     */
    public record Standing(
            String id,
            String direction,
            String kind,
            @Nullable String partner,
            @Nullable String login,
            @Nullable String name,
            String state,
            OffsetDateTime since,
            @Nullable String fault,
            JournalPages.@Nullable Reason reason,
            int tries,
            List<JournalPages.Key> keys) {
        Standing with(List<JournalPages.Key> known) {
            return new Standing(id, direction, kind, partner, login, name, state, since, fault, reason, tries, known);
        }
    }
}
