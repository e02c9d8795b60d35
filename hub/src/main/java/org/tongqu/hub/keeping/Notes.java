package org.tongqu.hub.keeping;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** 私人笔记: what somebody keeps to itself about a customer; nobody else reads it, headquarters included, unless it was marked to be handed over. */
@Component
public class Notes {
    private static final int LONGEST = 4000;

    private final NoteStore store;
    private final Portfolios portfolios;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    Notes(NoteStore store, Portfolios portfolios, Policy policy, Wall wall, Ids ids, Clock clock) {
        this.store = store;
        this.portfolios = portfolios;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** Own notes, newest first; {@code term} is part of the words, absent for all. */
    public Slice<Note> list(Sender reader, @Nullable String term, Window window) {
        return wall.read(Scope.of(reader), () -> Slice.of(store.list(term, window), window, Note::id));
    }

    public Optional<Note> find(Sender reader, String id) {
        return wall.read(Scope.of(reader), () -> store.find(id));
    }

    /** Own notes on a customer and on all that were merged into it. */
    List<Note> on(Collection<String> kin) {
        return store.on(kin);
    }

    /** The refusal, or nothing where it is kept. */
    public Optional<Refusal> write(Sender author, String customerId, String words, boolean handOver) {
        policy.require(author, Act.KEEP_NOTE);
        if (words.isBlank() || words.length() > LONGEST) {
            return Optional.of(
                    new Refusal("/words", "BAD_NOTE", "笔记应为 1 到 4000 个字。", "A note has 1 to 4000 characters."));
        }
        wall.run(Scope.of(author), () -> keep(author, customerId, words.strip(), handOver));
        return Optional.empty();
    }

    private void keep(Sender author, String customerId, String words, boolean handOver) {
        String heir = portfolios.kin(customerId).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound().said());
        OffsetDateTime now = Columns.utc(clock.instant());
        store.add(new Note(ids.next(), heir, author.login(), words, handOver, now), clock.instant());
    }

    /** Marks a note to go with its customer, or takes the mark away. */
    public void mark(Sender holder, String id, boolean handOver) {
        own(holder, () -> store.mark(id, handOver));
    }

    public void delete(Sender holder, String id) {
        own(holder, () -> store.delete(id, clock.instant()));
    }

    /** Takes a deletion back. */
    public void restore(Sender holder, String id) {
        own(holder, () -> store.restore(id));
    }

    private void own(Sender holder, Supplier<Boolean> change) {
        policy.require(holder, Act.KEEP_NOTE);
        if (!wall.within(Scope.of(holder), change)) {
            throw Problem.notFound().said();
        }
    }

    /**
     * A note as its holder reads it.
     *
     * @param author who wrote it: somebody else where it was handed over
     * @param handOver whether it goes with its customer
     */
    public record Note(
            String id, String customerId, String author, String words, boolean handOver, OffsetDateTime writtenAt) {}
}
