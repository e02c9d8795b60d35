package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what a difference most likely is from its figures. */
final class Readings {
    /** What boxes usually hold; fewer are more likely missing than packed. */
    private static final Set<Integer> PACKED =
            Set.of(6, 8, 10, 12, 20, 24, 25, 30, 36, 48, 50, 60, 72, 100, 144, 200, 500, 1000);

    private Readings() {}

    /**
     * One figure of a cell, as the readings need it.
     *
     * @param reference under which a sale stands in its report
     */
    record Part(Figure.Kind kind, BigDecimal qty, LocalDate day, String reference) {}

    /**
     * @param cells of the difference, the one that lacks a sale first; of two agents whoever reported it
     * @param parts figures of its first cell
     */
    static Reading of(List<Cell> cells, List<Part> parts) {
        Cell cell = cells.getFirst();
        if (cells.size() > 1) {
            return ofTwo(cell, cells.getLast());
        }
        if (cell.net().signum() == 0) {
            return ofCustomersWord(cell);
        }
        if (isUnits(cell)) {
            return Reading.UNITS;
        }
        return cell.net().signum() > 0 ? tooFew(cell) : tooMany(cell, parts);
    }

    private static Reading ofTwo(Cell one, Cell other) {
        if (Pairing.isOtherMonth(one, other)) {
            return Reading.OTHER_MONTH;
        }
        if (Pairing.isOtherAgent(one, other)) {
            return Reading.OTHER_AGENT;
        }
        return Pairing.isOtherCustomer(one, other) ? Reading.OTHER_CUSTOMER : Reading.OTHER_PRODUCT;
    }

    private static Reading ofCustomersWord(Cell cell) {
        if (Cell.figure(cell.stated()).signum() == 0) {
            return Reading.DENIED;
        }
        return cell.outside().signum() < 0 ? Reading.CUSTOMER_SAYS_LESS : Reading.CUSTOMER_SAYS_MORE;
    }

    private static Reading tooFew(Cell cell) {
        return cell.sold() == null ? Reading.NOT_REPORTED : Reading.UNREPORTED;
    }

    private static Reading tooMany(Cell cell, List<Part> parts) {
        BigDecimal over = cell.net().negate();
        if (cell.shipped() != null && returned(parts).compareTo(over) == 0) {
            return Reading.RETURN_NOT_REPORTED;
        }
        if (repeated(parts).anyMatch(qty -> qty.compareTo(over) == 0)) {
            return Reading.TWICE;
        }
        if (cell.shipped() == null && isDenied(cell)) {
            return Reading.DENIED;
        }
        if (cell.shipped() == null) {
            return cell.fromStock() == null ? Reading.NOT_SHIPPED : Reading.BEYOND_STOCK;
        }
        return Reading.OVER_REPORTED;
    }

    private static boolean isDenied(Cell cell) {
        BigDecimal stated = cell.stated();
        return stated != null && stated.signum() == 0;
    }

    private static BigDecimal returned(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.kind() == Figure.Kind.SHIPPED && part.qty().signum() < 0)
                .map(part -> part.qty().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Quantities that were reported more than once for one day or one contract. */
    private static Stream<BigDecimal> repeated(List<Part> parts) {
        Map<String, Integer> times = new HashMap<>();
        Map<String, BigDecimal> quantities = new HashMap<>();
        parts.stream().filter(part -> part.kind() == Figure.Kind.SOLD).forEach(part -> {
            String alike = part.day() + "|" + part.qty().stripTrailingZeros();
            times.merge(alike, 1, Integer::sum);
            quantities.put(alike, part.qty());
        });
        return quantities.entrySet().stream()
                .filter(each -> times.getOrDefault(each.getKey(), 0) > 1)
                .map(Map.Entry::getValue);
    }

    private static boolean isUnits(Cell cell) {
        return isPacked(Cell.figure(cell.sold()), Cell.figure(cell.shipped()))
                || isPacked(Cell.figure(cell.shipped()), Cell.figure(cell.sold()));
    }

    private static boolean isPacked(BigDecimal many, BigDecimal few) {
        if (few.signum() <= 0 || many.signum() <= 0) {
            return false;
        }
        BigDecimal[] times = many.divideAndRemainder(few);
        return times[1].signum() == 0
                && times[0].compareTo(BigDecimal.valueOf(1000)) <= 0
                && PACKED.contains(times[0].intValueExact());
    }
}
