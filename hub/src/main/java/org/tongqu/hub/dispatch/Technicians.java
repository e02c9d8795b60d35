package org.tongqu.hub.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 技术人员: who may be sent, what each knows, where each lives, how many days a month, and when each is away. */
@Component
public class Technicians {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_WHY = 200;

    private final TechnicianStore store;
    private final DispatchStore dispatches;
    private final Partners partners;
    private final People people;
    private final AuditTrail trail;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    Technicians(
            TechnicianStore store,
            DispatchStore dispatches,
            Partners partners,
            People people,
            AuditTrail trail,
            Policy policy,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.dispatches = dispatches;
        this.partners = partners;
        this.people = people;
        this.trail = trail;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** Those who may be sent first, by region, the highest rung first. */
    public List<Technician> all(Sender reader) {
        policy.require(reader, Act.READ_TECHNICIANS);
        return wall.read(Scope.of(reader), () -> store.all(month()));
    }

    /** The ladder. */
    public List<Tier> tiers(Sender reader) {
        return wall.read(Scope.of(reader), store::tiers);
    }

    /** Enters a technician, or says anew what one is; the plan looks again. */
    public Dispatches.Answer enter(Sender by, @Nullable String id, Wanted wanted) {
        policy.require(by, Act.EDIT_TECHNICIANS);
        Optional<Refusal> wrong = misfit(wanted);
        if (wrong.isPresent()) {
            return new Dispatches.Answer(null, wrong.get());
        }
        String kept = id == null ? ids.next() : id;
        return wall.within(Scope.of(by), () -> {
            if (id != null && !store.exists(id)) {
                throw Problem.notFound().said();
            }
            Optional<Refusal> taken = taken(kept, wanted.login());
            if (taken.isPresent()) {
                return new Dispatches.Answer(null, taken.get());
            }
            store.enter(kept, wanted, by.login(), clock.instant());
            store.skills(kept, wanted.skills(), clock.instant());
            dispatches.allTouched();
            trail.note(Act.EDIT_TECHNICIANS.name(), kept, wanted.name());
            return new Dispatches.Answer(kept, null);
        });
    }

    private Optional<Refusal> taken(String id, @Nullable String login) {
        return login == null
                        || store.ofLogin(login)
                                .filter(other -> !other.equals(id))
                                .isEmpty()
                ? Optional.empty()
                : DispatchWords.badTechnician(
                        "/login", "这个登录名已属于另一位技术人员。", "That login belongs to another technician.");
    }

    private Optional<Refusal> misfit(Wanted wanted) {
        if (wanted.name().isBlank() || wanted.name().length() > LONGEST_NAME) {
            return DispatchWords.badTechnician("/name", "请写姓名，最多 60 个字。", "Give a name of at most 60 characters.");
        }
        if (wanted.lineManager().isBlank() || wanted.lineManager().length() > LONGEST_NAME) {
            return DispatchWords.badTechnician("/lineManager", "请写直属主管。", "Give the line manager, who stays so.");
        }
        if (people.regions().stream().noneMatch(region -> region.code().equals(wanted.region()))) {
            return DispatchWords.badTechnician("/region", "没有这个大区。", "There is no such region.");
        }
        if (wanted.level() < 1 || wanted.level() > 5 || wanted.daysCap() < 0 || wanted.daysCap() > 31) {
            return DispatchWords.badTechnician(
                    "/level", "级别为 1 到 5，每月天数为 0 到 31。", "The level is 1 to 5, the days a month 0 to 31.");
        }
        return wanted.skills().stream()
                        .allMatch(skill -> partners.knowsClass(skill.productClass()) && Trade.knows(skill.trade()))
                ? Optional.empty()
                : DispatchWords.badTechnician(
                        "/skills", "技能要写已有的产品类别和专业。", "A skill names a known product class and a known trade.");
    }

    /** From and until, both days included. */
    public Dispatches.Answer away(Sender by, String id, LocalDate from, LocalDate until, String why) {
        policy.require(by, Act.EDIT_TECHNICIANS);
        if (until.isBefore(from) || why.isBlank() || why.length() > LONGEST_WHY) {
            return new Dispatches.Answer(
                    null,
                    DispatchWords.badTechnician(
                                    "/from",
                                    "请写起止日期（止不早于起）和事由。",
                                    "Give the first and the last day, in that order, and why.")
                            .orElseThrow());
        }
        return wall.within(Scope.of(by), () -> {
            if (!store.exists(id)) {
                throw Problem.notFound().said();
            }
            String absence = ids.next();
            store.away(absence, id, from, until, why.strip(), by.login(), clock.instant());
            dispatches.allTouched();
            trail.note(Act.EDIT_TECHNICIANS.name(), id, "away " + from + " " + until);
            return new Dispatches.Answer(absence, null);
        });
    }

    /** An absence that is none after all. */
    public void back(Sender by, String id, String absence) {
        policy.require(by, Act.EDIT_TECHNICIANS);
        wall.run(Scope.of(by), () -> {
            if (!store.back(id, absence, clock.instant())) {
                throw Problem.notFound().said();
            }
            dispatches.allTouched();
            trail.note(Act.EDIT_TECHNICIANS.name(), id, "back " + absence);
        });
    }

    private LocalDate month() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE).withDayOfMonth(1);
    }

    /** Trades a skill may name. */
    public static List<String> trades() {
        return java.util.Arrays.stream(Trade.values()).map(Enum::name).toList();
    }

    /** @param grades of needs to which this rung is sent */
    public record Tier(int level, String zh, String en, List<String> grades) {
        public Tier {
            grades = List.copyOf(grades);
        }
    }

    /** A trade in a product class and all below it. */
    public record Skill(String productClass, String trade) {}

    /** Both days included. */
    public record Absence(String id, LocalDate from, LocalDate until, String why) {}

    /**
     * A technician.
     *
     * @param booked days of this month that are promised
     */
    public record Technician(
            String id,
            @Nullable String login,
            String name,
            int level,
            String region,
            String lineManager,
            int daysCap,
            int booked,
            boolean active,
            List<Skill> skills,
            List<Absence> absences) {
        public Technician {
            skills = List.copyOf(skills);
            absences = List.copyOf(absences);
        }

        public boolean has(String productClass, String trade) {
            return skills.contains(new Skill(productClass, trade));
        }
    }

    /** What a technician is said to be. */
    public record Wanted(
            @Nullable String login,
            String name,
            int level,
            String region,
            String lineManager,
            int daysCap,
            boolean active,
            List<Skill> skills) {
        public Wanted {
            skills = List.copyOf(skills);
        }
    }
}
