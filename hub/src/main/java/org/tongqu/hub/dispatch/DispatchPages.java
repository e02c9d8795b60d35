package org.tongqu.hub.dispatch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.clocks.WorkClock;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** Dispatches as shown: headquarters see all, a region those of its needs, a technician those it is in. */
@Component
public final class DispatchPages {
    /** In the order of the road. */
    public static final List<String> STATES = List.of("OPEN", "NAMED", "CLOSED");

    /** Which of those that run the board shows: without a team, past the deadline, wanting somebody who is elsewhere, named. */
    public static final List<String> LOOKS = List.of("OPEN", "LATE", "CLASH", "NAMED");

    private static final int BOARD_DAYS = 14;
    private static final int MOST_OTHERS = 6;
    private static final int OF_A_NEED = 5;

    private final BoardStore store;
    private final PeopleDays people;
    private final Replanning replanning;
    private final Planner planner;
    private final WorkClock workClock;
    private final Policy policy;
    private final Wall wall;
    private final Clock clock;

    DispatchPages(
            BoardStore store,
            PeopleDays people,
            Replanning replanning,
            Planner planner,
            WorkClock workClock,
            Policy policy,
            Wall wall,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.replanning = replanning;
        this.planner = planner;
        this.workClock = workClock;
        this.policy = policy;
        this.wall = wall;
        this.clock = clock;
    }

    /** Newest first. */
    public Slice<Line> list(Sender reader, @Nullable String state, @Nullable String needId, Window window) {
        policy.require(reader, Act.READ_DISPATCH);
        return wall.read(
                Scope.of(reader),
                () -> Slice.of(store.lines(state, needId, window, clock.instant()), window, DispatchPages::cursor));
    }

    public Figures figures(Sender reader) {
        policy.require(reader, Act.READ_DISPATCH);
        return wall.read(Scope.of(reader), () -> store.figures(clock.instant()));
    }

    public Optional<Whole> find(Sender reader, String id) {
        policy.require(reader, Act.READ_DISPATCH);
        return wall.read(
                Scope.of(reader),
                () -> store.find(id, clock.instant())
                        .map(line -> new Whole(line, store.notices(id), store.refusals(id), store.notes(id))));
    }

    /** The teams of one need, newest first; none for whom dispatch is not. */
    public List<Line> ofNeed(Sender reader, String needId) {
        return policy.allows(reader.role(), Act.READ_DISPATCH)
                ? wall.read(Scope.of(reader), () -> store.lines(null, needId, Window.first(OF_A_NEED), clock.instant()))
                : List.of();
    }

    /** Whether the reader may ask for technicians. */
    public boolean mayAsk(Sender reader) {
        return policy.allows(reader.role(), Act.ASK_DISPATCH);
    }

    /** Who else could take each open place and what the plan would lose by it; for those who plan. */
    public Map<Integer, List<Other>> others(Sender reader, Line line) {
        if (!policy.allows(reader.role(), Act.PLAN_DISPATCH) || !line.state().equals("OPEN")) {
            return Map.of();
        }
        List<PlanPlace> all = replanning.places();
        Map<Integer, List<Other>> others = new HashMap<>();
        for (Place place : line.places()) {
            if (all.stream().anyMatch(each -> each.id().equals(place.id()))) {
                others.put(
                        place.n(),
                        planner.alternatives(all, place.id()).stream()
                                .limit(MOST_OTHERS)
                                .map(Other::of)
                                .toList());
            }
        }
        return others;
    }

    /** Plans anew at once; the refusal where another hub does so at this moment. */
    public Replanned replan(Sender by) {
        policy.require(by, Act.PLAN_DISPATCH);
        return replanning
                .now()
                .map(done -> new Replanned(done.places(), done.filled(), done.score(), done.millis(), null))
                .orElseGet(() ->
                        new Replanned(0, 0, "", 0, DispatchWords.planning().orElseThrow()));
    }

