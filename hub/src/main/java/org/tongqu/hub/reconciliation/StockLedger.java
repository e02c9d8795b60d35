package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tongqu.hub.channel.Chains;

/**
 * What came into stock met with what was sold without a shipment, month by month and the oldest first: from the agent's own stock, then from
 * the stocks of those above it. What came in the first days of the next month, as many as may lag, counts as well. What a customer gives back
 * of it lies in stock again; what goes back to the factory was never there. The order in which the facts arrived plays no part.
 */
final class StockLedger {
    private final Chains chains;
    private final TreeMap<LocalDate, List<Cell>> sales = new TreeMap<>();
    private final TreeMap<LocalDate, Map<Shelf, BigDecimal>> deliveries = new TreeMap<>();
    private final Set<Shelf> shelves = new HashSet<>();
    private final Map<Shelf, BigDecimal> lying = new HashMap<>();
    private final Map<CellKey.Line, BigDecimal> taken = new HashMap<>();
    private final Map<CellKey, BigDecimal> drawn = new HashMap<>();

    StockLedger(Collection<Cell> cells, Chains chains) {
        this.chains = chains;
        cells.stream().sorted(Comparator.comparing(Cell::key)).forEach(this::enter);
        cells.stream().map(Cell::key).map(CellKey::month).forEach(this::open);
    }

    private void open(LocalDate month) {
        sales.computeIfAbsent(month, none -> new ArrayList<>());
        deliveries.computeIfAbsent(month, none -> new HashMap<>());
    }

    private void enter(Cell cell) {
        LocalDate month = cell.key().month();
        if (cell.isToStock()) {
            Shelf shelf = new Shelf(cell.stockOwner(), cell.key().product());
            shelves.add(shelf);
            came(month.minusMonths(1), shelf, cell.cameEarly());
            came(month, shelf, cell.came().subtract(cell.cameEarly()));
        }
        if (cell.isSoldUnshipped()) {
            open(month);
            sales.getOrDefault(month, List.of()).add(cell);
        }
    }

    private void came(LocalDate month, Shelf shelf, BigDecimal many) {
        open(month);
        deliveries.computeIfAbsent(month, none -> new HashMap<>()).merge(shelf, many, BigDecimal::add);
    }

    /** By cell, how many of its sales lay in stock; cells of agents in whose reach none ever lay are missing. */
    Map<CellKey, BigDecimal> drawn() {
        sendBack();
        sales.forEach((month, sold) -> {
            deliveries.getOrDefault(month, Map.of()).forEach(this::put);
            sold.forEach(this::comesBack);
            sold.forEach(cell -> take(cell, shelf(cell, cell.key().agent())));
            sold.forEach(cell -> above(cell).forEach(agent -> take(cell, shelf(cell, agent))));
        });
        return drawn;
    }

    /** What went back to the factory was not there to be sold: it is taken off the deliveries before it, the latest first. */
    private void sendBack() {
        Map<Shelf, BigDecimal> owed = new HashMap<>();
        deliveries
                .descendingMap()
                .values()
                .forEach(month -> month.replaceAll((shelf, many) -> {
                    BigDecimal left = many.subtract(owed.getOrDefault(shelf, BigDecimal.ZERO));
                    owed.put(shelf, left.negate().max(BigDecimal.ZERO));
                    return left.max(BigDecimal.ZERO);
                }));
    }

    private List<String> above(Cell cell) {
        return chains.above(cell.key().agent(), cell.key().month().plusMonths(1).minusDays(1));
    }

    private static Shelf shelf(Cell cell, String agent) {
        return new Shelf(agent, cell.key().product());
    }

    private void put(Shelf shelf, BigDecimal many) {
        lying.merge(shelf, many, BigDecimal::add);
    }

    private void comesBack(Cell cell) {
        BigDecimal back = cell.gap().min(taken.getOrDefault(cell.key().line(), BigDecimal.ZERO));
        if (back.signum() > 0) {
            move(cell, shelf(cell, cell.key().agent()), back.negate());
        }
    }

    private void take(Cell cell, Shelf shelf) {
        if (cell.gap().signum() < 0 && shelves.contains(shelf)) {
            BigDecimal wanted = cell.gap().negate().subtract(drawn.getOrDefault(cell.key(), BigDecimal.ZERO));
            BigDecimal there = lying.getOrDefault(shelf, BigDecimal.ZERO).max(BigDecimal.ZERO);
            move(cell, shelf, wanted.min(there));
        }
    }

    private void move(Cell cell, Shelf shelf, BigDecimal many) {
        put(shelf, many.negate());
        taken.merge(cell.key().line(), many, BigDecimal::add);
        drawn.merge(cell.key(), many, BigDecimal::add);
    }

    private record Shelf(String agent, String product) {}
}
