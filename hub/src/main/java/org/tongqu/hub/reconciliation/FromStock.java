package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.hub.channel.Chains;
import org.tongqu.hub.channel.Supply;

/** 在库: what goes to an agent's own firm is stock and no difference, and what is sold from it was shipped before. Nothing is read where no stock is kept. */
@Component
class FromStock {
    private final CellStore cells;
    private final Supply supply;

    FromStock(CellStore cells, Supply supply) {
        this.cells = cells;
        this.supply = supply;
    }

    /**
     * @param before as they stood before this look
     * @param judged the same by their months
     * @return these as stock leaves them, and others for whom it is more or less now
     */
    Map<CellKey, Cell> met(Set<CellKey> touched, Collection<Cell> before, Map<CellKey, Cell> judged, Judge judge) {
        Map<CellKey, Cell> named = named(judged);
        Set<String> products = concerned(touched, before, named);
        if (products.isEmpty()) {
            return named;
        }
        Set<CellStore.Shelf> shelves = new HashSet<>(cells.shelves(products));
        named.values().stream()
                .filter(Cell::isToStock)
                .forEach(cell -> shelves.add(
                        new CellStore.Shelf(cell.stockOwner(), cell.key().product())));
        shelves.removeIf(shelf -> !products.contains(shelf.product()));
        return shelves.isEmpty() ? named : counted(touched, named, shelves, judge);
    }

    /** Whose firm a customer is, is asked once, and again as long as its figures lie apart. */
    private Map<CellKey, Cell> named(Map<CellKey, Cell> judged) {
        Set<String> asked = judged.values().stream()
                .filter(cell -> cell.stockOf() == null || cell.net().signum() != 0)
                .map(cell -> cell.key().customer())
                .collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return judged;
        }
        Map<String, String> firms = supply.firmsOf(asked);
        Map<CellKey, Cell> named = new HashMap<>();
        judged.forEach((key, cell) -> named.put(
                key, asked.contains(key.customer()) ? cell.at(firms.getOrDefault(key.customer(), "")) : cell));
        return named;
    }

    /** Products of cells that stock has to do with, or had, or had perhaps, as they are gone. */
    private static Set<String> concerned(Set<CellKey> touched, Collection<Cell> before, Map<CellKey, Cell> named) {
        Stream<CellKey> gone = touched.stream().filter(key -> !named.containsKey(key));
        Stream<CellKey> now = named.values().stream()
                .filter(cell -> cell.isToStock()
                        || (cell.isSoldUnshipped() && cell.net().signum() != 0))
                .map(Cell::key);
        Stream<CellKey> then = before.stream()
                .filter(cell -> cell.isToStock() || cell.fromStock() != null)
                .map(Cell::key);
        return Stream.of(gone, now, then)
                .flatMap(keys -> keys)
                .map(CellKey::product)
                .collect(Collectors.toSet());
    }

    private Map<CellKey, Cell> counted(
            Set<CellKey> touched, Map<CellKey, Cell> named, Set<CellStore.Shelf> shelves, Judge judge) {
        Chains chains = supply.chains();
        Map<CellKey, Cell> all = new HashMap<>();
        cells.ofStock(around(touched, named, shelves, chains)).forEach(cell -> all.put(cell.key(), cell));
        all.putAll(named);
        Map<CellKey, BigDecimal> drawn = new StockLedger(all.values(), chains).drawn();
        Map<CellKey, Cell> met = new HashMap<>();
        all.forEach((key, cell) -> {
            Cell now = judge.stated(cell.met(drawn.get(key)));
            if (named.containsKey(key) || now.isOther(cell)) {
                met.put(key, now);
            }
        });
        return met;
    }

    /** The shelves of all who may draw on the same. */
    private static Set<CellStore.Shelf> around(
            Set<CellKey> touched, Map<CellKey, Cell> named, Set<CellStore.Shelf> shelves, Chains chains) {
        Map<String, Set<String>> agents = new HashMap<>();
        shelves.forEach(shelf -> agents.put(shelf.product(), new HashSet<>()));
        Stream.concat(touched.stream(), named.keySet().stream())
                .filter(key -> agents.containsKey(key.product()))
                .forEach(
                        key -> Objects.requireNonNull(agents.get(key.product())).add(key.agent()));
        boolean gone = touched.stream().anyMatch(key -> !named.containsKey(key));
        List<CellStore.Shelf> also = gone
                ? List.copyOf(shelves)
                : named.values().stream()
                        .filter(Cell::isToStock)
                        .map(cell -> new CellStore.Shelf(
                                cell.stockOwner(), cell.key().product()))
                        .toList();
        also.stream()
                .filter(shelf -> agents.containsKey(shelf.product()))
                .forEach(shelf ->
                        Objects.requireNonNull(agents.get(shelf.product())).add(shelf.agent()));
        return agents.entrySet().stream()
                .flatMap(each ->
                        chains.family(each.getValue()).stream().map(agent -> new CellStore.Shelf(agent, each.getKey())))
                .collect(Collectors.toSet());
    }
}
