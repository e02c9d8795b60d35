package org.tongqu.hub.keeping;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.visits.VisitFiled;

/** 拜访计划: who means to visit a customer, on which day, to what end. A representative plans for itself, a manager and the desk for others too. */
@Component
public class VisitPlans {
    private static final int LONGEST = 200;

    private final VisitPlanStore store;
    private final Customers customers;
    private final Portfolios portfolios;
    private final Colleagues colleagues;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    VisitPlans(
            VisitPlanStore store,
            Customers customers,
            Portfolios portfolios,
            Colleagues colleagues,
            Policy policy,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.customers = customers;
        this.portfolios = portfolios;
        this.colleagues = colleagues;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** The refusal, or nothing where it is planned. */
    public Optional<Refusal> add(Sender by, Wanted wanted) {
        policy.require(by, Act.PLAN_VISIT);
        Optional<Refusal> wrong = wrong(wanted);
        if (wrong.isPresent()) {
            return wrong;
        }
        String person = wanted.person() == null ? by.login() : wanted.person();
        Optional<People.User> who = person(by, person);
        if (who.isEmpty()) {
            return Optional.of(new Refusal(
                    "/person",
                    "UNKNOWN_PERSON",
                    "不能替 " + person + " 做计划：代表只能给自己，经理可以给本大区的人。",
                    "You may not plan for " + person
                            + ": a representative plans for itself, a manager for its region."));
        }
        wall.run(Scope.of(by), () -> keep(by, wanted, who.get()));
        return Optional.empty();
    }

    private Optional<People.User> person(Sender by, String person) {
        return by.role() == Sender.Role.REP && !by.login().equals(person)
                ? Optional.empty()
                : colleagues.find(by, person).filter(Keepers::mayReceive);
    }

    private Optional<Refusal> wrong(Wanted wanted) {
        if (wanted.day().isBefore(today())) {
            return Optional.of(new Refusal(
                    "/day", "DAY_PAST", "计划的日子已经过去，请选今天或以后。", "The day is past; choose today or a later one."));
        }
        String purpose = wanted.purpose();
        return purpose.isBlank() || purpose.length() > LONGEST
                ? Optional.of(new Refusal(
                        "/purpose", "BAD_PURPOSE", "请写明目的，1 到 200 个字。", "Say the purpose in 1 to 200 characters."))
                : Optional.empty();
    }

    private void keep(Sender by, Wanted wanted, People.User who) {
        String heir = portfolios.kin(wanted.customerId()).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound().said());
        Portfolios.Line line = portfolios.lines(List.of(heir)).get(heir);
        Plan plan = new Plan(
                ids.next(), heir, who.login(), wanted.day(), wanted.purpose().strip(), "OPEN", by.login());
        store.add(plan, line == null ? null : line.region(), who.region(), clock.instant());
    }

    /** Ends an open plan, or opens it again; says whether it stood otherwise before. */
    public boolean settle(Sender by, String id, String from, String to) {
        policy.require(by, Act.PLAN_VISIT);
        return wall.within(
                Scope.of(by),
                () -> store.find(id)
                        .filter(plan -> plan.person().equals(by.login()) || by.role() != Sender.Role.REP)
                        .map(plan -> store.settle(id, from, to, clock.instant()))
                        .orElseThrow(() -> Problem.notFound().said()));
    }

    /** A visit keeps the plans that led to it; one whose day is still to come stands, for it may be the next. */
    @EventListener
    void on(VisitFiled visit) {
        LocalDate day = LocalDate.ofInstant(visit.report().visitedAt().toInstant(), Columns.HOUSE_ZONE);
        customers
                .customerOf(visit.sourceRecordId())
                .ifPresent(customer ->
                        store.kept(portfolios.kin(customer), visit.report().rep(), day, clock.instant()));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }

    /** @param person absent for oneself */
    public record Wanted(String customerId, @Nullable String person, LocalDate day, String purpose) {}

    /**
     * A plan.
     *
     * @param state OPEN, DONE or DROPPED
     */
    public record Plan(
            String id, String customerId, String person, LocalDate day, String purpose, String state, String madeBy) {}
}
