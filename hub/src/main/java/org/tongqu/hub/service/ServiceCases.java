package org.tongqu.hub.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.channel.AgentTree;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.dispatch.Lending;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.visits.VisitsPages;

/** 服务单: opened from a visit or the customer's page in one step; headquarters send a technician or an agent that takes repair, until it is solved. */
@Component
public class ServiceCases {
    private static final int LONGEST = 1000;
    private static final int LONGEST_SERIAL = 60;

    private final ServiceCaseStore store;
    private final VisitsPages visits;
    private final Customers customers;
    private final Portfolios portfolios;
    private final Lending lending;
    private final AgentTree agents;
    private final AuditTrail trail;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    ServiceCases(
            ServiceCaseStore store,
            VisitsPages visits,
            Customers customers,
            Portfolios portfolios,
            Lending lending,
            AgentTree agents,
            AuditTrail trail,
            Policy policy,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.visits = visits;
        this.customers = customers;
        this.portfolios = portfolios;
        this.lending = lending;
        this.agents = agents;
        this.trail = trail;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** The id of the case, or why there is none; a visit alone says the customer, and its machine where it saw but one. */
    public Answer open(Sender by, Wanted wanted) {
        policy.require(by, Act.OPEN_SERVICE);
        if (isBad(wanted.trouble())) {
            return Answer.no(ServiceWords.badWords("/trouble"));
        }
        String serial = wanted.serial();
        if (serial != null && serial.length() > LONGEST_SERIAL) {
            return Answer.no(Optional.of(ServiceWords.noSuchMachine()));
        }
        return wall.within(Scope.of(by), () -> {
            String id = ids.next();
            store.open(id, subject(by, wanted), wanted, by.region(), by.login(), clock.instant());
            step(id, "OPENED", wanted.trouble().strip(), by);
            trail.note(Act.OPEN_SERVICE.name(), id, null);
            return new Answer(id, null);
        });
    }

    private Subject subject(Sender by, Wanted wanted) {
        Optional<VisitsPages.Visit> visit = Optional.ofNullable(wanted.visitId())
                .map(id -> visits.visit(by, id)
                        .orElseThrow(() -> Problem.notFound().said()));
        String customer = Optional.ofNullable(wanted.customerId())
                .or(() -> visit.flatMap(seen -> customers.customerOf(seen.sourceRecordId())))
                .flatMap(id -> portfolios.kin(id).stream().findFirst())
                .orElseThrow(() -> Problem.notFound().said());
        Portfolios.Line line =
                Objects.requireNonNull(portfolios.lines(List.of(customer)).get(customer));
        String serial = wanted.serial() != null
                ? wanted.serial()
                : visit.map(VisitsPages.Visit::usage)
                        .filter(usage -> usage.size() == 1)
                        .map(usage -> usage.getFirst().serial())
                        .orElse(null);
        return new Subject(customer, line.name(), line.region(), serial);
    }

    /** Sends one of both; whoever was sent before has its days back. */
    public Optional<Refusal> send(Sender by, String id, Sent sent) {
        policy.require(by, Act.SEND_SERVICE);
        return moved(by, id, CaseState.SENT, head -> {
            Lending.Lent before = head.lent();
            if (before != null) {
                lending.giveBack(by, before);
            }
            return sent.agent() == null ? technician(by, head, sent) : agent(by, head, sent.agent());
        });
    }

    private Optional<Refusal> technician(Sender by, ServiceCaseStore.Head head, Sent sent) {
        String technician = sent.technician();
        LocalDate from = sent.from();
        LocalDate until = sent.until();
        if (technician == null || from == null || until == null) {
            return ServiceWords.whoIsSent();
        }
        Lending.Answer answer = lending.lend(by, technician, from, until, "S-" + head.number());
        Lending.Lent lent = answer.lent();
        if (lent == null) {
            return Optional.ofNullable(answer.refusal());
        }
        store.sendTechnician(head.id(), lent, from, until, clock.instant());
        step(head.id(), "SENT", lent.name() + " " + from + " – " + until, by);
        return Optional.empty();
    }

    private Optional<Refusal> agent(Sender by, ServiceCaseStore.Head head, String agent) {
        if (agents.repairers(head.region()).stream()
                .noneMatch(each -> each.agent().equals(agent))) {
            return ServiceWords.noRepair(agent);
        }
        store.sendAgent(head.id(), agent, clock.instant());
        step(head.id(), "SENT", agent, by);
        return Optional.empty();
    }

    public Optional<Refusal> arrive(Sender by, String id) {
        policy.require(by, Act.REPORT_SERVICE);
        return moved(by, id, CaseState.ARRIVED, head -> {
            store.arrived(id, clock.instant());
            step(id, "ARRIVED", "", by);
            return Optional.empty();
        });
    }

    /** @param outcome what was found and done, for the rep to read */
    public Optional<Refusal> solve(Sender by, String id, String outcome) {
        policy.require(by, Act.REPORT_SERVICE);
        if (isBad(outcome)) {
            return ServiceWords.badWords("/outcome");
        }
        return moved(by, id, CaseState.SOLVED, head -> {
            store.solved(id, outcome.strip(), clock.instant());
            step(id, "SOLVED", outcome.strip(), by);
            return Optional.empty();
        });
    }

    /** One that somebody is on the way for is closed by those who sent, who give the days back. */
    public Optional<Refusal> close(Sender by, String id, String words) {
        policy.require(by, Act.CLOSE_SERVICE);
        return moved(by, id, CaseState.CLOSED, head -> {
            Lending.Lent lent = head.lent();
            if (head.state() == CaseState.SENT) {
                policy.require(by, Act.SEND_SERVICE);
                if (lent != null) {
                    lending.giveBack(by, lent);
                }
            }
            store.closed(id, clock.instant());
            step(id, "CLOSED", words.strip(), by);
            return Optional.empty();
        });
    }

    /** The machine is in trouble again; headquarters see the case as on the first day. */
    public Optional<Refusal> reopen(Sender by, String id, String why) {
        policy.require(by, Act.OPEN_SERVICE);
        if (isBad(why)) {
            return ServiceWords.badWords("/why");
        }
        return moved(by, id, CaseState.OPEN, head -> {
            store.reopened(id);
            step(id, "REOPENED", why.strip(), by);
            return Optional.empty();
        });
    }

    /** What is refused leaves nothing behind. */
    private Optional<Refusal> moved(
            Sender by, String id, CaseState to, Function<ServiceCaseStore.Head, Optional<Refusal>> act) {
        return wall.within(Scope.of(by), () -> {
            ServiceCaseStore.Head head =
                    store.lock(id).orElseThrow(() -> Problem.notFound().said());
            if (!head.state().goesTo(to)) {
                return ServiceWords.otherwise(head.state());
            }
            return wall.unless(Optional::isPresent, () -> {
                trail.note("SERVICE_" + to, id, null);
                return act.apply(head);
            });
        });
    }

    private void step(String id, String kind, String words, Sender by) {
        store.step(ids.next(), id, kind, words, by.login(), clock.instant());
    }

    private static boolean isBad(String words) {
        return words.isBlank() || words.strip().length() > LONGEST;
    }

    /**
     * A case that is to be.
     *
     * @param customerId absent where the visit says it
     * @param serial absent where no machine is known, or the visit saw but one
     * @param technician whether headquarters are asked to send somebody
     */
    public record Wanted(
            @Nullable String customerId,
            @Nullable String visitId,
            @Nullable String serial,
            String trouble,
            boolean technician) {}

    /** Who is sent: a technician on days, or an agent. */
    public record Sent(
            @Nullable String technician,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String agent) {}

    /** Whom and what a case is about. */
    record Subject(
            String customerId,
            String name,
            @Nullable String region,
            @Nullable String serial) {}

    /** Exactly one of the two is there. */
    public record Answer(@Nullable String id, @Nullable Refusal refusal) {
        static Answer no(Optional<Refusal> refusal) {
            return new Answer(null, refusal.orElseThrow());
        }
    }
}
