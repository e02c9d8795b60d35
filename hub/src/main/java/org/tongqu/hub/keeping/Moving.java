package org.tongqu.hub.keeping;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Ids;

/** Moves what is kept, within the transaction at hand: counted at the leaver before, and again at each receiver after. */
@Component
class Moving {
    private final KeeperStore keepers;
    private final VisitPlanStore plans;
    private final HandoverStore store;
    private final Holdings holdings;
    private final Portfolios portfolios;
    private final Ids ids;
    private final Clock clock;

    Moving(
            KeeperStore keepers,
            VisitPlanStore plans,
            HandoverStore store,
            Holdings holdings,
            Portfolios portfolios,
            Ids ids,
            Clock clock) {
        this.keepers = keepers;
        this.plans = plans;
        this.store = store;
        this.holdings = holdings;
        this.portfolios = portfolios;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param lock whether nobody else may hand the same over until the transaction ends */
    Shares shares(Map<String, People.User> colleagues, People.User leaver, Handovers.Wanted wanted, boolean lock) {
        return Shares.of(
                held(leaver.login(), lock), wanted, login -> Objects.requireNonNull(colleagues.get(login), login));
    }

    Shares.Held held(String person, boolean lock) {
        List<KeeperStore.Kept> kept = lock ? keepers.lock(person) : keepers.heldBy(person);
        List<VisitPlans.Plan> open = plans.open(person);
        Map<String, String> notes = store.markedNotes(person);
        List<String> named = Stream.of(
                        kept.stream().map(KeeperStore.Kept::customerId),
                        open.stream().map(VisitPlans.Plan::customerId),
                        notes.values().stream())
                .flatMap(Function.identity())
                .distinct()
                .toList();
        Map<String, String> heirs = portfolios.heirs(named);
        Map<String, Portfolios.Line> lines = portfolios.lines(heirs.values());
        List<Shares.Piece> pieces = new ArrayList<>();
        kept.forEach(each -> pieces.add(piece("CUSTOMER", each.customerId(), each.customerId(), heirs, lines)));
        open.forEach(plan -> pieces.add(piece("PLAN", plan.id(), plan.customerId(), heirs, lines)));
        notes.forEach((note, customer) -> pieces.add(piece("NOTE", note, customer, heirs, lines)));
        return new Shares.Held(pieces);
    }

    private static Shares.Piece piece(
            String kind, String id, String customer, Map<String, String> heirs, Map<String, Portfolios.Line> lines) {
        String heir = heirs.getOrDefault(customer, customer);
        Portfolios.Line line = lines.get(heir);
        return new Shares.Piece(kind, id, customer, heir, line == null ? null : line.region());
    }

    /** Whether some of these are out of the sight at hand. */
    boolean misses(Collection<String> customers) {
        return portfolios.lines(customers).size() < customers.size();
    }

    /** The id of the act. */
    String move(Sender by, People.User leaver, Shares shares) {
        String id = ids.next();
        Instant now = clock.instant();
        Map<String, Holdings.Counts> was = shares.all().stream()
                .collect(Collectors.toMap(share -> share.receiver().login(), holdings::of));
        store.begin(id, leaver, by.login(), now);
        shares.all().forEach(share -> pass(id, leaver, share, now));
        Map<String, Long> notes = store.passNotes(id);
        for (Shares.Share share : shares.all()) {
            String receiver = share.receiver().login();
            store.count(id, receiver, Objects.requireNonNull(was.get(receiver)), became(share, notes));
        }
        return id;
    }

    private void pass(String id, People.User leaver, Shares.Share share, Instant now) {
        store.add(id, share);
        keepers.pass(
                new KeeperStore.Passing(id, leaver.login(), share.receiver(), "HANDOVER"),
                share.ids("CUSTOMER"),
                ids,
                now);
        plans.pass(share.ids("PLAN"), leaver.login(), share.receiver());
    }

    /** Counted from what the receiver holds now, not from what was meant. */
    private Holdings.Counts became(Shares.Share share, Map<String, Long> notes) {
        String receiver = share.receiver().login();
        List<String> kept = keepers.heldBy(receiver).stream()
                .map(KeeperStore.Kept::customerId)
                .filter(new java.util.HashSet<>(share.ids("CUSTOMER"))::contains)
                .toList();
        List<String> open = plans.open(receiver).stream()
                .map(VisitPlans.Plan::id)
                .filter(new java.util.HashSet<>(share.ids("PLAN"))::contains)
                .toList();
        return holdings.of(kept, open.size(), notes.getOrDefault(receiver, 0L));
    }

    /** Gives back what each receiver still holds of it. */
    void back(Sender by, HandoverStore.Head head, People.User leaver) {
        Instant now = clock.instant();
        store.undo(head.id(), by.login(), now);
        for (HandoverStore.Part part : store.parts(head.id())) {
            keepers.pass(
                    new KeeperStore.Passing(head.id(), part.receiver(), leaver, "UNDONE"),
                    store.items(head.id(), part.receiver(), "CUSTOMER"),
                    ids,
                    now);
            plans.pass(store.items(head.id(), part.receiver(), "PLAN"), part.receiver(), leaver);
        }
        store.returnNotes(head.id());
    }
}
