package org.tongqu.hub.customers;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Ids;

/** Takes source records back and lets them count again; one transaction, or none of it. */
@Component
class Withdrawing {
    private final WithdrawalStore store;
    private final SourceRecordStore records;
    private final MembershipStore memberships;
    private final CustomerStore customers;
    private final DecisionStore decisions;
    private final RegroupingStore events;
    private final GoldenStore golden;
    private final SettlingStore settling;
    private final FindingStore finding;
    private final Regrouping regrouping;
    private final Matching matching;
    private final Ids ids;
    private final Clock clock;

    Withdrawing(
            WithdrawalStore store,
            SourceRecordStore records,
            MembershipStore memberships,
            CustomerStore customers,
            DecisionStore decisions,
            RegroupingStore events,
            GoldenStore golden,
            SettlingStore settling,
            FindingStore finding,
            Regrouping regrouping,
            Matching matching,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.records = records;
        this.memberships = memberships;
        this.customers = customers;
        this.decisions = decisions;
        this.events = events;
        this.golden = golden;
        this.settling = settling;
        this.finding = finding;
        this.regrouping = regrouping;
        this.matching = matching;
        this.ids = ids;
        this.clock = clock;
    }

    Customers.Withdrawn withdraw(Collection<String> wanted, String who, String why) {
        Map<String, String> today = memberships.customersOf(wanted);
        Set<String> gone = today.keySet();
        if (gone.isEmpty()) {
            return new Customers.Withdrawn(0, 0);
        }
        Instant now = clock.instant();
        Set<String> left = new TreeSet<>(today.values());
        customers.hold(left);
        Set<String> near = new TreeSet<>(matching.forget(gone));
        memberships.end(gone, now);
        store.add(gone, who, why, now);
        store.unlist(gone);
        near.addAll(memberships.recordsOf(left));
        int parted = near.isEmpty() ? 0 : regrouped(near, new Regrouped.Cause(who, Map.of(), why));
        Set<String> empty = customers.withdrawEmpty(left, now);
        events.add(empty.stream().map(id -> withdrawn(id, who, why)).toList(), now);
        settle(left, now);
        return new Customers.Withdrawn(empty.size(), parted);
    }

    private int regrouped(Set<String> near, Regrouped.Cause cause) {
        Regrouped done = regrouping.regroup(near, cause);
        return done.revived().size() + done.born().size();
    }

    private RegroupingStore.Event withdrawn(String customer, String who, String why) {
        return new RegroupingStore.Event(ids.next(), "WITHDRAWN", customer, customer, who, null, why);
    }

    private void settle(Set<String> touched, Instant now) {
        golden.choose(touched, now);
        settling.settle(touched, now);
    }

    /** Those that are withdrawn count again. */
    void restore(Collection<String> wanted, String who) {
        List<String> back = store.among(wanted);
        if (back.isEmpty()) {
            return;
        }
        List<SourceRecord> said = records.byId(back);
        store.end(back, who, clock.instant());
        Matching.Remembered remembered =
                matching.remember(said.stream().map(SourceRecord::told).toList());
        decisions.about(back).stream().filter(Matching.Decision::same).forEach(same -> matching.tie(both(same)));
        regrouping.regroup(remembered.touched(), Map.of(), who);
        finding.keep(said.stream()
                .map(record -> FoundBy.of(record.id(), record.said()))
                .toList());
    }

    private static List<String> both(Matching.Decision decision) {
        List<String> both = new ArrayList<>(decision.left());
        both.addAll(decision.right());
        return both;
    }
}
