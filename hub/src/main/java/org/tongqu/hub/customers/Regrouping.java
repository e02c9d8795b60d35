package org.tongqu.hub.customers;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Ids;

/** Groups anew every part of the whole that some records touch, and moves what belongs elsewhere now; one transaction, or none of it. */
@Component
class Regrouping {
    private final Matching matching;
    private final MembershipStore memberships;
    private final CustomerStore customers;
    private final DecisionStore decisions;
    private final DoubtStore doubts;
    private final RegroupingStore events;
    private final GoldenStore golden;
    private final SettlingStore settling;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Clock clock;

    Regrouping(
            Matching matching,
            MembershipStore memberships,
            CustomerStore customers,
            DecisionStore decisions,
            DoubtStore doubts,
            RegroupingStore events,
            GoldenStore golden,
            SettlingStore settling,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        this.matching = matching;
        this.memberships = memberships;
        this.customers = customers;
        this.decisions = decisions;
        this.doubts = doubts;
        this.events = events;
        this.golden = golden;
        this.settling = settling;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Groups anew what these records touch.
     *
     * @param messages by record, the message that brought it just now
     * @param who a person's login, or the rule where no person acts
     */
    Regrouped regroup(Collection<String> records, Map<String, String> messages, String who) {
        return regroup(records, new Regrouped.Cause(who, messages, null));
    }

    Regrouped regroup(Collection<String> records, Regrouped.Cause cause) {
        Held held = held(records);
        Set<String> members = new TreeSet<>();
        held.parts().forEach(members::addAll);
        List<Matching.Grouped> grouped = matching.group(held.parts(), decisions.about(members));
        SettlingStore.First first = settling.firstOf(members);
        Homes homes = new Homes(held.today(), first.customers(), first.vacant(), ids::next);
        Regrouped done = new Regrouped(held.today(), cause, ids);
        homes.of(grouped.stream().flatMap(part -> part.firms().stream()).toList())
                .forEach(done::add);
        Instant now = clock.instant();
        apply(done, now);
        List<Matching.Link> open = new ArrayList<>();
        grouped.forEach(part -> open.addAll(part.doubts()));
        doubts.settle(members, open, now);
        done.news().ifPresent(news::publishEvent);
        return done;
    }

    private record Held(List<List<String>> parts, Map<String, String> today) {}

    /** The parts and whose their records are, once all those customers are held whole; while one waits for them, more may come. */
    private Held held(Collection<String> records) {
        Set<String> held = new TreeSet<>();
        Set<String> wanted = new TreeSet<>(records);
        while (true) {
            List<List<String>> parts = matching.around(wanted);
            Map<String, String> today =
                    settling.homes(parts.stream().flatMap(List::stream).toList());
            if (held.containsAll(today.values())) {
                return new Held(parts, today);
            }
            held.addAll(today.values());
            wanted.addAll(settling.hold(held));
        }
    }

    private void apply(Regrouped done, Instant now) {
        if (!done.born().isEmpty()) {
            customers.add(done.born(), now);
        }
        if (!done.revived().isEmpty()) {
            customers.revive(done.revived(), now);
        }
        if (!done.moves().isEmpty()) {
            memberships.move(done.moves(), now);
        }
        if (!done.buried().isEmpty()) {
            customers.bury(done.buried(), now);
        }
        if (!done.events().isEmpty()) {
            events.add(done.events(), now);
        }
        if (!done.touched().isEmpty()) {
            golden.choose(done.touched(), now);
            settling.settle(done.touched(), now);
        }
    }
}
