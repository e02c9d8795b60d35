package org.tongqu.hub.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.SheetColumns;
import org.tongqu.hub.partners.OwnColumns;
import org.tongqu.hub.platform.OutboxPages;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** Messages as shown: what arrived and what leaves side by side, each with what it said, changed and suffered. */
@Component
public final class JournalPages {
    /** Words a message's state can be: progress while it is worked on, then outcome, PARKED where it stands still. */
    public static final List<String> INBOUND_STATES =
            List.of("RECEIVED", "UNDERSTOOD", "APPLIED", "TAKEN", "PARTLY", "REFUSED", "DUPLICATE", "PARKED");

    public static final List<String> STATES = Stream.concat(INBOUND_STATES.stream(), OutboxPages.STATES.stream())
            .distinct()
            .toList();

    private final JournalPagesStore store;
    private final RefusedRowsStore rows;
    private final BranchPagesStore branches;
    private final TrafficStore traffic;
    private final OutboxPages outbox;
    private final RejectedFiles rejected;
    private final SentRows sentRows;
    private final OwnColumns columns;
    private final Workers workers;
    private final Wall wall;

    JournalPages(
            JournalPagesStore store,
            RefusedRowsStore rows,
            BranchPagesStore branches,
            TrafficStore traffic,
            OutboxPages outbox,
            RejectedFiles rejected,
            SentRows sentRows,
            OwnColumns columns,
            Workers workers,
            Wall wall) {
        this.store = store;
        this.rows = rows;
        this.branches = branches;
        this.traffic = traffic;
        this.outbox = outbox;
        this.rejected = rejected;
        this.sentRows = sentRows;
        this.columns = columns;
        this.workers = workers;
        this.wall = wall;
    }

    /** A message or an outbound item by its id, where the asker may see it. */
    public Optional<Message> message(Sender sender, String id) {
        return wall.read(
                Scope.of(sender),
                () -> store.message(id)
                        .or(() ->
                                outbox.item(sender, id).map(item -> Outbound.message(item, outbox.tries(sender, id)))));
    }

    /** Messages in and out, newest first. */
    public Slice<MessageLine> messages(Sender sender, Sought sought, Window window) {
        return wall.read(Scope.of(sender), () -> {
            Stream<MessageLine> in = sought.asksInbound() ? store.lines(sought, window).stream() : Stream.of();
            Stream<MessageLine> out = sought.asksOutbound() ? outbound(sender, sought, window) : Stream.of();
            List<MessageLine> both = Stream.concat(in, out)
                    .sorted(Comparator.comparing(MessageLine::id).reversed())
                    .limit(window.oneMore())
                    .toList();
            return Slice.of(both, window, MessageLine::id);
        });
    }

    private Stream<MessageLine> outbound(Sender sender, Sought sought, Window window) {
        return outbox.items(sender, sought.outbound(), window).stream().map(Outbound::line);
    }

    /** Rows of files that went back to their sender, those of the newest file first and in its order; each page by the {@code next} of the one before. */
    public Slice<RefusedRow> refusedRows(Sender sender, RowsSought sought, int limit) {
        return wall.read(Scope.of(sender), () -> rows.page(sought, limit));
    }

    /** How many messages and outbound items stand parked and wait for a person. */
    public long parked(Sender sender) {
        return wall.read(Scope.of(sender), () -> store.parked() + outbox.parked(sender));
    }

    /** What each partner sent since a day, by its code; who sent nothing is missing. */
    public Map<String, Heard> heardSince(Sender sender, LocalDate day) {
        return wall.read(Scope.of(sender), () -> store.heardSince(day));
    }

    /** How far each branch's line is, by the branch's code. */
    public List<Branch> branches(Sender sender) {
        return wall.read(Scope.of(sender), branches::branches);
    }

    /** What came in since, by who sent it and what it was. */
    public List<Flow> flows(Sender sender, Instant since) {
        return wall.read(Scope.of(sender), () -> traffic.flows(since));
    }

    /** What came in since, step by step. */
    public List<Step> steps(Sender sender, Instant since, Duration step) {
        return wall.read(Scope.of(sender), () -> traffic.steps(since, step));
    }

    /** What was taken in and has not come to an end, parked ones apart. */
    public Backlog backlog(Sender sender) {
        return wall.read(Scope.of(sender), traffic::backlog);
    }

    /** Those of this process who take what was kept to its outcome. */
    public Hands hands() {
        return workers.now();
    }

    /** The bytes as they came, while they are kept. */
    public Optional<Payload> payload(Sender sender, String id) {
        return wall.read(Scope.of(sender), () -> store.kept(id))
                .map(kept -> new Payload(
                        kept.format(),
                        kept.size(),
                        kept.name(),
                        new PiecesStream(seq -> wall.read(Scope.of(sender), () -> store.piece(kept, seq)))));
    }

