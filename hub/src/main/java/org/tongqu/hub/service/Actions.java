package org.tongqu.hub.service;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.keeping.KeepingPages;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 下一步: what to do next for a customer by rules anybody may read, each with its reason; one set aside with a reason keeps away for days. */
@Component
public class Actions {
    /** A person keeps no more than these at once on one list. */
    private static final int MOST = 2000;

    private static final int LONGEST = 200;
    private static final int MOST_THRESHOLD = 1000;
    private static final int LONGEST_QUIET = 365;

    private final ActionStore store;
    private final Finding finding;
    private final Portfolios portfolios;
    private final KeepingPages keeping;
    private final AuditTrail trail;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    Actions(
            ActionStore store,
            Finding finding,
            Portfolios portfolios,
            KeepingPages keeping,
            AuditTrail trail,
            Policy policy,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.finding = finding;
        this.portfolios = portfolios;
        this.keeping = keeping;
        this.trail = trail;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** For one customer, the most urgent first. */
    public List<Action> of(Sender reader, String customerId) {
        policy.require(reader, Act.SEE_ACTIONS);
        return wall.read(
                Scope.of(reader),
                () -> shown(portfolios.heirs(List.of(customerId)).values()));
    }

    /** For all customers that a person keeps, absent for oneself; the most urgent first, then by customer. */
    public List<Action> list(Sender reader, @Nullable String person) {
        policy.require(reader, Act.SEE_ACTIONS);
        String keeper = person == null ? reader.login() : person;
        return wall.read(
                Scope.of(reader),
                () -> shown(keeping.keptBy(keeper).stream().limit(MOST).toList()));
    }

    private List<Action> shown(Collection<String> customers) {
        LocalDate today = today();
        Map<String, String> kins = portfolios.kins(customers);
        var aside = store.aside(kins.keySet(), today);
        var hidden = aside.stream()
                .map(key -> new ActionStore.Key(
                        kins.getOrDefault(key.customerId(), key.customerId()), key.rule(), key.subject()))
                .toList();
        return finding.actions(portfolios.lines(customers), kins, store.rules(), today).stream()
                .filter(action -> !hidden.contains(action.key()))
                .toList();
    }

    /** Keeps an action away for its rule's days, or for so many as are given; the id of that. */
    public ServiceCases.Answer dismiss(Sender by, Aside wanted) {
        policy.require(by, Act.DISMISS_ACTION);
        if (!NextRule.names().contains(wanted.rule())) {
            return ServiceCases.Answer.no(ServiceWords.unknownRule(NextRule.names()));
        }
        String why = wanted.why().strip();
        Integer days = wanted.days();
        if (why.isEmpty() || why.length() > LONGEST) {
            return ServiceCases.Answer.no(ServiceWords.badWords("/why"));
        }
        if (days != null && (days < 1 || days > LONGEST_QUIET)) {
            return ServiceCases.Answer.no(ServiceWords.badRule());
        }
        return wall.within(Scope.of(by), () -> {
            String customer = portfolios.kin(wanted.customerId()).stream()
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound().said());
            Portfolios.Line line = portfolios.lines(List.of(customer)).get(customer);
            String id = ids.next();
            ActionStore.Aside aside = new ActionStore.Aside(
                    customer,
                    line == null ? null : line.region(),
                    by.region(),
                    wanted.rule(),
                    wanted.subject(),
                    today().plusDays(days == null ? quiet(wanted.rule()) : days));
            store.dismiss(id, aside, why, by.login(), clock.instant());
            trail.note(Act.DISMISS_ACTION.name(), customer, wanted.rule() + " " + wanted.subject());
            return new ServiceCases.Answer(id, null);
        });
    }

    private int quiet(String rule) {
        return store.rules().stream()
                .filter(each -> each.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .quietDays();
    }

    /** An action that was set aside shows again. */
    public void takeBack(Sender by, String id) {
        policy.require(by, Act.DISMISS_ACTION);
        wall.run(Scope.of(by), () -> {
            if (!store.takeBack(id, clock.instant())) {
                throw Problem.notFound().said();
            }
            trail.note("ACTION_TAKEN_BACK", id, null);
        });
    }

    public List<Rule> rules(Sender reader) {
        policy.require(reader, Act.SEE_ACTIONS);
        return wall.read(Scope.of(reader), store::rules);
    }

    public boolean mayEditRules(Sender reader) {
        return policy.allows(reader.role(), Act.EDIT_ACTION_RULES);
    }

    /** From now on a rule speaks from this much on. */
    public Optional<Refusal> change(Sender by, Change change) {
        policy.require(by, Act.EDIT_ACTION_RULES);
        if (!NextRule.names().contains(change.rule())) {
            return ServiceWords.unknownRule(NextRule.names());
        }
        if (change.threshold() < 0
                || change.threshold() > MOST_THRESHOLD
                || change.quietDays() < 1
                || change.quietDays() > LONGEST_QUIET) {
            return ServiceWords.badRule();
        }
        wall.run(Scope.of(by), () -> {
            store.change(change, by.login(), clock.instant());
            trail.note(
                    Act.EDIT_ACTION_RULES.name(),
                    change.rule(),
                    change.threshold() + " / " + change.quietDays() + " / " + change.applied());
        });
        return Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }

    /**
     * What to do next.
     *
     * @param subject the machine or the case it is about; empty for the customer itself
     * @param caseId the case that waits, where it is one
     * @param zh the reason in Chinese
     * @param en the reason in English
     */
    public record Action(
            String rule,
            String customerId,
            String customer,
            String subject,
            @Nullable String caseId,
            String zh,
            String en) {
        @JsonIgnore
        ActionStore.Key key() {
            return new ActionStore.Key(customerId, rule, subject);
        }
    }

    /** @param threshold in days; percent for orders, years for age */
    public record Rule(
            String rule, int threshold, int quietDays, boolean applied, String changedBy, OffsetDateTime changedAt) {}

    /** What a rule is to be. */
    public record Change(String rule, int threshold, int quietDays, boolean applied) {}

    /** @param days absent for the rule's own */
    public record Aside(
            String customerId,
            String rule,
            String subject,
            @Nullable Integer days,
            String why) {}
}
