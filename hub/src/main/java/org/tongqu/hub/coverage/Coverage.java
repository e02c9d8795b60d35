package org.tongqu.hub.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.Partners;
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

/** 覆盖: who is put to which region and class, and who stands in. */
@Component
public class Coverage {
    private static final int LONGEST_WHY = 200;

    private final CoverageStore store;
    private final Colleagues colleagues;
    private final People people;
    private final Partners partners;
    private final AuditTrail trail;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    Coverage(
            CoverageStore store,
            Colleagues colleagues,
            People people,
            Partners partners,
            AuditTrail trail,
            Policy policy,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.colleagues = colleagues;
        this.people = people;
        this.partners = partners;
        this.trail = trail;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts a person to a region and a class; the id, or why not. */
    public Answer assign(Sender by, Assignment wanted) {
        policy.require(by, Act.EDIT_COVERAGE);
        Optional<Refusal> wrong = wrong(by, wanted);
        return wrong.isPresent()
                ? Answer.refused(wrong.get())
                : wall.within(Scope.of(by), () -> {
                    boolean there = store.assignments().stream()
                            .anyMatch(each -> each.isSameCell(wanted) && each.isOn(wanted.from()));
                    if (there) {
                        return Answer.refused(CoverWords.twice().orElseThrow());
                    }
                    Assignment made = wanted.named(ids.next());
                    store.add(made, by.login(), clock.instant());
                    trail.note(
                            Act.EDIT_COVERAGE.name(),
                            made.id(),
                            wanted.login() + " " + wanted.region() + " " + wanted.productClass());
                    return new Answer(made.id(), null);
                });
    }

    private Optional<Refusal> wrong(Sender by, Assignment wanted) {
        boolean cell = people.regions().stream().anyMatch(each -> each.code().equals(wanted.region()))
                && partners.knowsClass(wanted.productClass());
        LocalDate until = wanted.until();
        if (!cell) {
            return CoverWords.unknownCell();
        }
        if (until != null && until.isBefore(wanted.from())) {
            return CoverWords.badDays();
        }
        return isOthers(by, wanted.region()) ? CoverWords.otherRegion() : unknown(by, wanted.login());
    }

    private static boolean isOthers(Sender by, String region) {
        return by.role() == Sender.Role.MANAGER && !region.equals(by.region());
    }

    private Optional<Refusal> unknown(Sender by, String login) {
        return colleagues
                        .find(by, login)
                        .filter(user -> user.active() && user.role() != Sender.Role.DESK)
                        .isPresent()
                ? Optional.empty()
                : CoverWords.unknownPerson();
    }

    /** Its last day was yesterday, or the day it began where that is today. */
    public Optional<Refusal> end(Sender by, String id) {
        policy.require(by, Act.EDIT_COVERAGE);
        return wall.within(Scope.of(by), () -> {
            if (store.find(id).isEmpty()) {
                throw Problem.notFound().said();
            }
            store.end(id, today().minusDays(1));
            trail.note(Act.EDIT_COVERAGE.name(), id, "end");
            return Optional.empty();
        });
    }

    /** Somebody is away, and another stands in for all she covers. */
    public Answer away(Sender by, Absence wanted) {
        policy.require(by, Act.EDIT_COVERAGE);
        String standIn = wanted.standIn();
        Optional<Refusal> wrong = wanted.until().isBefore(wanted.from())
                ? CoverWords.badDays()
                : wanted.why().isBlank() || wanted.why().length() > LONGEST_WHY
                        ? CoverWords.badWhy()
                        : unknown(by, wanted.login())
                                .or(() -> standIn == null ? Optional.empty() : unknown(by, standIn));
        return wrong.isPresent() ? Answer.refused(wrong.get()) : away(by, wanted, regionOf(by, wanted.login()));
    }

    private String regionOf(Sender by, String login) {
        return colleagues.find(by, login).map(People.User::region).orElseThrow();
    }

    private Answer away(Sender by, Absence wanted, String region) {
        return wall.within(Scope.of(by), () -> {
            Absence made = wanted.named(ids.next(), region);
            store.away(made, by.login(), clock.instant());
            trail.note(Act.EDIT_COVERAGE.name(), made.id(), wanted.login() + " " + wanted.from());
            return new Answer(made.id(), null);
        });
    }

    public Optional<Refusal> back(Sender by, String id) {
        policy.require(by, Act.EDIT_COVERAGE);
        if (!wall.within(Scope.of(by), () -> store.back(id, clock.instant()))) {
            throw Problem.notFound().said();
        }
        return Optional.empty();
    }

    /** By need, who owns it besides whoever raised it; within the scope at hand. */
    public Map<String, Set<String>> alsoOwn(Collection<String> needs) {
        Map<String, Set<String>> owners = new HashMap<>();
        store.routed(needs, null, Integer.MAX_VALUE)
                .forEach(each -> owners.computeIfAbsent(each.needId(), none -> new HashSet<>())
                        .add(each.login()));
        return owners;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }

    /**
     * 分工: a person, a region, a class and all below it.
     *
     * @param directSeller whether she sells directly too
     * @param until her last day there; absent while it is open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Assignment(
            String id,
            String login,
            String region,
            String productClass,
            boolean directSeller,
            LocalDate from,
            @Nullable LocalDate until) {
        boolean isOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }

        boolean isSameCell(Assignment other) {
            return login.equals(other.login) && region.equals(other.region) && productClass.equals(other.productClass);
        }

        Assignment named(String id) {
            return new Assignment(id, login, region, productClass, directSeller, from, until);
        }
    }

    /** @param standIn login of who stands in; absent where nobody does */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Absence(
            String id,
            String login,
            String region,
            LocalDate from,
            LocalDate until,
            @Nullable String standIn,
            String why) {
        boolean isOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }

        Absence named(String id, String region) {
            return new Absence(id, login, region, from, until, standIn, why.strip());
        }
    }

    /** Exactly one of the two is there. */
    public record Answer(@Nullable String id, @Nullable Refusal refusal) {
        static Answer refused(Refusal refusal) {
            return new Answer(null, refusal);
        }
    }
}
