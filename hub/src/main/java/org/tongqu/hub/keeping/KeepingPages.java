package org.tongqu.hub.keeping;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Exports;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** Keepers, plans, notes and handovers as shown. */
@Component
public final class KeepingPages {
    private static final Duration A_MONTH = Duration.ofDays(30);

    private final KeeperStore keepers;
    private final VisitPlanStore plans;
    private final Notes notes;
    private final HandoverStore store;
    private final Moving moving;
    private final Holdings holdings;
    private final Gaps gaps;
    private final Portfolios portfolios;
    private final Colleagues colleagues;
    private final Exports exports;
    private final Policy policy;
    private final Wall wall;
    private final Clock clock;

    KeepingPages(
            KeeperStore keepers,
            VisitPlanStore plans,
            Notes notes,
            HandoverStore store,
            Moving moving,
            Holdings holdings,
            Gaps gaps,
            Portfolios portfolios,
            Colleagues colleagues,
            Exports exports,
            Policy policy,
            Wall wall,
            Clock clock) {
        this.keepers = keepers;
        this.plans = plans;
        this.notes = notes;
        this.store = store;
        this.moving = moving;
        this.holdings = holdings;
        this.gaps = gaps;
        this.portfolios = portfolios;
        this.colleagues = colleagues;
        this.exports = exports;
        this.policy = policy;
        this.wall = wall;
        this.clock = clock;
    }

    /** What this room knows of one customer, and what the reader may add to it. */
    public Corner corner(Sender reader, String customerId) {
        Map<String, String> names = names(reader);
        return wall.read(Scope.of(reader), () -> {
            List<String> kin = portfolios.kin(customerId);
            KeeperStore.Kept kept = keepers.today(kin).orElse(null);
            return new Corner(
                    customerId,
                    kept == null ? null : names.getOrDefault(kept.person(), kept.person()),
                    plans.openFor(kin).stream()
                            .map(plan -> PlanLine.of(plan, "", names))
                            .toList(),
                    notes.on(kin),
                    names,
                    policy.allows(reader.role(), Act.PLAN_VISIT),
                    policy.allows(reader.role(), Act.KEEP_NOTE),
                    policy.allows(reader.role(), Act.SEE_HANDOVERS));
        });
    }

    /** Own open plans, the nearest day first. */
    public List<PlanLine> plans(Sender reader) {
        Map<String, String> names = names(reader);
        return wall.read(Scope.of(reader), () -> {
            List<VisitPlans.Plan> open = plans.open(reader.login());
            Map<String, String> customers =
                    customerNames(open.stream().map(VisitPlans.Plan::customerId).toList());
            return open.stream()
                    .map(plan -> PlanLine.of(plan, customers.getOrDefault(plan.customerId(), "?"), names))
                    .toList();
        });
    }

    /** Open plans of anybody in sight for a customer. */
    public List<PlanLine> plansFor(Sender reader, String customerId) {
        return corner(reader, customerId).plans();
    }

    /** Names of the customers that notes are about, by the id they were kept under. */
    public Map<String, String> customersOf(Sender reader, Collection<Notes.Note> of) {
        return wall.read(
                Scope.of(reader),
                () -> customerNames(of.stream().map(Notes.Note::customerId).toList()));
    }

    private Map<String, String> customerNames(Collection<String> ids) {
        Map<String, String> heirs = portfolios.heirs(ids);
        Map<String, Portfolios.Line> lines = portfolios.lines(heirs.values());
        Map<String, String> named = new HashMap<>();
        heirs.forEach((id, heir) -> {
            Portfolios.Line line = lines.get(heir);
            named.put(id, line == null ? "?" : line.name());
        });
        return named;
    }

    /** Handovers in sight, newest first. */
    public Slice<HandoverLine> handovers(Sender reader, Window window) {
        policy.require(reader, Act.SEE_HANDOVERS);
        Map<String, String> names = names(reader);
        return wall.read(
                Scope.of(reader),
                () -> Slice.of(store.list(window), window, head -> String.valueOf(head.number()))
                        .map(head -> line(head, names)));
    }

