package org.tongqu.hub.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.sales.SalesFacts;

/** Keeps figures: named and counted by today's rules, under today's customer, and noted for the worker wherever they move. */
@Component
class FigureBook {
    private final FigureStore figures;
    private final SynonymStore synonyms;
    private final UnitStore units;
    private final TouchedStore touched;
    private final Customers customers;
    private final Timer taking;

    FigureBook(
            FigureStore figures,
            SynonymStore synonyms,
            UnitStore units,
            TouchedStore touched,
            Customers customers,
            MeterRegistry meters) {
        this.figures = figures;
        this.synonyms = synonyms;
        this.units = units;
        this.touched = touched;
        this.customers = customers;
        this.taking = Times.of(meters, "derived", "Deriving the figures of one message or one bite of a file");
    }

    /** Whatever these origins came to before, they come to this now. */
    void replace(Collection<String> origins, List<Figure> said) {
        taking.record(() -> put(origins, said));
    }

    private void put(Collection<String> origins, List<Figure> said) {
        Set<CellKey> moved = new HashSet<>(origins.isEmpty() ? Set.of() : figures.drop(origins));
        List<FigureStore.Counted> counted = counted(said);
        figures.add(counted);
        counted.forEach(figure -> moved.add(figure.cell()));
        touched.cells(moved);
    }

    private List<FigureStore.Counted> counted(List<Figure> said) {
        if (said.isEmpty()) {
            return List.of();
        }
        Map<String, String> products =
                synonyms.products(said.stream().map(Figure::said).toList());
        List<UnitRule> rules = units.all();
        List<String> records =
                said.stream().map(Figure::sourceRecordId).distinct().toList();
        Map<String, String> groups = customers.customersOf(records);
        Map<String, String> regions = customers.regionsOf(records);
        return said.stream()
                .map(figure -> {
                    String product = products.getOrDefault(figure.said(), figure.said());
                    return new FigureStore.Counted(
                            figure,
                            product,
                            UnitRule.counted(figure.qty(), UnitRule.factor(rules, figure, product)),
                            Objects.requireNonNull(groups.get(figure.sourceRecordId()), figure.sourceRecordId()),
                            regions.get(figure.sourceRecordId()));
                })
                .toList();
    }

    /** A factory that writes both code and model of what it ships says that they are one. */
    void alsoCalled(List<SalesFacts.Shipped> shipped) {
        Map<String, String> pairs = new LinkedHashMap<>();
        shipped.forEach(each -> Optional.ofNullable(each.model())
                .map(ProductName::folded)
                .filter(model -> !model.isEmpty() && !model.equals(ProductName.folded(each.code())))
                .ifPresent(model -> pairs.putIfAbsent(model, ProductName.folded(each.code()))));
        if (!pairs.isEmpty()) {
            renamed(synonyms.fromFactory(pairs));
        }
    }

    /** What was said under these names counts as another product from now on. */
    void renamed(Collection<String> said) {
        if (said.isEmpty()) {
            return;
        }
        Set<CellKey> moved = new HashSet<>(figures.cellsOfSaid(said));
        figures.rename(said);
        moved.addAll(figures.cellsOfSaid(said));
        touched.cells(moved);
    }

    /** The quantities of an agent's figures, or of all where none is named, are counted anew. */
    void recounted(String agent) {
        List<FigureStore.Unitary> with = figures.inUnits(agent);
        List<UnitRule> rules = units.all();
        List<FigureStore.Unitary> changed = new ArrayList<>();
        for (FigureStore.Unitary each : with) {
            FigureStore.Unitary now = each.counted(UnitRule.factor(rules, each.agent(), each.product(), each.unit()));
            if (now.qty().compareTo(each.qty()) != 0) {
                changed.add(now);
            }
        }
        figures.recount(changed);
        touched.cells(changed.stream().map(FigureStore.Unitary::cell).toList());
    }
}
