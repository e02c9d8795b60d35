package org.tongqu.hub.keeping;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 拜访周期规则: within how many days which customers are to be visited again; all of the house may read them, headquarters changes them. */
@Component
public class CadenceRules {
    private static final int PAST = 50;

    private final CadenceStore store;
    private final Partners partners;
    private final AuditTrail trail;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    CadenceRules(
            CadenceStore store, Partners partners, AuditTrail trail, Policy policy, Wall wall, Ids ids, Clock clock) {
        this.store = store;
        this.partners = partners;
        this.trail = trail;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** Today's rules, the shortest first. */
    public List<Rule> today(Sender reader) {
        policy.require(reader, Act.SEE_CADENCE);
        return wall.read(Scope.of(reader), store::today);
    }

    /** Rules that began or ended last, newest first. */
    public List<Past> past(Sender reader) {
        policy.require(reader, Act.SEE_CADENCE);
        return wall.read(Scope.of(reader), () -> store.past(PAST));
    }

    public boolean mayEdit(Sender reader) {
        return policy.allows(reader.role(), Act.EDIT_CADENCE);
    }

    /** These rules and no others from now on; those that say the same as before go on. */
    public Optional<Refusal> change(Sender by, List<Rule> wanted, String why) {
        policy.require(by, Act.EDIT_CADENCE);
        return wall.within(Scope.of(by), () -> {
            Optional<Refusal> wrong = CadenceWords.wrong(wanted, why, partners);
            if (wrong.isEmpty()) {
                put(by, wanted);
                trail.note(Act.EDIT_CADENCE.name(), "cadence", why.strip());
            }
            return wrong;
        });
    }

    private void put(Sender by, List<Rule> wanted) {
        Instant now = clock.instant();
        List<Rule> before = store.today();
        before.stream().filter(rule -> !wanted.contains(rule)).forEach(rule -> store.end(rule, now));
        wanted.stream()
                .filter(rule -> !before.contains(rule))
                .forEach(rule -> store.begin(ids.next(), rule, by.login(), now));
    }

    /** Within the scope at hand. */
    List<Rule> standing() {
        return store.today();
    }

    /**
     * One rule; what is absent fits every customer.
     *
     * @param lifeState PROSPECT, ACTUAL or LAPSED
     * @param productClass what the customer ever asked for, the class or one below it
     * @param grade the highest of the customer's open needs
     */
    public record Rule(
            @Nullable String lifeState,
            @Nullable String productClass,
            @Nullable String grade,
            int days) {
        boolean fits(String state, Collection<String> classes, @Nullable String highest) {
            return (lifeState == null || lifeState.equals(state))
                    && (grade == null || grade.equals(highest))
                    && (productClass == null || classes.stream().anyMatch(this::names));
        }

        private boolean names(String asked) {
            return asked.equals(productClass) || asked.startsWith(productClass + ".");
        }

        /** Whether both are for the same customers. */
        boolean rivals(Rule other) {
            return new Rule(lifeState, productClass, grade, 0)
                    .equals(new Rule(other.lifeState, other.productClass, other.grade, 0));
        }
    }

    /** A rule with who made it when, and until when it spoke. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Past(
            Rule rule,
            OffsetDateTime since,
            String by,
            @Nullable OffsetDateTime until) {}
}