    private HandoverLine line(HandoverStore.Head head, Map<String, String> names) {
        List<Part> parts = store.parts(head.id()).stream()
                .map(part -> new Part(
                        part.receiver(),
                        names.getOrDefault(part.receiver(), part.receiver()),
                        part.signedAs(),
                        part.signedAt(),
                        store.counts(head.id(), part.receiver())))
                .toList();
        return new HandoverLine(
                head.id(),
                head.number(),
                head.leaver(),
                names.getOrDefault(head.leaver(), head.leaver()),
                head.madeBy(),
                names.getOrDefault(head.madeBy(), head.madeBy()),
                head.madeAt(),
                head.undoneAt(),
                parts);
    }

    /** A handover whole: its counts, the customers that went, what they lack, and for managers what the leaver took out of the house. */
    public Optional<Handover> handover(Sender reader, String id) {
        policy.require(reader, Act.SEE_HANDOVERS);
        Map<String, String> names = names(reader);
        Optional<Handover> found =
                wall.read(Scope.of(reader), () -> store.find(id).map(head -> whole(reader, line(head, names))));
        return found.map(handover -> policy.allows(reader.role(), Act.HAND_OVER) || reader.role() == Sender.Role.AUDITOR
                ? handover.with(lately(handover.line().leaver(), handover.line().madeAt()))
                : handover);
    }

    private Handover whole(Sender reader, HandoverLine line) {
        Map<String, String> asKept = new HashMap<>();
        line.parts()
                .forEach(part -> asKept.putAll(portfolios.heirs(store.items(line.id(), part.receiver(), "CUSTOMER"))));
        Map<String, Portfolios.Line> customers = portfolios.lines(asKept.values());
        boolean open = line.state() == State.WAITING && line.parts().stream().allMatch(part -> part.signedAt() == null);
        return new Handover(
                line,
                List.copyOf(customers.values()),
                gaps.of(customers, asKept),
                null,
                open && policy.allows(reader.role(), Act.HAND_OVER),
                line.undoneAt() == null
                        && line.parts().stream()
                                .anyMatch(part -> part.receiver().equals(reader.login()) && part.signedAt() == null));
    }

    private List<Exports.Export> lately(String leaver, OffsetDateTime until) {
        return exports.of(leaver, until.toInstant().minus(A_MONTH));
    }

    /** What a colleague keeps, before it is handed over. */
    public Outlook outlook(Sender by, String login) {
        policy.require(by, Act.HAND_OVER);
        People.User leaver =
                colleagues.find(by, login).orElseThrow(() -> Problem.notFound().said());
        List<Exports.Export> out = exports.of(login, clock.instant().minus(A_MONTH));
        List<People.User> receivers = colleagues.of(by).stream()
                .filter(Keepers::mayReceive)
                .filter(user -> !user.login().equals(login))
                .toList();
        return wall.read(Scope.of(by), () -> outlook(leaver, receivers, out));
    }

    private Outlook outlook(People.User leaver, List<People.User> receivers, List<Exports.Export> out) {
        Shares.Share all =
                new Shares.Share(leaver, moving.held(leaver.login(), false).pieces());
        Map<String, String> asKept = portfolios.heirs(all.ids("CUSTOMER"));
        Map<String, Portfolios.Line> customers = portfolios.lines(asKept.values());
        return new Outlook(
                leaver.login(),
                leaver.name(),
                leaver.active(),
                Count.of(holdings.of(all)),
                List.copyOf(customers.values()),
                gaps.of(customers, asKept),
                out,
                receivers.stream()
                        .collect(Collectors.toMap(
                                People.User::login, People.User::name, (one, other) -> one, LinkedHashMap::new)));
    }

    /** Colleagues whose customers the asker may hand over, by login. */
    public Map<String, String> names(Sender asker) {
        return colleagues.of(asker).stream()
                .collect(Collectors.toMap(
                        People.User::login, People.User::name, (one, other) -> one, LinkedHashMap::new));
    }

    /** Today's customers that a person keeps, within the scope at hand. */
    public List<String> keptBy(String person) {
        return portfolios
                .heirs(keepers.heldBy(person).stream()
                        .map(KeeperStore.Kept::customerId)
                        .toList())
                .values()
                .stream()
                .distinct()
                .toList();
    }

    /** Who keeps each of these today, by the id it is kept under, within the scope at hand. */
    public Map<String, String> keepersOf(Collection<String> customers) {
        return keepers.all(customers).stream()
                .collect(Collectors.toMap(
                        KeeperStore.Kept::customerId, KeeperStore.Kept::person, (first, later) -> first));
    }

