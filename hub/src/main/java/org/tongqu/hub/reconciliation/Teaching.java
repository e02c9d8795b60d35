package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;

/** What a decision teaches: that two names are one product, or what an agent's unit counts. It is a rule that everybody sees and may revoke. */
@Component
class Teaching {
    private static final String SYNONYM = "synonym|";
    private static final String UNIT = "unit|";

    private final SynonymStore synonyms;
    private final UnitStore units;
    private final FigureBook book;

    Teaching(SynonymStore synonyms, UnitStore units, FigureBook book) {
        this.synonyms = synonyms;
        this.units = units;
        this.book = book;
    }

    /** The rule that was made, where there is one, or why none can be. */
    record Taught(@Nullable String rule, @Nullable Refusal refusal) {
        static final Taught NOTHING = new Taught(null, null);

        static Taught not(Refusal refusal) {
            return new Taught(null, refusal);
        }
    }

    Taught by(Verdict verdict, List<Discrepancies.Place> places, List<Discrepancies.Evidence> evidence, String who) {
        return switch (verdict) {
            case SAME_PRODUCT -> sameProduct(places, who);
            case OTHER_UNIT -> otherUnit(places, evidence, who);
            case AGENT_WRONG, TIMING, FACTORY_WRONG, CUSTOMER_WRONG -> Taught.NOTHING;
        };
    }

    private Taught sameProduct(List<Discrepancies.Place> places, String who) {
        Optional<String> shipped = product(places, place -> place.shipped() != null);
        Optional<String> sold = product(places, place -> place.shipped() == null);
        if (shipped.isEmpty() || sold.isEmpty() || shipped.equals(sold)) {
            return Taught.not(DiscrepancyWords.noTwoProducts());
        }
        Optional<String> rule = synonyms.add(sold.get(), shipped.get(), Rulebook.Origin.DECISION.name(), who);
        rule.ifPresent(id -> book.renamed(List.of(sold.get())));
        return rule.map(id -> new Taught(SYNONYM + id, null)).orElseGet(() -> Taught.not(DiscrepancyWords.nameTaken()));
    }

    private static Optional<String> product(List<Discrepancies.Place> places, Predicate<Discrepancies.Place> which) {
        return places.stream().filter(which).map(Discrepancies.Place::product).findFirst();
    }

    private Taught otherUnit(List<Discrepancies.Place> places, List<Discrepancies.Evidence> evidence, String who) {
        Discrepancies.Place place = places.getFirst();
        BigDecimal sold = Cell.figure(place.sold());
        BigDecimal shipped = Cell.figure(place.shipped());
        Optional<Discrepancies.Evidence> said =
                evidence.stream().filter(each -> each.kind().equals("SOLD")).findFirst();
        if (sold.signum() <= 0 || shipped.signum() <= 0 || said.isEmpty()) {
            return Taught.not(DiscrepancyWords.noUnit());
        }
        UnitRule rule = new UnitRule(
                said.get().agent(), place.product(), said.get().unit(), shipped.divide(sold, MathContext.DECIMAL64));
        Optional<String> id = units.add(rule, Rulebook.Origin.DECISION.name(), who);
        id.ifPresent(added -> book.recounted(rule.agent()));
        return id.map(added -> new Taught(UNIT + added, null))
                .orElseGet(() -> Taught.not(RulebookWords.countedAlready().orElseThrow()));
    }

    void takeBack(String rule) {
        if (rule.startsWith(SYNONYM)) {
            synonyms.end(rule.substring(SYNONYM.length())).ifPresent(said -> book.renamed(List.of(said)));
        } else {
            units.end(rule.substring(UNIT.length())).ifPresent(book::recounted);
        }
    }
}
