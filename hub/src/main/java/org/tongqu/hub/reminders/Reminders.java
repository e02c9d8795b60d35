package org.tongqu.hub.reminders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.dispatch.Tidings;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** 提醒: a person's own inbox, nobody else's. */
@Component
public class Reminders {
    /** OPEN is what asks for attention today. */
    public static final List<String> STATES = List.of("OPEN", "SNOOZED", "PAST");

    private static final int LONGEST_SNOOZE = 30;

    private final RemindersStore store;
    private final Tidings tidings;
    private final Policy policy;
    private final Wall wall;
    private final Clock clock;

    Reminders(RemindersStore store, Tidings tidings, Policy policy, Wall wall, Clock clock) {
        this.store = store;
        this.tidings = tidings;
        this.policy = policy;
        this.wall = wall;
        this.clock = clock;
    }

    /** Newest first. */
    public Slice<Reminder> list(Sender reader, String state, Window window) {
        policy.require(reader, Act.KEEP_REMINDER);
        return wall.read(Scope.of(reader), () -> Slice.of(rows(reader.login(), state, window), window, Reminder::id));
    }

    private List<Reminder> rows(String login, String state, Window window) {
        return switch (state) {
            case "SNOOZED" -> store.snoozed(login, today(), window);
            case "PAST" -> store.past(login, today(), window);
            default -> store.open(login, today(), window);
        };
    }

    /** How many ask for attention today; none for whom there is no inbox. */
    public long count(Sender reader) {
        return policy.allows(reader.role(), Act.KEEP_REMINDER)
                ? wall.read(Scope.of(reader), () -> store.count(reader.login(), today()))
                : 0;
    }

    /** The same with what the person was told and has not seen yet. */
    public long waiting(Sender reader) {
        return policy.allows(reader.role(), Act.KEEP_REMINDER)
                ? wall.read(Scope.of(reader), () -> store.count(reader.login(), today()) + tidings.count(reader))
                : 0;
    }

    /** Out of sight until that day, unless its cause goes before. */
    public Optional<Refusal> snooze(Sender by, String id, LocalDate until) {
        policy.require(by, Act.KEEP_REMINDER);
        if (!until.isAfter(today()) || until.isAfter(today().plusDays(LONGEST_SNOOZE))) {
            return Optional.of(new Refusal(
                    "/until", "BAD_DAY", "请选明天起 30 天之内的一天。", "Choose a day within 30 days from tomorrow on."));
        }
        return found(by, () -> store.snooze(id, by.login(), until));
    }

    /** This step is not shown again; the next step of the ladder still comes where the cause stays. */
    public Optional<Refusal> done(Sender by, String id) {
        policy.require(by, Act.KEEP_REMINDER);
        return found(by, () -> store.done(id, by.login(), clock.instant()));
    }

    private Optional<Refusal> found(Sender by, java.util.function.Supplier<Boolean> act) {
        if (!wall.within(Scope.of(by), act)) {
            throw Problem.notFound().said();
        }
        return Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }

    /**
     * Somebody is reminded of something.
     *
     * @param step WARNING, LATE, MANAGER or DESK
     * @param hop what is waited for
     * @param holder who must move; empty where it is the owner
     * @param owner who follows it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reminder(
            String id,
            String step,
            String hop,
            String what,
            String link,
            String holder,
            @Nullable String owner,
            String grade,
            OffsetDateTime since,
            OffsetDateTime dueAt,
            OffsetDateTime openedAt,
            @Nullable LocalDate snoozedUntil,
            @Nullable OffsetDateTime doneAt,
            @Nullable OffsetDateTime endedAt,
            @Nullable String endedWhy) {}
}
