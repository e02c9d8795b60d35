package org.tongqu.hub.keeping;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 客户交接: moves all that a leaver keeps to its receivers in one transaction; it may be undone until the first of them has signed. */
@Component
public class Handovers {
    private final HandoverStore store;
    private final Moving moving;
    private final Colleagues colleagues;
    private final People people;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;
    private final Clock clock;

    Handovers(
            HandoverStore store,
            Moving moving,
            Colleagues colleagues,
            People people,
            Policy policy,
            AuditTrail trail,
            Wall wall,
            Clock clock) {
        this.store = store;
        this.moving = moving;
        this.colleagues = colleagues;
        this.people = people;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
        this.clock = clock;
    }

    /** Moves everything at once, or says why nothing was moved. */
    public Answer make(Sender by, Wanted wanted) {
        policy.require(by, Act.HAND_OVER);
        Optional<People.User> leaver = colleagues.find(by, wanted.leaver());
        if (leaver.isEmpty()) {
            return Answer.refused(
                    "/leaver",
                    "UNKNOWN_LEAVER",
                    "没有这位同事，或不在您的大区：" + wanted.leaver(),
                    "There is no such colleague, or none of your region: " + wanted.leaver());
        }
        Map<String, People.User> known = known(by);
        return strangers(known, wanted)
                .or(() -> blind(by, known, leaver.get(), wanted))
                .map(Answer::refused)
                .orElseGet(() -> wall.within(Scope.of(by), () -> moved(by, known, leaver.get(), wanted)));
    }

    private Map<String, People.User> known(Sender by) {
        return colleagues.of(by).stream().collect(Collectors.toMap(People.User::login, Function.identity()));
    }

    private Answer moved(Sender by, Map<String, People.User> known, People.User leaver, Wanted wanted) {
        Shares shares = moving.shares(known, leaver, wanted, true);
        Optional<Refusal> wrong = shares.wrong();
        if (wrong.isPresent()) {
            return Answer.refused(wrong.get());
        }
        String id = moving.move(by, leaver, shares);
        trail.note(Act.HAND_OVER.name(), id, leaver.login());
        return new Answer(id, null);
    }

    private static Optional<Refusal> strangers(Map<String, People.User> known, Wanted wanted) {
        return wanted.rules().stream()
                .map(Rule::receiver)
                .filter(receiver -> receiver.equals(wanted.leaver())
                        || Optional.ofNullable(known.get(receiver))
                                .filter(Keepers::mayReceive)
                                .isEmpty())
                .findFirst()
                .map(
                        receiver -> new Refusal(
                                "/receivers",
                                "UNKNOWN_RECEIVER",
                                "不能交给 " + receiver + "：接收人应是在职的代表、经理或总部服务台，且不是交出的人。",
                                "Nothing can go to " + receiver
                                        + ": a receiver is an active representative, manager or the desk, and not the leaver."));
    }

    /** A customer is given to nobody who could not open it: asked under each receiver's own scope. */
    private Optional<Refusal> blind(Sender by, Map<String, People.User> known, People.User leaver, Wanted wanted) {
        Shares shares = wall.read(Scope.of(by), () -> moving.shares(known, leaver, wanted, false));
        return shares.all().stream()
                .filter(share ->
                        wall.read(Scope.of(share.receiver().sender()), () -> moving.misses(share.customerIds())))
                .findFirst()
                .map(
                        share -> new Refusal(
                                "/receivers",
                                "OUT_OF_SIGHT",
                                share.receiver().name() + " 看不到其中一些客户（不在其大区）：请按大区或按名单分给别人。",
                                share.receiver().name()
                                        + " may not see some of these customers, which lie in another region: give those to somebody else."));
    }

    /** @param name the receiver's own name, written out */
    public Optional<Refusal> sign(Sender receiver, String id, String name) {
        policy.require(receiver, Act.SIGN_HANDOVER);
        return wall.within(Scope.of(receiver), () -> {
            HandoverStore.Head head = held(id);
            String own = people.find(receiver.login()).map(People.User::name).orElse(receiver.login());
            Optional<Refusal> wrong = Signing.wrong(head, store.part(id, receiver.login()), own, name);
            if (wrong.isEmpty()) {
                store.sign(id, receiver.login(), own, clock.instant());
                trail.note(Act.SIGN_HANDOVER.name(), id, own);
            }
            return wrong;
        });
    }

    /** Gives everything back to the leaver. */
    public Optional<Refusal> undo(Sender by, String id) {
        policy.require(by, Act.HAND_OVER);
        Map<String, People.User> known = known(by);
        return wall.within(Scope.of(by), () -> {
            HandoverStore.Head head = held(id);
            if (head.undoneAt() != null || store.parts(id).stream().anyMatch(HandoverStore.Part::signed)) {
                return Optional.of(Signing.TOO_LATE);
            }
            moving.back(by, head, Objects.requireNonNull(known.get(head.leaver()), head.leaver()));
            trail.note(Act.HAND_OVER.name(), id, "undone");
            return Optional.empty();
        });
    }

    private HandoverStore.Head held(String id) {
        return store.lock(id).orElseThrow(() -> Problem.notFound().said());
    }

    /** Who leaves, and who takes what; the first rule that fits a customer counts, one with neither region nor list takes the rest. */
    public record Wanted(String leaver, List<Rule> rules) {}

    /** @param customers ids of a chosen list; empty for no list */
    public record Rule(String receiver, @Nullable String region, List<String> customers) {}

    /** Exactly one of the two is there. */
    public record Answer(@Nullable String id, @Nullable Refusal refusal) {
        static Answer refused(Refusal refusal) {
            return new Answer(null, refusal);
        }

        static Answer refused(String pointer, String code, String zh, String en) {
            return refused(new Refusal(pointer, code, zh, en));
        }
    }
}