    /** A row of an agent's file as it was sent; empty where the asker does not see the file, or it is kept no more, or has no such row. */
    public Optional<SentRow> row(Sender sender, String id, long rowNo) {
        return message(sender, id)
                .filter(file -> file.kind().equals(MessageKind.SALES_FILE.name()) && file.partner() != null)
                .flatMap(file -> payload(sender, id)
                        .flatMap(bytes -> sentRows.row(bytes, columnsOf(file), rowNo))
                        .map(row -> SentRow.of(file, rowNo, row)));
    }

    private SheetColumns columnsOf(Message file) {
        String partner = String.valueOf(file.partner());
        return wall.read(
                Scope.WORKER, () -> columns.at(partner, file.receivedAt().toInstant()));
    }

    /** The rows of a file that went back, to mend and send again; empty while the file is still read and where none went back. */
    public Optional<Rejection> rejection(Sender sender, String id, boolean workbook) {
        boolean done = wall.read(Scope.of(sender), () -> store.message(id))
                .filter(message -> message.outcome() != null && message.counts() != null)
                .isPresent();
        return done ? rejected.of(id, workbook) : Optional.empty();
    }

    /** Which of these messages the asker may see; links to others would lead nowhere. */
    public Set<String> visible(Sender sender, Collection<String> messageIds) {
        return wall.read(Scope.of(sender), () -> store.visible(messageIds));
    }

    /** Key names and values of many messages, by message id. */
    public Map<String, List<Key>> keys(Sender sender, List<String> messageIds) {
        return wall.read(Scope.of(sender), () -> store.keys(messageIds));
    }

    /**
     * What is looked for; all absent means everything.
     *
     * @param key any business key's value, or a message id
     * @param state one of {@link #STATES}
     * @param kind VISIT, ORDER, …, or DEMAND, FILE_DONE for what leaves
     */
    public record Sought(
            @Nullable String key,
            @Nullable String state,
            @Nullable String partner,
            @Nullable String kind) {
        public static final Sought EVERYTHING = new Sought(null, null, null, null);

        public static Sought state(String state) {
            return new Sought(null, state, null, null);
        }

        boolean asksInbound() {
            return state == null || INBOUND_STATES.contains(state);
        }

        boolean asksOutbound() {
            return state == null || OutboxPages.STATES.contains(state);
        }

        OutboxPages.Sought outbound() {
            return new OutboxPages.Sought(key, state, partner, kind, null);
        }
    }

    /**
     * A message in a list.
     *
     * @param direction IN or OUT
     * @param state progress, outcome or PARKED for what came in; the outbox state for what leaves
     * @param keys the first few
     */
    public record MessageLine(
            String id,
            String direction,
            String kind,
            @Nullable String channel,
            @Nullable String partner,
            @Nullable String login,
            OffsetDateTime receivedAt,
            String state,
            @Nullable String progress,
            @Nullable String outcome,
            @Nullable String name,
            boolean parked,
            @Nullable String fault,
            List<Key> keys,
            @Nullable Reason reason,
            int attempts,
            @Nullable Counts counts,
            @Nullable OffsetDateTime nextAttemptAt) {
        MessageLine with(List<Key> some) {
            return new MessageLine(
                    id,
                    direction,
                    kind,
                    channel,
                    partner,
                    login,
                    receivedAt,
                    state,
                    progress,
                    outcome,
                    name,
                    parked,
                    fault,
                    some,
                    reason,
                    attempts,
                    counts,
                    nextAttemptAt);
        }
    }

    /**
     * A message whole.
     *
     * @param repeats id of the first file with the same bytes
     * @param refusals the first 200
     * @param effects the first 200
     * @param counts for files
     * @param causedBy for what leaves, the message that made it leave
     * @param nextAttemptAt while it waits
     */
    public record Message(
            String id,
            String direction,
            String kind,
            @Nullable String channel,
            @Nullable String partner,
            @Nullable String login,
            OffsetDateTime receivedAt,
            String state,
            @Nullable String progress,
            @Nullable String outcome,
            @Nullable String name,
            @Nullable String repeats,
            boolean parked,
            @Nullable String fault,
            List<Key> keys,
            @Nullable Reason reason,
            List<RowRefusal> refusals,
            List<Effect> effects,
            List<Attempt> attempts,
            @Nullable Counts counts,
            @Nullable String causedBy,
            @Nullable OffsetDateTime nextAttemptAt) {}

