package org.tongqu.hub.reconciliation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** 差异: cases in which agent, customer and factory do not say the same; agents never see one. */
@Component
public class Discrepancies {
    private final DiscrepancyStore store;
    private final CaseEventStore events;
    private final QuestionStore questions;
    private final Teaching teaching;
    private final Customers customers;
    private final ScoreStore scores;
    private final TouchedStore touched;
    private final AuditTrail trail;
    private final Policy policy;
    private final Wall wall;
    private final Clock clock;

    Discrepancies(
            DiscrepancyStore store,
            CaseEventStore events,
            QuestionStore questions,
            Teaching teaching,
            Customers customers,
            ScoreStore scores,
            TouchedStore touched,
            AuditTrail trail,
            Policy policy,
            Wall wall,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.questions = questions;
        this.teaching = teaching;
        this.customers = customers;
        this.scores = scores;
        this.touched = touched;
        this.trail = trail;
        this.policy = policy;
        this.wall = wall;
        this.clock = clock;
    }

    /** Newest first. */
    public Slice<Line> list(Sender reader, Sought sought, Window window) {
        policy.require(reader, Act.SEE_DISCREPANCIES);
        return wall.read(
                Scope.of(reader),
                () -> Slice.of(store.list(sought, window), window, line -> String.valueOf(line.number())));
    }

    /** How many stand in each state. */
    public Counts counts(Sender reader) {
        policy.require(reader, Act.SEE_DISCREPANCIES);
        return wall.read(Scope.of(reader), () -> store.counts(today()));
    }

    public Optional<Whole> find(Sender reader, String id) {
        policy.require(reader, Act.SEE_DISCREPANCIES);
        return wall.read(
                Scope.of(reader),
                () -> store.find(id)
                        .map(line -> new Whole(
                                line,
                                store.cells(id),
                                store.figures(id),
                                events.of(id),
                                questions.of(id),
                                policy.allows(reader.role(), Act.DECIDE_DISCREPANCY))));
    }

    /** The open case after this one in the list, for whoever works through it. */
    public Optional<String> next(Sender reader, long number) {
        policy.require(reader, Act.SEE_DISCREPANCIES);
        return wall.read(Scope.of(reader), () -> store.nextOpen(number));
    }

    /** Says what it is; the refusal, or nothing where it stands. */
    public Optional<Refusal> decide(Sender by, String id, Verdict verdict, String why) {
        policy.require(by, Act.DECIDE_DISCREPANCY);
        Optional<Refusal> wrong = RulebookWords.wrongReason(why);
        if (verdict.teaches() && !policy.allows(by.role(), Act.EDIT_RECONCILIATION)) {
            return DiscrepancyWords.deskTeaches();
        }
        return wrong.isPresent()
                ? wrong
                : wall.within(Scope.of(by), () -> {
                    Line line = locked(id);
                    if (line.state() != State.OPEN) {
                        return DiscrepancyWords.otherwise();
                    }
                    Teaching.Taught taught = teaching.by(verdict, store.cells(id), store.figures(id), by.login());
                    if (taught.refusal() != null) {
                        return Optional.of(taught.refusal());
                    }
                    store.decide(id, verdict, why.strip(), by.login(), taught.rule(), clock.instant());
                    scores.staleCase(id);
                    noted(id, CaseEventStore.Kind.DECIDED, verdict.name(), by, why.strip());
                    return Optional.empty();
                });
    }

    /** Takes a decision back, and what it taught; the case is open again. */
    public Optional<Refusal> takeBack(Sender by, String id) {
        policy.require(by, Act.DECIDE_DISCREPANCY);
        return wall.within(Scope.of(by), () -> {
            Line line = locked(id);
            if (line.state() != State.DECIDED || store.isHeldByAnother(id)) {
                return DiscrepancyWords.otherwise();
            }
            if (store.taught(id).isPresent() && !policy.allows(by.role(), Act.EDIT_RECONCILIATION)) {
                return DiscrepancyWords.deskTeaches();
            }
            store.taught(id).ifPresent(teaching::takeBack);
            store.takeBack(id);
            scores.staleCase(id);
            touched.cells(store.keys(id));
            noted(
                    id,
                    CaseEventStore.Kind.TAKEN_BACK,
                    line.verdict() == null ? "" : line.verdict().name(),
                    by,
                    "");
            return Optional.empty();
        });
    }

