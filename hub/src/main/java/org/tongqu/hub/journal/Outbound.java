package org.tongqu.hub.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.platform.OutboxPages;

/** An outbound item in the shape of a message, so that one page and one API show both. */
final class Outbound {
    private Outbound() {}

    static JournalPages.MessageLine line(OutboxPages.Item item) {
        return new JournalPages.MessageLine(
                item.id(),
                "OUT",
                item.kind(),
                item.channel(),
                item.partner(),
                null,
                item.createdAt(),
                item.state(),
                null,
                null,
                null,
                parked(item),
                item.fault(),
                keys(item),
                reason(item),
                item.attempts(),
                null,
                item.nextAttemptAt());
    }

    static JournalPages.Message message(OutboxPages.Item item, List<OutboxPages.Try> tries) {
        return new JournalPages.Message(
                item.id(),
                "OUT",
                item.kind(),
                item.channel(),
                item.partner(),
                null,
                item.createdAt(),
                item.state(),
                null,
                null,
                null,
                null,
                parked(item),
                item.fault(),
                keys(item),
                reason(item),
                List.of(),
                List.of(),
                tries.stream().map(Outbound::attempt).toList(),
                null,
                item.causedBy(),
                item.nextAttemptAt());
    }

    private static boolean parked(OutboxPages.Item item) {
        return item.state().equals("PARKED");
    }

    static List<JournalPages.Key> keys(OutboxPages.Item item) {
        return item.lane().isBlank() ? List.of() : List.of(new JournalPages.Key("LANE", item.lane()));
    }

    static JournalPages.@Nullable Reason reason(OutboxPages.Item item) {
        String said = item.reason();
        return said == null ? null : new JournalPages.Reason("NOT_DELIVERED", "未送达：" + said, "Not delivered: " + said);
    }

    private static JournalPages.Attempt attempt(OutboxPages.Try one) {
        return new JournalPages.Attempt(one.n(), one.at(), one.node(), one.outcome(), one.durationMs(), one.reason());
    }
}