    /**
     * People and days of the next two weeks, for those who see technicians, and what waits for a team.
     *
     * @param look one of {@link #LOOKS}, or absent for all that runs
     */
    public Board board(Sender reader, @Nullable String look, Window window) {
        policy.require(reader, Act.READ_DISPATCH);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Columns.HOUSE_ZONE);
        List<LocalDate> days = today.datesUntil(today.plusDays(BOARD_DAYS))
                .filter(workClock.calendar()::isWorked)
                .toList();
        return wall.read(Scope.of(reader), () -> {
            Slice<Line> running = Slice.of(store.running(look, window, now), window, DispatchPages::cursor);
            PeopleDays.Table table = policy.allows(reader.role(), Act.READ_TECHNICIANS)
                    ? people.table(today, days, running.items())
                    : PeopleDays.Table.NONE;
            return new Board(
                    store.figures(now),
                    store.counts(now),
                    days,
                    table.people(),
                    table.kinds(),
                    table.movable(),
                    running);
        });
    }

    private static String cursor(Line line) {
        return String.valueOf(Long.parseLong(line.number().substring(2)));
    }

    /** What this reader may do. */
    public May may(Sender reader) {
        return new May(
                policy.allows(reader.role(), Act.PLAN_DISPATCH),
                policy.allows(reader.role(), Act.ANSWER_DISPATCH),
                policy.allows(reader.role(), Act.RATE_DISPATCH),
                policy.allows(reader.role(), Act.READ_TECHNICIANS),
                policy.allows(reader.role(), Act.EDIT_TECHNICIANS));
    }

    /** The state, where it is one. */
    public static @Nullable String state(@Nullable String said) {
        return org.tongqu.hub.platform.Asked.oneOf("state", said, STATES);
    }

    /** Not there, or not to be seen. */
    public static Problem.Said unknown() {
        return Problem.notFound().said();
    }

    /** Which acts are offered. */
    public record May(boolean plan, boolean answer, boolean rate, boolean seePeople, boolean editPeople) {}

    /**
     * How dispatch stands.
     *
     * @param late open beyond their deadline
     * @param everNamed dispatches the median is of
     * @param medianSeconds from the need's grade to its whole team named; absent where none was yet
     */
    public record Figures(
            long open,
            long named,
            long closed,
            long late,
            long everNamed,
            @Nullable Long medianSeconds,
            @JsonIgnore @Nullable BigDecimal averageRating) {}

    /** A dispatch with its team. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String id,
            String number,
            String needId,
            String needNumber,
            String summary,
            String grade,
            String region,
            String state,
            OffsetDateTime openedAt,
            OffsetDateTime deadline,
            @Nullable OffsetDateTime namedAt,
            @Nullable OffsetDateTime closedAt,
            @Nullable String closedWhy,
            @Nullable Integer rating,
            boolean late,
            boolean stale,
            List<Place> places) {
        Line with(List<Place> team) {
            return new Line(
                    id,
                    number,
                    needId,
                    needNumber,
                    summary,
                    grade,
                    region,
                    state,
                    openedAt,
                    deadline,
                    namedAt,
                    closedAt,
                    closedWhy,
                    rating,
                    late,
                    stale,
                    List.copyOf(team));
        }

        /** Its places that may still be put elsewhere. */
        public List<Movable> movable() {
            return places.stream()
                    .filter(place -> state.equals("OPEN") && !place.state().equals("BOOKED"))
                    .map(place -> Movable.of(this, place))
                    .toList();
        }

        /** The place of that number, where it may still be put elsewhere. */
        public @Nullable Movable movableAt(int n) {
            return movable().stream()
                    .filter(place -> place.n() == n)
                    .findFirst()
                    .orElse(null);
        }

        public boolean clashes() {
            return places.stream().anyMatch(place -> place.clash() != null);
        }
    }

    /**
     * A place of a team.
     *
     * @param clash who is wanted here most and why she is not here
     * @param reasons what the plan counted against it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            @JsonIgnore String id,
            int n,
            @Nullable String productClass,
            String trade,
            int days,
            String state,
            @Nullable String technician,
            @Nullable String technicianName,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean pinned,
            @Nullable String pinnedWhy,
            boolean override,
            @Nullable Clash clash,
            List<Why> reasons,
            @JsonIgnore @Nullable String login) {}

    /**
     * Two needs want one person.
     *
     * @param dispatch the one that has her, its grade, and until when
     */
    public record Clash(String technicianName, String dispatch, String grade, LocalDate until) {}

    /**
     * One thing the plan counted.
     *
     * @param points at most nothing; what it takes from the score
     * @param about what it speaks of, e.g. from which region to which
     */
    public record Why(String rule, long points, List<String> about) {}

    /** Somebody was told something. */
    public record Notice(String kind, String forRole, String words, OffsetDateTime at) {}

    /** A technician said no. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Said(int n, @Nullable String technicianName, String why, OffsetDateTime at) {}

    /** What the seller should learn. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Note(
            @Nullable String productClass, String trade, String words, String writtenBy, OffsetDateTime writtenAt) {}

    /** A dispatch with all that happened to it. */
    public record Whole(Line line, List<Notice> notices, List<Said> refusals, List<Note> notes) {}

    /**
     * Somebody else who could go.
     *
     * @param hard rules it would break, at most nothing
     * @param medium places it would leave empty, at most nothing
     * @param soft what it would cost or spare
     */
    public record Other(
            String technician,
            String name,
            int level,
            String region,
            LocalDate from,
            long hard,
            long medium,
            long soft) {
        static Other of(Planner.Alternative other) {
            Person person = other.turn().person();
            return new Other(
                    person.id(),
                    person.name(),
                    person.level(),
                    person.region(),
                    other.turn().from(),
                    other.change().hardScore(),
                    other.change().mediumScore(),
                    other.change().softScore());
        }
    }

    /** @param state FREE, AWAY, PROPOSED or BOOKED */
    public record Cell(String state, @Nullable Movable place) {
        /** Whether it can be put elsewhere; what is promised stays. */
        public boolean moves() {
            return state.equals("PROPOSED");
        }
    }

    /** A place of a team that is not promised yet, as the board moves it. */
    public record Movable(
            String dispatchId,
            String number,
            String grade,
            int n,
            @Nullable String productClass,
            String trade,
            int days,
            @Nullable String technicianName,
            @Nullable LocalDate from,
            boolean pinned) {
        static Movable of(Line line, Place place) {
            return new Movable(
                    line.id(),
                    line.number(),
                    line.grade(),
                    place.n(),
                    place.productClass(),
                    place.trade(),
                    place.days(),
                    place.technicianName(),
                    place.from(),
                    place.pinned());
        }

        /** Names the place to the board's form. */
        public String key() {
            return dispatchId + "/" + n;
        }

        /** What decides who fits. */
        public String kind() {
            return Objects.requireNonNullElse(productClass, "") + "|" + trade + "|" + grade;
        }
    }

    /**
     * One person's days.
     *
     * @param unskilled numbers of the board's kinds she has not the skill for
     * @param above numbers of those the ladder does not send her to
     */
    public record PersonDays(Technicians.Technician person, List<Cell> cells, String unskilled, String above) {}

    /**
     * The board.
     *
     * @param counts how many run, by look, whatever is shown
     * @param kinds class, trade and grade of what can be moved
     */
    public record Board(
            Figures figures,
            Map<String, Long> counts,
            List<LocalDate> days,
            List<PersonDays> people,
            List<String> kinds,
            List<Movable> movable,
            Slice<Line> running) {
        public int kind(Movable place) {
            return kinds.indexOf(place.kind());
        }
    }

    /** What came of planning at once; the refusal is there where nothing did. */
    public record Replanned(
            long places,
            long filled,
            @Nullable String score,
            long millis,
            @JsonIgnore @Nullable Refusal refusal) {}
}