    /** Puts a question to the agent, who sees it beside its own figure and nothing else. */
    public Optional<Refusal> ask(Sender by, String id, String words) {
        policy.require(by, Act.DECIDE_DISCREPANCY);
        if (words.isBlank() || words.length() > QuestionStore.LONGEST) {
            return DiscrepancyWords.badQuestion();
        }
        return wall.within(Scope.of(by), () -> {
            Line line = locked(id);
            if (line.state() != State.OPEN) {
                return DiscrepancyWords.otherwise();
            }
            String customer = questions
                    .ownRecord(line)
                    .map(record -> customers.said(record).name())
                    .orElse("");
            questions.ask(line, customer, words.strip(), by.login());
            noted(id, CaseEventStore.Kind.ASKED, line.agent(), by, words.strip());
            return Optional.empty();
        });
    }

    private void noted(String id, CaseEventStore.Kind kind, String detail, Sender by, String words) {
        events.one(id, kind, by.login(), words);
        trail.note(Act.DECIDE_DISCREPANCY.name(), id, kind + " " + detail);
    }

    private Line locked(String id) {
        return store.lock(id).orElseThrow(() -> Problem.notFound().said());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }

    /** How a case stands. */
    public enum State {
        OPEN,
        DECIDED,
        /** The figures agree by now, or another case holds them. */
        SETTLED
    }

    /** What is looked for; what is absent is not asked. */
    public record Sought(
            @Nullable State state,
            @Nullable String agent,
            @Nullable Reading reading,
            @Nullable String owner) {}

    /**
     * Cases in sight.
     *
     * @param late open beyond their due day
     */
    public record Counts(long open, long late, long decided, long settled) {}

    /**
     * A case in a list.
     *
     * @param amount units in question
     * @param owner a login
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String id,
            long number,
            String agent,
            String product,
            YearMonth month,
            String customerId,
            @Nullable String region,
            Reading reading,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal sold,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal shipped,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal stated,

            State state,
            String owner,
            LocalDate due,
            OffsetDateTime openedAt,
            OffsetDateTime movedAt,
            @Nullable Verdict verdict,
            @Nullable String why,
            @Nullable String decidedBy,
            @Nullable OffsetDateTime decidedAt) {}

    /** Where three figures meet, as the case last saw them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            String agent,
            String product,
            YearMonth month,
            String customerId,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal sold,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal shipped,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal stated) {}

    /**
     * One fact behind a figure.
     *
     * @param kind SOLD, SHIPPED or STATED
     * @param agent empty for a customer's word that names none and counts for none
     * @param qty as the rules count it
     * @param said as it was written, with its unit
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Evidence(
            String kind,
            String agent,
            String product,
            YearMonth month,
            String customerId,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal qty,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal said,
            String unit,
            LocalDate day,
            String reference,
            String messageId,
            @Nullable Long rowNo,
            OffsetDateTime receivedAt) {}

    /** What happened to a case. */
    public record Event(String kind, String by, String words, OffsetDateTime at) {}

    /**
     * A question put to the agent.
     *
     * @param ownFigure what the agent reported; absent where it reported nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Question(
            String id,
            String agent,
            String product,
            YearMonth month,
            String customer,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal ownFigure,

            String words,
            OffsetDateTime askedAt,
            @Nullable String answer,
            @Nullable OffsetDateTime answeredAt) {}

    /** A case with all that it rests on. */
    public record Whole(
            Line line,
            List<Place> places,
            List<Evidence> evidence,
            List<Event> events,
            List<Question> questions,
            boolean mayDecide) {
        public Whole {
            places = List.copyOf(places);
            evidence = List.copyOf(evidence);
            events = List.copyOf(events);
            questions = List.copyOf(questions);
        }

        /** Facts of one kind. */
        public List<Evidence> of(String kind) {
            return evidence.stream().filter(each -> each.kind().equals(kind)).toList();
        }
    }
}
