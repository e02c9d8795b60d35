package org.tongqu.journeys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * AdventureWorks' 2,000 purchase orders as a factory would tell them, and its 701 resellers as the agents they came through, one after the
 * other. Prices are in USD, exact to four decimals; the revision is the file's own; days are midnight in Beijing; customers carry no province.
 */
final class AdventureWorksOrders {
    private final List<String[]> orders = rows("PurchaseOrderHeader.csv.gz", "\t");
    private final Map<String, List<String[]>> lines =
            rows("PurchaseOrderDetail.csv.gz", "\t").stream().collect(Collectors.groupingBy(row -> row[0]));
    private final Map<String, String[]> products = byId("Product.csv");
    private final Map<String, String[]> vendors = byId("Vendor.csv");
    private final List<ObjectNode> resellers = rows("DimReseller.csv", "\\|").stream()
            .map(AdventureWorksOrders::reseller)
            .toList();

    /** One body of {@code POST /api/v1/partners} a reseller. */
    List<ObjectNode> resellers() {
        return resellers;
    }

    /** One item of the contract an order, in the file's sequence. */
    List<ObjectNode> items() {
        return orders.stream().map(this::item).toList();
    }

    /** What each order comes to by its own heading in the file, which nothing here adds up, by order number. */
    Map<String, BigDecimal> subtotals() {
        Map<String, BigDecimal> subtotals = new TreeMap<>();
        orders.forEach(order -> subtotals.put(orderNo(order), new BigDecimal(order[8]).stripTrailingZeros()));
        return subtotals;
    }

    /** When each order left, by order number. */
    Map<String, LocalDate> shipped() {
        return orders.stream()
                .collect(Collectors.toMap(
                        AdventureWorksOrders::orderNo, order -> LocalDate.parse(order[7].substring(0, 10))));
    }

    private static ObjectNode reseller(String[] row) {
        return Json.MAPPER
                .createObjectNode()
                .put("code", row[2].toLowerCase(Locale.ROOT))
                .put("kind", "AGENT")
                .put("name", row[5]);
    }

    private ObjectNode item(String[] order) {
        ObjectNode item = Json.MAPPER.createObjectNode();
        item.put("orderNo", orderNo(order)).put("revision", Integer.parseInt(order[1]));
        item.put("orderedAt", order[6].substring(0, 10) + "T00:00:00+08:00");
        item.putObject("customer").put("name", found(vendors, order[4])[2]);
        item.put("agent", agentOf(order)).put("currency", "USD");
        ArrayNode all = item.putArray("lines");
        lines.getOrDefault(order[0], List.of()).forEach(line -> all.add(line(line)));
        return item;
    }

    private ObjectNode line(String[] line) {
        String[] product = found(products, line[4]);
        return Json.MAPPER
                .createObjectNode()
                .put("lineNo", line[1])
                .put("productCode", product[2])
                .put("model", product[1])
                .put("qty", line[3])
                .put("unitPrice", line[5]);
    }

    private String agentOf(String[] order) {
        int number = Integer.parseInt(order[0]) % resellers.size();
        return resellers.get(number).path("code").asText();
    }

    private static String orderNo(String[] order) {
        return "AW-" + order[0];
    }

    private static String[] found(Map<String, String[]> rows, String id) {
        String[] row = rows.get(id);
        if (row == null) {
            throw new IllegalStateException("no row for " + id);
        }
        return row;
    }

    private static Map<String, String[]> byId(String file) {
        return rows(file, "\t").stream().collect(Collectors.toMap(row -> row[0], Function.identity()));
    }

    private static List<String[]> rows(String file, String separator) {
        try (InputStream in = opened(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(separator, -1))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream opened(String file) throws IOException {
        InputStream in = AdventureWorksOrders.class.getResourceAsStream("/adventureworks/" + file);
        if (in == null) {
            throw new IllegalStateException("missing: " + file);
        }
        return file.endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
