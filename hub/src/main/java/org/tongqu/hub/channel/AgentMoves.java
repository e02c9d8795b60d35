package org.tongqu.hub.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.channel.AgentOfRecordStore.Row;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 调整签约代理: gives customers to an agent, or moves them from one to another, in one act that can be undone. */
@Component
public class AgentMoves {
    private final AgentOfRecordStore store;
    private final MoveStore moves;
    private final Portfolios portfolios;
    private final Planning planning;
    private final Hanging hanging;
    private final Sights sights;
    private final Partners partners;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    AgentMoves(
            AgentOfRecordStore store,
            MoveStore moves,
            Portfolios portfolios,
            Planning planning,
            Hanging hanging,
            Sights sights,
            Partners partners,
            Policy policy,
            AuditTrail trail,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.moves = moves;
        this.portfolios = portfolios;
        this.planning = planning;
        this.hanging = hanging;
        this.sights = sights;
        this.partners = partners;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a move would come to; nothing is moved. */
    public Preview preview(Sender by, Wanted wanted) {
        policy.require(by, Act.MOVE_AGENT);
        return wall.read(Scope.of(by), () -> {
            Optional<Refusal> wrong = MoveWrongs.of(wanted, partners);
            Planning.Plan plan = wrong.isPresent() ? new Planning.Plan(List.of(), List.of(), 0) : planning.plan(wanted);
            Hanging.Counts counts = hanging.of(plan.customers());
            return new Preview(
                    wanted,
                    ChannelPages.Count.of(counts),
                    plan.left(),
                    wrong.or(() -> MoveWrongs.of(plan)).orElse(null));
        });
    }

    /** Moves everything at once, or says why nothing was moved. */
    public Answer move(Sender by, Wanted wanted) {
        policy.require(by, Act.MOVE_AGENT);
        return wall.within(Scope.of(by), () -> {
            store.hold();
            Optional<Refusal> wrong = MoveWrongs.of(wanted, partners);
            if (wrong.isPresent()) {
                return new Answer(null, wrong.get());
            }
            Planning.Plan plan = planning.held(wanted);
            return MoveWrongs.of(plan)
                    .map(refusal -> new Answer(null, refusal))
                    .orElseGet(() -> new Answer(moved(by, wanted, plan), null));
        });
    }

    private String moved(Sender by, Wanted wanted, Planning.Plan plan) {
        String id = ids.next();
        Instant now = clock.instant();
        Hanging.Counts was = hanging.of(plan.customers());
        moves.begin(id, wanted, by.login(), now);
        store.end(
                plan.steps().stream()
                        .map(Planning.Step::after)
                        .filter(Objects::nonNull)
                        .toList(),
                "MOVED",
                now);
        store.begin(
                plan.steps().stream()
                        .map(step -> new Row(
                                ids.next(),
                                step.customerId(),
                                step.productClass(),
                                wanted.to(),
                                id,
                                step.after(),
                                now,
                                null))
                        .toList(),
                wanted.from() == null ? "ENTERED" : "MOVED");
        sights.settle(plan.customers());
        moves.count(
                id, was, hanging.of(standing(id).stream().map(Row::customerId).toList()));
        trail.note(Act.MOVE_AGENT.name(), id, said(wanted, was));
        return id;
    }

    private static String said(Wanted wanted, Hanging.Counts was) {
        return (wanted.from() == null ? "" : wanted.from()) + " -> " + wanted.to() + ", " + was.customers();
    }

    private List<Row> standing(String move) {
        return store.ofMove(move).stream().filter(Row::stands).toList();
    }

    /** Gives back what still stands where the move put it; what went on since stays where it is now. */
    public Undone undo(Sender by, String id) {
        policy.require(by, Act.MOVE_AGENT);
        return wall.within(Scope.of(by), () -> {
            store.hold();
            MoveStore.Head head =
                    moves.find(id).orElseThrow(() -> Problem.notFound().said());
            return head.undoneAt() == null ? back(by, id) : new Undone(0, 0, MoveWrongs.TWICE);
        });
    }

    private Undone back(Sender by, String id) {
        Instant now = clock.instant();
        portfolios.hold(customers(store.ofMove(id)));
        List<Row> standing = standing(id);
        store.end(standing.stream().map(Row::id).toList(), "UNDONE", now);
        Map<String, Row> before =
                store
                        .byIds(standing.stream()
                                .map(Row::afterId)
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Row::id, Function.identity()));
        List<Row> again = new ArrayList<>();
        for (Row row : standing) {
            Row was = row.afterId() == null ? null : before.get(row.afterId());
            if (was != null) {
                again.add(was.again(ids.next(), row.id(), now));
            }
        }
        store.begin(again, "UNDONE");
        Set<String> back = customers(standing);
        Set<String> stayed = new HashSet<>(customers(store.ofMove(id)));
        stayed.removeAll(back);
        sights.settle(back);
        moves.undo(id, by.login(), back.size(), stayed.size(), now);
        trail.note(Act.MOVE_AGENT.name(), id, "undone, " + back.size() + " back, " + stayed.size() + " stayed");
        return new Undone(back.size(), stayed.size(), null);
    }

    private static Set<String> customers(List<Row> rows) {
        return rows.stream().map(Row::customerId).collect(Collectors.toSet());
    }

    /**
     * Which customers go where.
     *
     * @param from who has them today; absent where they are given to an agent whoever has them
     * @param customers ids; empty for all that the giver has
     * @param productClass for that class alone; absent for every class
     */
    public record Wanted(
            @Nullable String from,
            String to,
            List<String> customers,
            @Nullable String productClass) {
        public Wanted {
            customers = List.copyOf(customers);
        }
    }

    /**
     * What a move would come to.
     *
     * @param left how many of those chosen stay, as they are not the giver's or are the receiver's already
     * @param wrong why it cannot be; absent where it can
     */
    public record Preview(
            Wanted wanted,
            List<ChannelPages.Count> counts,
            long left,
            @Nullable Refusal wrong) {}

    /** Exactly one of the two is there. */
    public record Answer(@Nullable String id, @Nullable Refusal refusal) {}

    /**
     * @param back customers that are with whom they were before
     * @param stayed customers that went on to somebody else meanwhile and stay there
     */
    public record Undone(int back, int stayed, @Nullable Refusal refusal) {}
}
