package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 对账规则: what is tolerated, what products are called too, what units count; whatever is changed is held against the figures again at once. */
@Component
public class Rulebook {
    private final RulesStore rules;
    private final SynonymStore synonyms;
    private final UnitStore units;
    private final FigureBook book;
    private final TouchedStore touched;
    private final AuditTrail trail;
    private final Policy policy;
    private final Wall wall;
    private final Clock clock;

    Rulebook(
            RulesStore rules,
            SynonymStore synonyms,
            UnitStore units,
            FigureBook book,
            TouchedStore touched,
            AuditTrail trail,
            Policy policy,
            Wall wall,
            Clock clock) {
        this.rules = rules;
        this.synonyms = synonyms;
        this.units = units;
        this.book = book;
        this.touched = touched;
        this.trail = trail;
        this.policy = policy;
        this.wall = wall;
        this.clock = clock;
    }

    public Shown shown(Sender reader) {
        policy.require(reader, Act.SEE_DISCREPANCIES);
        return wall.read(Scope.of(reader), () -> new Shown(rules.versions(), synonyms.all(), units.shown()));
    }

    /** A new version of what is tolerated. */
    public Optional<Refusal> change(Sender by, Tolerances wanted, String why) {
        policy.require(by, Act.EDIT_RECONCILIATION);
        Optional<Refusal> wrong = RulebookWords.wrong(wanted).or(() -> RulebookWords.wrongReason(why));
        return wrong.isPresent()
                ? wrong
                : wall.within(Scope.of(by), () -> {
                    int version = rules.current().version() + 1;
                    boolean added = rules.add(new Rules(
                            version,
                            wanted.units(),
                            wanted.percent(),
                            wanted.lagDays(),
                            wanted.graceDays(),
                            first(wanted.from()),
                            by.login(),
                            why.strip(),
                            Columns.utc(clock.instant())));
                    if (!added) {
                        return RulebookWords.changedMeanwhile();
                    }
                    touched.all();
                    trail.note(Act.EDIT_RECONCILIATION.name(), "rules-" + version, why.strip());
                    return Optional.empty();
                });
    }

    private static @Nullable LocalDate first(@Nullable YearMonth month) {
        return month == null ? null : month.atDay(1);
    }

    public Optional<Refusal> alsoCalled(Sender by, String said, String product) {
        policy.require(by, Act.EDIT_RECONCILIATION);
        String name = ProductName.folded(said);
        String of = ProductName.folded(product);
        if (name.isEmpty() || of.isEmpty() || name.equals(of)) {
            return RulebookWords.twoNames();
        }
        return wall.within(Scope.of(by), () -> {
            Optional<String> added = synonyms.add(name, of, Origin.PERSON.name(), by.login());
            if (added.isEmpty()) {
                return RulebookWords.leadsElsewhere(name, of);
            }
            book.renamed(List.of(name));
            trail.note(Act.EDIT_RECONCILIATION.name(), added.get(), name + " = " + of);
            return Optional.empty();
        });
    }

    public void calledSoNoMore(Sender by, String id) {
        policy.require(by, Act.EDIT_RECONCILIATION);
        wall.run(Scope.of(by), () -> {
            String said = synonyms.end(id).orElseThrow(() -> Problem.notFound().said());
            book.renamed(List.of(said));
            trail.note(Act.EDIT_RECONCILIATION.name(), id, null);
        });
    }

    /** @param factor how many of the factory's units one of these is, more than nought */
    public Optional<Refusal> counts(Sender by, String agent, String product, String unit, BigDecimal factor) {
        policy.require(by, Act.EDIT_RECONCILIATION);
        if (factor.signum() <= 0) {
            return RulebookWords.badFactor();
        }
        UnitRule rule = new UnitRule(agent.strip(), ProductName.folded(product), ProductName.folded(unit), factor);
        if (rule.agent().isEmpty() && rule.unit().isEmpty()) {
            return RulebookWords.whoseUnit();
        }
        return wall.within(Scope.of(by), () -> {
            Optional<String> added = units.add(rule, Origin.PERSON.name(), by.login());
            if (added.isEmpty()) {
                return RulebookWords.countedAlready();
            }
            book.recounted(rule.agent());
            trail.note(Act.EDIT_RECONCILIATION.name(), added.get(), rule.toString());
            return Optional.empty();
        });
    }

    public void countsNoMore(Sender by, String id) {
        policy.require(by, Act.EDIT_RECONCILIATION);
        wall.run(Scope.of(by), () -> {
            book.recounted(units.end(id).orElseThrow(() -> Problem.notFound().said()));
            trail.note(Act.EDIT_RECONCILIATION.name(), id, null);
        });
    }

    /** Who made a rule. */
    public enum Origin {
        /** A factory that writes code and model of one product. */
        FACTORY,
        PERSON,
        /** A person who decided a difference by it; the rule ends with the decision. */
        DECISION
    }

    /** @param from the first month that is compared; absent for all; else as in {@link Rules} */
    public record Tolerances(
            BigDecimal units,
            BigDecimal percent,
            int lagDays,
            int graceDays,
            @Nullable YearMonth from) {}

    /** @param versions of what is tolerated, the one in force first */
    public record Shown(List<Rules> versions, List<Synonym> synonyms, List<Unit> units) {
        public Shown {
            versions = List.copyOf(versions);
            synonyms = List.copyOf(synonyms);
            units = List.copyOf(units);
        }

        public Rules now() {
            return versions.getFirst();
        }
    }

    /** A product's other name. */
    public record Synonym(String id, String said, String product, Origin origin, String by, OffsetDateTime since) {}

    /** @param agent whose habit; empty for everybody's */
    public record Unit(
            String id,
            String agent,
            String product,
            String unit,
            BigDecimal factor,
            Origin origin,
            String by,
            OffsetDateTime since) {}
}
