package org.tongqu.regions.outbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.LineChain;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Uplink;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.rest.UplinkJson;
import org.tongqu.connectors.rest.VisitWording;

/**
 * What one branch has taken and not lost: every visit gets the next number of the line and a hash over all before it, in the transaction that keeps it.
 * Nothing is ever deleted, so a hub that lost its own disk can be told everything again.
 */
public final class Outbox implements AutoCloseable {
    private static final int CALL_BYTES = 1024 * 1024;

    private final String branch;
    private final OutboxStore store;
    private final Clock clock;
    private final Supplier<String> ids;
    private final VisitWording wording = new VisitWording();

    private Outbox(String branch, OutboxStore store, Clock clock, Supplier<String> ids) {
        this.branch = branch;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param ids random words, never the same twice; a new file's line is named by one */
    public static Outbox open(Path file, String branch, Clock clock, Supplier<String> ids) {
        Outbox outbox = new Outbox(branch, OutboxStore.open(file), clock, ids);
        outbox.store.committed(() -> {
            if (outbox.store.current().isEmpty()) {
                outbox.store.open(ids.get(), null, outbox.now());
            }
            return true;
        });
        return outbox;
    }

    public String branch() {
        return branch;
    }

    /** Keeps all items of one call in one transaction; when it returns, what is RECEIVED is on the disk. */
    public List<Receipt> take(List<Item<VisitReport>> items) {
        return store.committed(() -> items.stream().map(this::take).toList());
    }

    private Receipt take(Item<VisitReport> item) {
        return switch (item.reading()) {
            case Reading.Refused<VisitReport>(List<Refusal> refusals) -> refuse(item, "", refusals);
            case Reading.Understood<VisitReport>(VisitReport said, String hash) ->
                item.raw().length > Words.MAX_VISIT
                        ? refuse(item, said.visitNo(), List.of(Words.tooLarge()))
                        : store.standing(said.visitNo())
                                .map(standing -> again(item, said.visitNo(), hash, standing))
                                .orElseGet(() -> keep(item, said.visitNo(), hash));
        };
    }

    private Receipt again(Item<VisitReport> item, String visitNo, String hash, OutboxStore.Standing standing) {
        return standing.contentHash().equals(hash)
                ? new Receipt(standing.id(), Receipt.Status.DUPLICATE, List.of())
                : refuse(item, visitNo, List.of(Words.conflict(visitNo)));
    }

    private Receipt keep(Item<VisitReport> item, String visitNo, String contentHash) {
        String id = ids.get();
        Line line = current();
        String hash = LineChain.next(hashAt(line, line.last()), item.raw());
        store.add(new OutboxStore.NewVisit(
                id, visitNo, contentHash, item.raw(), now(), line.id(), line.last() + 1, hash));
        return new Receipt(id, Receipt.Status.RECEIVED, List.of());
    }

    private Receipt refuse(Item<VisitReport> item, String visitNo, List<Refusal> refusals) {
        String id = ids.get();
        store.refused(id, visitNo.isEmpty() ? null : visitNo, item.raw(), refusals, now());
        return new Receipt(id, Receipt.Status.REFUSED, refusals);
    }

    private Line current() {
        return store.current().orElseThrow();
    }

    private String hashAt(Line line, long seq) {
        return seq == line.base()
                ? LineChain.start(line.id())
                : store.hash(line.id(), seq).orElseThrow();
    }

    /** The newest visit under this number. */
    public Optional<KeptVisit> find(String visitNo) {
        return store.committed(() -> store.newest(visitNo));
    }

    /** All lines, oldest first; the last is the one that grows. */
    public List<Line> lines() {
        return store.committed(store::lines);
    }

    public Line line(String id) {
        return store.committed(() -> store.line(id));
    }

    public LineState state() {
        return store.committed(() -> new LineState(
                current().id(),
                current().last(),
                current().settled(),
                store.count("state in ('WAITING', 'SENT')"),
                store.count("state = 'REFUSED'"),
                store.lastGivenUp().orElse(null)));
    }

    /** What this line has to say next: its oldest entries without a receipt, or a question without any. */
    public Uplink.Call<VisitReport> next(String lineId) {
        return store.committed(() -> {
            Line line = store.line(lineId);
            List<Uplink.Entry<VisitReport>> entries = new ArrayList<>();
            long bytes = 0;
            for (OutboxStore.Numbered each : store.from(lineId, line.settled() + 1, UplinkJson.MAX_ENTRIES)) {
                bytes += each.raw().length;
                if (!entries.isEmpty() && bytes > CALL_BYTES) {
                    break;
                }
                entries.add(new Uplink.Entry<>(each.seq(), each.hash(), item(each.raw())));
            }
            store.sent(lineId, line.settled() + 1, line.settled() + entries.size());
            return new Uplink.Call<>(
                    lineId,
                    branch,
                    line.continues(),
                    line.settled() + 1,
                    hashAt(line, line.settled()),
                    line.last(),
                    store.count("state in ('WAITING', 'SENT')"),
                    entries);
        });
    }

    private Item<VisitReport> item(byte[] raw) {
        return new Item<>(raw, wording.format(), wording.read(raw));
    }

    /** Writes down what the hub said to a call of this line. */
    public void answered(String lineId, Uplink.Answer answer) {
        store.committed(() -> {
            Line line = store.line(lineId);
            answer.receipts().forEach(receipt -> store.answered(lineId, receipt));
            long heard = answer.receipts().isEmpty()
                    ? line.settled()
                    : answer.receipts().getLast().seq();
            if (answer.completeThrough() < heard) {
                store.waitAgain(lineId, answer.completeThrough());
            }
            store.settled(lineId, Math.max(line.base(), Math.min(heard, answer.completeThrough())));
            return true;
        });
    }

    /**
     * Gives a line up and goes on under a new one: what the hub does not have from here gets new numbers, what it has beyond stays the hub's.
     *
     * @param at highest number both ends agree on
     * @param hubHas the hub's highest number of the line
     */
    public void goOn(String lineId, long at, long hubHas) {
        store.committed(() -> {
            Uplink.Continued former = new Uplink.Continued(lineId, at, Math.max(at, hubHas));
            String next = ids.get();
            store.open(next, former, now());
            store.gaveUp(former, next, now());
            store.settled(lineId, at);
            renumber(store.beyond(lineId, at), store.line(next));
            return true;
        });
    }

    private void renumber(List<OutboxStore.Moved> visits, Line line) {
        String hash = LineChain.start(line.id());
        long seq = line.base();
        for (OutboxStore.Moved visit : visits) {
            hash = LineChain.next(hash, visit.raw());
            store.move(visit.n(), line.id(), ++seq, hash);
        }
    }

    private String now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS).toString();
    }

    @Override
    public void close() {
        store.close();
    }
}