    /**
     * Which refused rows are looked for.
     *
     * @param code one reason's code
     * @param after the {@code next} of the page before
     */
    public record RowsSought(
            @Nullable String partner,
            @Nullable String code,
            @Nullable RowPlace after) {}

    /** Where a row stands among all refused ones: its file and its number there. */
    public record RowPlace(String messageId, long rowNo) {
        private static final Pattern WRITTEN = Pattern.compile("([0-9a-f-]{36})\\.([0-9]{1,18})");

        /** Empty for what was never given out. */
        public static Optional<RowPlace> of(String written) {
            Matcher matcher = WRITTEN.matcher(written);
            return matcher.matches()
                    ? Optional.of(new RowPlace(matcher.group(1), Long.parseLong(matcher.group(2))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return messageId + "." + rowNo;
        }
    }

    /**
     * A row that went back to its sender.
     *
     * @param name of its file
     * @param heading the file's own, empty where the file has none
     * @param cells as sent
     */
    public record RefusedRow(
            String messageId,
            long rowNo,
            @Nullable String partner,
            @Nullable String name,
            OffsetDateTime receivedAt,
            List<String> heading,
            List<String> cells,
            List<RowRefusal> refusals) {}

    public record Key(String name, String value) {}

    public record Reason(String code, String zh, String en) {}

    /** @param rowNo line of the file, 0 for the whole or for messages of one piece */
    public record RowRefusal(long rowNo, String pointer, String code, String zh, String en) {}

    /** @param ref id of what changed, in the room's own tables */
    public record Effect(String room, String what, String ref, OffsetDateTime at) {}

    public record Attempt(
            int n,
            OffsetDateTime at,
            String node,
            String outcome,
            long durationMs,
            @Nullable String reason) {}

    /**
     * rows = accepted + refused + duplicate.
     *
     * @param read how much of the file has been read, from 0 to 1
     */
    public record Counts(long rows, long accepted, long refused, long duplicate, long ignored, double read) {}

    /** @param bytes to be closed by whoever reads them */
    public record Payload(
            String format, long size, @Nullable String name, InputStream bytes) {}

    /**
     * What one partner sent.
     *
     * @param rows of its files, of which {@code refused} went back
     */
    public record Heard(OffsetDateTime last, long messages, long turnedAway, long rows, long refused) {}

    /** A row of a file, the cells under the headings as they were written. */
    public record SentRow(
            String messageId,
            @Nullable String name,
            String partner,
            OffsetDateTime receivedAt,
            long rowNo,
            List<String> heading,
            List<String> cells) {
        static SentRow of(Message file, long rowNo, SentRows.Row row) {
            return new SentRow(
                    file.id(),
                    file.name(),
                    String.valueOf(file.partner()),
                    file.receivedAt(),
                    rowNo,
                    row.heading(),
                    row.cells());
        }
    }

    /** A file of rows that went back. */
    public record Rejection(String name, Writing writing) {
        /** Streams the rows; what it is given stays open. */
        public interface Writing {
            void to(OutputStream out) throws IOException;
        }
    }

    /**
     * @param line the branch's newest
     * @param base the number this line counts on from; 0 where none was given up before it
     * @param completeThrough every number of the line up to this one is kept
     * @param waiting what the node still had without a receipt when it was last heard
     */
    public record Branch(
            String branch,
            @Nullable String region,
            String line,
            long base,
            long completeThrough,
            long waiting,
            OffsetDateTime heardAt,
            List<BranchConflict> conflicts) {}

    /**
     * Node and hub did not have the same line.
     *
     * @param kind OTHER_CONTENT, BROKEN_CHAIN or BEHIND
     * @param at first number at which they differed
     * @param completeThrough how far the hub had come by then
     * @param nextLine on which the node went on, once it has
     */
    public record BranchConflict(
            String line,
            String kind,
            long at,
            long completeThrough,
            @Nullable String nextLine,
            OffsetDateTime foundAt) {}

    /**
     * @param rows of files; 0 for messages of one piece
     * @param returned messages refused whole or in part
     */
    public record Flow(
            String role,
            @Nullable String partner,
            @Nullable String region,
            String kind,
            long messages,
            long rows,
            long returned,
            OffsetDateTime heardAt) {}

    /** @param at when the step began */
    public record Step(OffsetDateTime at, long messages, long returned) {}

    /**
     * @param oldest since when the first of it waits; absent where nothing does
     * @param retried of it, what failed at least once
     */
    public record Backlog(long waiting, @Nullable OffsetDateTime oldest, long retried) {}

    /**
     * @param wanted how many there should be
     * @param alive how many there are
     * @param slowestSince since when one of them has had the same message; absent where all wait for work
     */
    public record Hands(int wanted, int alive, @Nullable OffsetDateTime slowestSince) {}
}
