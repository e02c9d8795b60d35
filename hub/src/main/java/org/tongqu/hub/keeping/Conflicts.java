package org.tongqu.hub.keeping;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 客户冲突: two persons hold one customer unknown to each other; both are named to both and to their managers, and one of them holds it in the end. */
@Component
public class Conflicts {
    private static final int LONGEST = 200;

    private final ConflictStore store;
    private final Lookups lookups;
    private final Awards awards;
    private final ConflictStory story;
    private final Colleagues colleagues;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;
    private final Ids ids;
    private final ConflictTimes times;

    Conflicts(
            ConflictStore store,
            Lookups lookups,
            Awards awards,
            ConflictStory story,
            Colleagues colleagues,
            Policy policy,
            AuditTrail trail,
            Wall wall,
            Ids ids,
            ConflictTimes times) {
        this.store = store;
        this.lookups = lookups;
        this.awards = awards;
        this.story = story;
        this.colleagues = colleagues;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
        this.ids = ids;
        this.times = times;
    }

    /**
     * Says of a firm that was looked up and is held by somebody else: mine too.
     *
     * @param line of the answer, from 0; what is known now must look as it did then
     */
    public Opened open(Sender by, Lookups.Question question, int line, @Nullable String region, String why) {
        policy.require(by, Act.OPEN_CONFLICT);
        if (why.isBlank() || why.length() > LONGEST) {
            return Opened.refused(
                    "/why",
                    "BAD_REASON",
                    "请写明您为什么也在跟这家客户，1 到 200 个字。",
                    "Say in 1 to 200 characters why it is your customer too.");
        }
        Masking.Masked masked = lookups.answer(by, question);
        List<Lookups.Known> known = masked.said().known();
        if (line < 0
                || line >= known.size()
                || !known.get(line).mayClaim()
                || !Objects.equals(known.get(line).region(), region)) {
            return Opened.refused(
                    "/line", "LOOK_AGAIN", "查重结果已经变了，请再查一次。", "What is known has changed meanwhile; look it up again.");
        }
        return new Opened(opened(by, question, masked.behind().get(line), why.strip()), null);
    }

    private String opened(Sender by, Lookups.Question question, Lookups.Found found, String why) {
        ConflictStore.Case opened = new ConflictStore.Case(
                found.customer(),
                Origin.LOOKUP,
                ConflictStore.Side.of(Objects.requireNonNull(found.keeper())),
                new ConflictStore.Side(by.login(), by.region(), null),
                null,
                question.name().isEmpty() ? question.phone() : question.name(),
                why,
                found.near().link().reason());
        return wall.within(Scope.of(by), () -> {
            String id = store.open(ids.next(), opened, found.kin(), times.due(), times.now());
            trail.note(Act.OPEN_CONFLICT.name(), id, null);
            return id;
        });
    }

    /** In sight: those that rise first, then open ones from the oldest, then settled ones; at most 200. */
    public List<Line> list(Sender reader) {
        policy.require(reader, Act.SEE_CONFLICTS);
        return story.told(reader, wall.read(Scope.of(reader), () -> store.list(times.risenBefore())));
    }

    public Optional<Line> find(Sender reader, String id) {
        policy.require(reader, Act.SEE_CONFLICTS);
        List<ConflictStore.Row> row = wall.read(
                Scope.of(reader),
                () -> store.find(id, times.risenBefore()).stream().toList());
        return story.told(reader, row).stream().findFirst();
    }

    /** Who holds it from now on; the refusal, or nothing where it is decided. */
    public Optional<Refusal> decide(Sender by, String id, String winner, String why) {
        policy.require(by, Act.DECIDE_CONFLICT);
        if (why.isBlank() || why.length() > LONGEST) {
            return Optional.of(new Refusal(
                    "/why",
                    "BAD_REASON",
                    "请写明理由，1 到 200 个字；双方都会看到。",
                    "Say why in 1 to 200 characters; both sides will read it."));
        }
        Optional<People.User> holder = colleagues.parties(Set.of(winner), Set.of()).stream()
                .filter(Keepers::mayReceive)
                .findFirst();
        return wall.within(Scope.of(by), () -> {
            ConflictStore.Row row = mine(by, id);
            if (row.state() != State.OPEN) {
                return settled();
            }
            if (holder.isEmpty()
                    || !Set.of(
                                    row.about().holder().person(),
                                    row.about().other().person())
                            .contains(winner)) {
                return Optional.of(new Refusal(
                        "/winner", "UNKNOWN_HOLDER", "请在双方中选一位在职的人。", "Choose one of the two, who is still here."));
            }
            awards.give(row, holder.get());
            store.decide(id, winner, by.login(), why.strip(), times.now());
            trail.note(Act.DECIDE_CONFLICT.name(), id, winner);
            return Optional.empty();
        });
    }

    /** Takes a decision back: who kept it before keeps it again, and the case is open. */
    public Optional<Refusal> takeBack(Sender by, String id) {
        policy.require(by, Act.DECIDE_CONFLICT);
        return wall.within(Scope.of(by), () -> {
            ConflictStore.Row row = mine(by, id);
            if (row.state() != State.DECIDED) {
                return settled();
            }
            Optional<Refusal> wrong = awards.giveBack(row);
            if (wrong.isEmpty()) {
                store.takeBack(id);
                trail.note("TAKE_BACK_CONFLICT", id, null);
            }
            return wrong;
        });
    }

    private ConflictStore.Row mine(Sender by, String id) {
        ConflictStore.Row row =
                store.lock(id).orElseThrow(() -> Problem.notFound().said());
        if (!ConflictStory.mayDecide(by, row)) {
            throw Problem.notAllowed(by.role().name()).said();
        }
        return row;
    }

    private static Optional<Refusal> settled() {
        return Optional.of(new Refusal(
                "", "CONFLICT_SETTLED", "这件冲突的状态已经变了，请刷新后再看。", "This case stands otherwise by now; open it again."));
    }

    public long riseAfterDays() {
        return times.riseAfterDays();
    }

    public LocalDate today() {
        return times.today();
    }

    /** How two came to hold one customer. */
    public enum Origin {
        LOOKUP,
        VISIT,
        MERGE
    }

    /** How a case stands. */
    public enum State {
        OPEN,
        DECIDED,
        GONE
    }

    /** The id of the case, or why there is none. */
    public record Opened(@Nullable String id, @Nullable Refusal refusal) {
        static Opened refused(String where, String code, String zh, String en) {
            return new Opened(null, new Refusal(where, code, zh, en));
        }
    }

    /** A person of the house. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(
            String login, String name, @Nullable String branch) {}

    /**
     * A case as told.
     *
     * @param risen nobody of the two was there for long
     * @param customerId absent where the reader has no right to the customer
     * @param customer its name, or what it was called when asked for
     * @param managers of both branches
     * @param evidence the engine's findings, where it found both to be one and the reader has a right to the customer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String id,
            long number,
            Origin origin,
            State state,
            boolean risen,
            @Nullable String customerId,
            String customer,
            Person holder,
            Person other,
            List<Person> managers,
            OffsetDateTime openedAt,
            LocalDate due,
            OffsetDateTime lastContactAt,
            @Nullable String why,
            List<Matching.Clue> evidence,
            @Nullable Person winner,
            @Nullable Person decidedBy,
            @Nullable String decidedWhy,
            @Nullable OffsetDateTime decidedAt,
            @Nullable OffsetDateTime goneAt,
            boolean mayDecide) {
        public Line {
            managers = List.copyOf(managers);
            evidence = List.copyOf(evidence);
        }
    }
}
