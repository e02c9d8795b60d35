package org.tongqu.hub.visits;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.hub.partners.Partners;

/** Which product class a rival's offer is about: as said, else by the product's words, else the one class that the visit's needs are of. */
@Component
class RivalClass {
    private final Partners partners;

    RivalClass(Partners partners) {
        this.partners = partners;
    }

    @Nullable
    String of(VisitReport.CompetitorSaid rival, VisitReport visit) {
        return Optional.ofNullable(rival.productClass())
                .or(() -> byWords(rival.product()))
                .or(() -> byNeeds(visit))
                .orElse(null);
    }

    /** The narrowest class whose name stands in the words. */
    private Optional<String> byWords(@Nullable String product) {
        String words = product == null ? "" : product.toLowerCase(Locale.ROOT);
        return partners.classes().stream()
                .filter(each ->
                        words.contains(each.zh()) || words.contains(each.en().toLowerCase(Locale.ROOT)))
                .map(Partners.ProductClass::code)
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()));
    }

    private static Optional<String> byNeeds(VisitReport visit) {
        List<String> classes = visit.needs().stream()
                .flatMap(need -> need.parts().stream())
                .map(part -> part.productClass().replaceFirst("[.].*", ""))
                .distinct()
                .toList();
        return classes.size() == 1 ? Optional.of(classes.getFirst()) : Optional.empty();
    }
}