    public boolean mayHandOver(Sender asker) {
        return policy.allows(asker.role(), Act.HAND_OVER);
    }

    /** What stands on a customer's page: its keeper's name, absent where nobody keeps it, open plans, and the reader's own notes; partners are shown none of it. */
    public record Corner(
            String customerId,
            @Nullable String keeper,
            List<PlanLine> plans,
            List<Notes.Note> notes,
            Map<String, String> colleagues,
            boolean mayPlan,
            boolean mayNote,
            boolean shown) {}

    /** A plan in a list. */
    public record PlanLine(
            String id,
            String customerId,
            String customer,
            String person,
            String personName,
            LocalDate day,
            String purpose) {
        static PlanLine of(VisitPlans.Plan plan, String customer, Map<String, String> names) {
            return new PlanLine(
                    plan.id(),
                    plan.customerId(),
                    customer,
                    plan.person(),
                    names.getOrDefault(plan.person(), plan.person()),
                    plan.day(),
                    plan.purpose());
        }
    }

    /** How an act stands. */
    public enum State {
        WAITING,
        SIGNED,
        UNDONE
    }

    /** A handover in a list. */
    public record HandoverLine(
            String id,
            long number,
            String leaver,
            String leaverName,
            String madeBy,
            String madeByName,
            OffsetDateTime madeAt,
            @Nullable OffsetDateTime undoneAt,
            List<Part> parts) {
        @JsonProperty("state")
        public State state() {
            if (undoneAt != null) {
                return State.UNDONE;
            }
            return parts.stream().allMatch(part -> part.signedAt() != null) ? State.SIGNED : State.WAITING;
        }

        /** All parts summed. */
        public List<Count> counts() {
            Map<String, Count> sums = new LinkedHashMap<>();
            parts.stream()
                    .flatMap(part -> part.counts().stream())
                    .forEach(count -> sums.merge(count.kind(), count, Count::plus));
            return List.copyOf(sums.values());
        }
    }

    /** What one receiver got, and its signature. */
    public record Part(
            String receiver,
            String receiverName,
            @Nullable String signedAs,
            @Nullable OffsetDateTime signedAt,
            List<Count> counts) {}

    /**
     * @param kind CUSTOMERS, CONTACTS, NEEDS, PLANS or NOTES
     * @param was at the leaver before
     * @param became at the receiver after
     */
    public record Count(String kind, long was, long became) {
        Count plus(Count other) {
            return new Count(kind, was + other.was, became + other.became);
        }

        static List<Count> of(Holdings.Counts counts) {
            return List.of(
                    new Count("CUSTOMERS", counts.customers(), 0),
                    new Count("CONTACTS", counts.contacts(), 0),
                    new Count("NEEDS", counts.needs(), 0),
                    new Count("PLANS", counts.plans(), 0),
                    new Count("NOTES", counts.notes(), 0));
        }
    }

    /** What a receiver must mend, in the order of urgency within a customer. */
    public enum GapKind {
        NO_CONTACT,
        NO_NEXT_STEP,
        NOT_VISITED,
        OPEN_PROMISE
    }

    /**
     * One gap.
     *
     * @param what the need or plan it is about; may be empty
     * @param day the last visit, or the day that was promised; absent where there is none
     */
    public record Gap(
            GapKind kind,
            String customerId,
            String customer,
            String what,
            @Nullable LocalDate day) {}

    /** @param exports absent for those who may not know what the leaver took out of the house */
    public record Handover(
            HandoverLine line,
            List<Portfolios.Line> customers,
            List<Gap> gaps,
            @Nullable List<Exports.Export> exports,
            boolean mayUndo,
            boolean maySign) {
        Handover with(List<Exports.Export> out) {
            return new Handover(line, customers, gaps, out, mayUndo, maySign);
        }
    }

    /** What would go, and to whom it may go, by login. */
    public record Outlook(
            String leaver,
            String leaverName,
            boolean active,
            List<Count> counts,
            List<Portfolios.Line> customers,
            List<Gap> gaps,
            List<Exports.Export> exports,
            Map<String, String> receivers) {
        public List<String> regions() {
            return customers.stream()
                    .map(Portfolios.Line::region)
                    .filter(java.util.Objects::nonNull)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
