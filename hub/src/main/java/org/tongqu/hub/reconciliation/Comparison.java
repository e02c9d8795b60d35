package org.tongqu.hub.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.platform.Columns;

/** Looks anew at what was touched: figures follow their customers, cells are added up and judged, cases follow the cells. */
@Component
class Comparison {
    private final FigureStore figures;
    private final CellStore cells;
    private final FromStock stock;
    private final RulesStore rules;
    private final Cases cases;
    private final ScoreStore scores;
    private final Customers customers;
    private final Clock clock;
    private final Timer taking;

    Comparison(
            FigureStore figures,
            CellStore cells,
            FromStock stock,
            RulesStore rules,
            Cases cases,
            ScoreStore scores,
            Customers customers,
            Clock clock,
            MeterRegistry meters) {
        this.figures = figures;
        this.cells = cells;
        this.stock = stock;
        this.rules = rules;
        this.cases = cases;
        this.scores = scores;
        this.customers = customers;
        this.clock = clock;
        this.taking = Times.of(meters, "compared", "Adding up and judging what one look found touched");
    }

    void look(TouchedStore.Some some) {
        taking.record(() -> compare(some));
    }

    private void compare(TouchedStore.Some some) {
        Set<CellKey> touched = new HashSet<>(some.cells());
        if (!some.customers().isEmpty()) {
            touched.addAll(moved(some.customers()));
            touched.addAll(cells.apartUnder(some.customers()));
        }
        if (touched.isEmpty()) {
            return;
        }
        touched.addAll(figures.place(touched));
        touched.removeIf(key -> key.agent().equals(AgentNames.NOBODY));
        if (touched.isEmpty()) {
            return;
        }
        Rules now = rules.current();
        cells.sum(touched, now);
        Map<CellKey, Cell> judged = judged(touched, now);
        cases.follow(touched, judged);
        scores.stale(months(touched, judged.keySet()), touched);
    }

    private Set<CellKey> moved(Set<String> regrouped) {
        List<String> records = figures.recordsUnder(regrouped);
        return records.isEmpty() ? Set.of() : figures.move(regrouped, customers.customersOf(records));
    }

    /** All months of the lines that were touched, for each leans on those beside it, and whatever draws on the same stock. */
    private Map<CellKey, Cell> judged(Set<CellKey> touched, Rules now) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
        Map<CellKey.Line, List<Cell>> lines =
                cells.ofLines(touched.stream().map(CellKey::line).collect(Collectors.toSet())).stream()
                        .collect(Collectors.groupingBy(cell -> cell.key().line()));
        Judge judge = new Judge(now, today);
        Map<CellKey, Cell> before = new HashMap<>();
        Map<CellKey, Cell> byMonths = new HashMap<>();
        lines.values().forEach(line -> {
            line.forEach(cell -> before.put(cell.key(), cell));
            new Months(line, judge).judged().forEach(cell -> byMonths.put(cell.key(), cell));
        });
        Map<CellKey, Cell> judged = stock.met(touched, before.values(), byMonths, judge);
        cells.settle(judged.values().stream()
                .filter(cell -> Optional.ofNullable(before.get(cell.key()))
                        .filter(then -> !cell.isOther(then))
                        .isEmpty())
                .toList());
        return judged;
    }

    private static Set<ScoreStore.AgentMonth> months(Collection<CellKey> touched, Collection<CellKey> judged) {
        Set<ScoreStore.AgentMonth> months = new HashSet<>();
        touched.forEach(key -> months.add(new ScoreStore.AgentMonth(key.agent(), key.month())));
        judged.forEach(key -> months.add(new ScoreStore.AgentMonth(key.agent(), key.month())));
        return months;
    }
}
