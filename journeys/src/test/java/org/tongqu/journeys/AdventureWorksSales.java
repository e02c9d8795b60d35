package org.tongqu.journeys;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * AdventureWorks' purchase orders as shipped through twelve agents, and the same lines as these agents report them, of which one place in forty
 * is told wrongly: half of it, twice as much, nothing, a month later, each line twice.
 */
final class AdventureWorksSales {
    private static final int AGENTS = 12;
    private static final int EVERY = 40;
    private static final List<Change> CHANGES =
            List.of(Change.HALF, Change.DOUBLE, Change.NOTHING, Change.LATER, Change.TWICE);
    private static final String HEADING = "报表编号,行号,销售日期,客户名称,产品编码,数量\n";

    private final Map<String, StringBuilder> reports = new TreeMap<>();
    private final Set<Cell> changed = new HashSet<>();
    private final List<ObjectNode> orders;
    private final Map<Cell, List<Sale>> sales = new TreeMap<>();

    /** Where figures meet; products as the hub writes them, without a hyphen. */
    record Cell(String agent, String customer, String product, YearMonth month) implements Comparable<Cell> {
        private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::agent)
                .thenComparing(Cell::customer)
                .thenComparing(Cell::product)
                .thenComparing(Cell::month);

        Cell later() {
            return new Cell(agent, customer, product, month.plusMonths(1));
        }

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /** How an agent tells what it sold. */
    private enum Change {
        NONE,
        HALF,
        DOUBLE,
        NOTHING,
        LATER,
        TWICE
    }

    private record Sale(LocalDate day, int qty) {}

    AdventureWorksSales(AdventureWorksOrders files) {
        orders = files.items();
        Map<String, LocalDate> days = files.shipped();
        for (int n = 0; n < orders.size(); n++) {
            ship(orders.get(n), agent(n % AGENTS), days);
        }
        List<Cell> cells = List.copyOf(sales.keySet());
        for (int n = 0; n < cells.size(); n++) {
            report(cells.get(n), n % EVERY == 0 ? CHANGES.get(n / EVERY % CHANGES.size()) : Change.NONE);
        }
    }

    List<String> agents() {
        return IntStream.range(0, AGENTS).mapToObj(AdventureWorksSales::agent).toList();
    }

    /** Items of the contract, each shipped in one go. */
    List<ObjectNode> orders() {
        return orders;
    }

    /** All of the years of one agent as the file that it drops. */
    String report(String agent) {
        return HEADING + reports.get(agent);
    }

    Set<Cell> changed() {
        return changed;
    }

    private static String agent(int n) {
        return "aw-sells-%02d".formatted(n);
    }

    private void ship(ObjectNode order, String agent, Map<String, LocalDate> days) {
        LocalDate day = requireNonNull(days.get(order.path("orderNo").asText()));
        order.put("agent", agent);
        ObjectNode shipment = order.putArray("shipments").addObject();
        ArrayNode shipped = shipment.put("shipmentNo", "S1")
                .put("shippedAt", day + "T10:00:00+08:00")
                .putArray("lines");
        for (JsonNode line : order.path("lines")) {
            String qty = line.path("qty").asText();
            shipped.addObject().put("lineNo", line.path("lineNo").asText()).put("qty", qty);
            String product = line.path("productCode").asText().replace("-", "");
            Cell cell = new Cell(agent, order.path("customer").path("name").asText(), product, YearMonth.from(day));
            sales.computeIfAbsent(cell, none -> new ArrayList<>()).add(new Sale(day, Integer.parseInt(qty)));
        }
    }

    private void report(Cell cell, Change wanted) {
        List<Sale> sold = sales.getOrDefault(cell, List.of());
        Change change = wanted == Change.LATER && sales.containsKey(cell.later()) ? Change.NONE : wanted;
        if (change != Change.NONE) {
            changed.add(cell);
        }
        if (change == Change.LATER) {
            changed.add(cell.later());
        }
        told(sold, change).forEach(sale -> line(cell, sale));
    }

    private static List<Sale> told(List<Sale> sold, Change change) {
        int all = sold.stream().mapToInt(Sale::qty).sum();
        LocalDate day = sold.getFirst().day();
        return switch (change) {
            case NONE -> sold;
            case HALF -> all == 1 ? List.of() : List.of(new Sale(day, all / 2));
            case DOUBLE -> List.of(new Sale(day, 2 * all));
            case NOTHING -> List.of();
            // In the middle of the month after, further from the month's end than what is tolerated.
            case LATER -> List.of(new Sale(day.plusMonths(1).withDayOfMonth(15), all));
            case TWICE -> sold.stream().flatMap(sale -> Stream.of(sale, sale)).toList();
        };
    }

    private void line(Cell cell, Sale sale) {
        StringBuilder report = reports.computeIfAbsent(cell.agent(), none -> new StringBuilder());
        report.append("AW-YEARS,%d,%s,\"%s\",%s,%d%n"
                .formatted(report.length(), sale.day(), cell.customer(), cell.product(), sale.qty()));
    }
}
