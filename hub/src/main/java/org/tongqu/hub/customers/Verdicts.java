package org.tongqu.hub.customers;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.matching.Aliases;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Wall;

/** People's words on who is one customer, and what they teach: each takes effect in the transaction that gives it, and ends in the one that takes it back. */
@Component
class Verdicts {
    private final DecisionStore decisions;
    private final MembershipStore memberships;
    private final Regrouping regrouping;
    private final Matching matching;
    private final Aliases aliases;
    private final AuditTrail trail;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    Verdicts(
            DecisionStore decisions,
            MembershipStore memberships,
            Regrouping regrouping,
            Matching matching,
            Aliases aliases,
            AuditTrail trail,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.decisions = decisions;
        this.memberships = memberships;
        this.regrouping = regrouping;
        this.matching = matching;
        this.aliases = aliases;
        this.trail = trail;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** All records of two customers are one, or none of the one is one with any of the other. */
    String on(DoubtStore.Open doubt, Stewardship.Verdict verdict, @Nullable String batch) {
        Matching.Decision decision = new Matching.Decision(
                verdict.same(),
                memberships.recordsOf(List.of(doubt.customer())),
                memberships.recordsOf(List.of(doubt.otherCustomer())));
        String id = kept(decision, doubt.score(), verdict.why(), batch);
        Set<String> touched = both(decision);
        Aliases.Kind learn = verdict.learn();
        if (verdict.same() && learn != null) {
            touched.addAll(aliases.learn(learn, doubt.record(), doubt.other(), id, who()));
        }
        regroup(touched);
        return id;
    }

    String on(Matching.Decision decision, @Nullable String why) {
        String id = kept(decision, null, why, null);
        regroup(both(decision));
        return id;
    }

    private String kept(
            Matching.Decision decision, @Nullable Double score, @Nullable String why, @Nullable String batch) {
        String id = ids.next();
        decisions.add(id, decision, who(), why, score, batch, clock.instant());
        if (decision.same()) {
            matching.tie(both(decision));
        }
        trail.note(decision.same() ? "CUSTOMERS_SAME" : "CUSTOMERS_DIFFERENT", id, why);
        return id;
    }

    /** False where it counts no more already. */
    boolean takeBack(String id) {
        Optional<Matching.Decision> ended = decisions.takeBack(id, who(), clock.instant());
        ended.ifPresent(decision -> {
            Set<String> touched = both(decision);
            touched.addAll(aliases.revokeBecause(id, who()));
            regroup(touched);
            trail.note("DECISION_TAKEN_BACK", id, null);
        });
        return ended.isPresent();
    }

    /** Those of a batch that counted until now. */
    int takeBackBatch(String batch) {
        return (int) decisions.standingOf(batch).stream().filter(this::takeBack).count();
    }

    /** False where it counts no more already. */
    boolean unlearn(String alias) {
        Set<String> changed = aliases.revoke(alias, who());
        if (!changed.isEmpty()) {
            regroup(changed);
            trail.note("ALIAS_REVOKED", alias, null);
        }
        return !changed.isEmpty();
    }

    private void regroup(Collection<String> records) {
        regrouping.regroup(records, Map.of(), who());
    }

    private String who() {
        return wall.scope().login();
    }

    private static Set<String> both(Matching.Decision decision) {
        Set<String> both = new LinkedHashSet<>(decision.left());
        both.addAll(decision.right());
        return both;
    }
}
