package org.tongqu.hub.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 扶植: logs what was done for an agent or about it, and withdraws what was not so. */
@Component
public class Support {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final int FURTHEST_YEARS = 100;
    private static final int LONGEST = 1000;
    private static final int LONGEST_WHY = 200;
    private static final int LONGEST_FORM = 64;

    private final SupportStore store;
    private final Dealers dealers;
    private final Colleagues colleagues;
    private final AuditTrail trail;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    Support(
            SupportStore store,
            Dealers dealers,
            Colleagues colleagues,
            AuditTrail trail,
            Policy policy,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.dealers = dealers;
        this.colleagues = colleagues;
        this.trail = trail;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** The id of what was logged, or why it was not; an agent of another region is not there. The same form sent again logs nothing more. */
    public Answer log(Sender by, Wanted wanted) {
        policy.require(by, Act.LOG_SUPPORT);
        if (wanted.agent().isEmpty()) {
            return new Answer(null, SupportWords.noAgent().orElseThrow());
        }
        String region = dealers.required(by, wanted.agent()).region();
        LocalDate day = Objects.requireNonNullElse(wanted.day(), today());
        Optional<Refusal> wrong = wrong(by, wanted, day);
        return wrong.isPresent()
                ? new Answer(null, wrong.get())
                : wall.within(Scope.of(by), () -> {
                    String id = ids.next();
                    if (!store.add(id, wanted, region, day, by.login(), clock.instant())) {
                        return again(by, wanted, day);
                    }
                    trail.note(Act.LOG_SUPPORT.name(), id, wanted.agent() + " " + wanted.kind() + " " + day);
                    return new Answer(id, null);
                });
    }

    /** A form that was sent before: the same words are what stands, other words are not silently dropped. */
    private Answer again(Sender by, Wanted wanted, LocalDate day) {
        return store.sent(by.login(), Objects.requireNonNull(wanted.formNo()))
                .filter(logged -> logged.says(wanted, day, by.login()))
                .map(logged -> new Answer(logged.id(), null))
                .orElseGet(() -> new Answer(null, SupportWords.sentBefore().orElseThrow()));
    }

    private Optional<Refusal> wrong(Sender by, Wanted wanted, LocalDate day) {
        LocalDate until = wanted.until();
        if (Arrays.stream(SupportKind.values()).noneMatch(each -> each.name().equals(wanted.kind()))) {
            return SupportWords.unknownKind();
        }
        if (day.isAfter(today()) || day.isBefore(FIRST) || (until != null && isOut(until, day))) {
            return SupportWords.badDays();
        }
        if (wanted.formNo() != null && wanted.formNo().length() > LONGEST_FORM) {
            return SupportWords.badForm();
        }
        if (wanted.purpose().isBlank() || wanted.purpose().strip().length() > LONGEST) {
            return SupportWords.badPurpose();
        }
        return isColleague(by, wanted.doneBy()) ? Optional.empty() : SupportWords.unknownPerson();
    }

    private boolean isOut(LocalDate until, LocalDate day) {
        return until.isBefore(day) || until.isAfter(today().plusYears(FURTHEST_YEARS));
    }

    private boolean isColleague(Sender by, @Nullable String login) {
        return login == null
                || login.equals(by.login())
                || colleagues.find(by, login).filter(People.User::active).isPresent();
    }

    /** It stays in the list, marked, and counts no more. */
    public Optional<Refusal> withdraw(Sender by, String id, String why) {
        policy.require(by, Act.LOG_SUPPORT);
        if (why.isBlank() || why.strip().length() > LONGEST_WHY) {
            return SupportWords.badWhy();
        }
        return wall.within(Scope.of(by), () -> {
            SupportStore.Logged logged =
                    store.lock(id).orElseThrow(() -> Problem.notFound().said());
            if (logged.withdrawn() != null) {
                return SupportWords.withdrawnAlready();
            }
            store.withdraw(id, why, by.login(), clock.instant());
            trail.note(Act.LOG_SUPPORT.name(), id, "withdrawn: " + why.strip());
            return Optional.empty();
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }

    /**
     * An action that is to be logged.
     *
     * @param kind one of {@link SupportKind}
     * @param day absent for today
     * @param until its last day; absent where it was of one day or goes on
     * @param purpose what for
     * @param doneBy login of whoever did it; absent for the asker
     * @param formNo under which the asker may send it again without logging it again; absent where each is another
     */
    public record Wanted(
            String agent,
            String kind,
            @Nullable LocalDate day,
            @Nullable LocalDate until,
            String purpose,
            @Nullable String doneBy,
            @Nullable String formNo) {}

    /** Exactly one of the two is there. */
    public record Answer(@Nullable String id, @Nullable Refusal refusal) {}
}
