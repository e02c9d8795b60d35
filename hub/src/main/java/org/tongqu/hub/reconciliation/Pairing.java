package org.tongqu.hub.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Which differences are one: two that lie as far apart as each other, the other way round, in neighbouring months, at two customers, under
 * two products or of two agents. Two that were one stay one as long as that holds, whatever else comes.
 */
final class Pairing {
    private final Map<CellKey, Cell> free = new TreeMap<>();
    private final List<List<Cell>> groups = new ArrayList<>();

    private Pairing(Collection<Cell> differing) {
        differing.forEach(cell -> free.put(cell.key(), cell));
    }

    /** @param together cells that stand in one case today */
    static List<List<Cell>> of(Collection<Cell> differing, Collection<Set<CellKey>> together) {
        Pairing pairing = new Pairing(differing);
        together.stream().filter(keys -> keys.size() == 2).forEach(pairing::keep);
        pairing.pair(Pairing::isOtherMonth);
        pairing.pair(Pairing::isOtherProduct);
        pairing.pair(Pairing::isOtherAgent);
        pairing.pair(Pairing::isOtherCustomer);
        pairing.free.values().forEach(cell -> pairing.groups.add(List.of(cell)));
        return pairing.groups;
    }

    private void keep(Set<CellKey> keys) {
        List<Cell> both = keys.stream().map(free::get).filter(Objects::nonNull).toList();
        if (both.size() == 2 && isOpposite(both.getFirst(), both.getLast())) {
            group(both.getFirst(), both.getLast());
        }
    }

    private void pair(BiPredicate<Cell, Cell> are) {
        for (CellKey key : List.copyOf(free.keySet())) {
            Optional.ofNullable(free.get(key))
                    .ifPresent(cell -> free.values().stream()
                            .filter(other -> isOpposite(cell, other) && are.test(cell, other))
                            .findFirst()
                            .ifPresent(other -> group(cell, other)));
        }
    }

    private void group(Cell one, Cell other) {
        free.remove(one.key());
        free.remove(other.key());
        boolean first = (one.net().signum() > 0)
                != isOtherAgent(one, other); // a case of two agents is that of whoever reported
        groups.add(first ? List.of(one, other) : List.of(other, one));
    }

    private static boolean isOpposite(Cell one, Cell other) {
        return one.net().signum() != 0 && one.net().negate().compareTo(other.net()) == 0;
    }

    static boolean isOtherMonth(Cell one, Cell other) {
        return one.key().line().equals(other.key().line())
                && (one.key().month().plusMonths(1).equals(other.key().month())
                        || other.key().month().plusMonths(1).equals(one.key().month()));
    }

    /** What one calls by one name and the other by another: the factory's without a sale, the agent's without a shipment. */
    static boolean isOtherProduct(Cell one, Cell other) {
        boolean first = one.net().signum() > 0;
        Cell shipped = first ? one : other;
        Cell sold = first ? other : one;
        return one.key().agent().equals(other.key().agent())
                && one.key().customer().equals(other.key().customer())
                && one.key().month().equals(other.key().month())
                && shipped.sold() == null
                && sold.shipped() == null;
    }

    /** What one agent reports at a customer to whom it was shipped through another, who reports nothing. */
    static boolean isOtherAgent(Cell one, Cell other) {
        boolean first = one.net().signum() > 0;
        Cell shipped = first ? one : other;
        Cell sold = first ? other : one;
        return !one.key().agent().equals(other.key().agent())
                && one.key().customer().equals(other.key().customer())
                && one.key().product().equals(other.key().product())
                && one.key().month().equals(other.key().month())
                && shipped.sold() == null
                && sold.shipped() == null;
    }

    static boolean isOtherCustomer(Cell one, Cell other) {
        return one.key().agent().equals(other.key().agent())
                && one.key().product().equals(other.key().product())
                && one.key().month().equals(other.key().month());
    }

    /** By cell. */
    static Map<CellKey, Cell> byKey(Collection<Cell> cells) {
        Map<CellKey, Cell> byKey = new LinkedHashMap<>();
        cells.forEach(cell -> byKey.put(cell.key(), cell));
        return byKey;
    }
}
