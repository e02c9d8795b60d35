package org.tongqu.journeys;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Northwind's 415 orders as a factory would send them to {@code POST /api/v1/orders}, and what they come to by plain addition.
 * Prices are in USD after discount, exact to four decimals; dates are midnight in Beijing; customers carry no province.
 */
final class NorthwindOrders {
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, NamedCsvRecord> customers = byId("Customers.csv", "CustomerID");
    private final Map<String, NamedCsvRecord> products = byId("Products.csv", "ProductID");
    private final Map<String, List<NamedCsvRecord>> lines =
            rows("OrderDetails.csv").stream().collect(Collectors.groupingBy(row -> row.getField("OrderID")));
    private final List<NamedCsvRecord> orders = rows("Orders.csv");

    /** One item of the contract an order, in the files' sequence. */
    List<ObjectNode> items() {
        return orders.stream().map(this::item).toList();
    }

    /** What each customer ordered, by company name in USD: quantity times price after discount, summed over the files alone. */
    Map<String, BigDecimal> sums() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (NamedCsvRecord order : orders) {
            linesOf(order).forEach(line -> sums.merge(companyOf(order), worth(line), BigDecimal::add));
        }
        return sums;
    }

    private ObjectNode item(NamedCsvRecord order) {
        ObjectNode item = JSON.createObjectNode();
        item.put("orderNo", orderNo(order));
        item.put("orderedAt", midnight(order.getField("OrderDate")));
        item.set("customer", customer(order));
        item.put("currency", "USD");
        ArrayNode itemLines = item.putArray("lines");
        linesOf(order).forEach(line -> itemLines.add(line(line)));
        shipments(order, item);
        return item;
    }

    private ObjectNode customer(NamedCsvRecord order) {
        NamedCsvRecord customer = customerOf(order);
        return JSON.createObjectNode()
                .put("name", customer.getField("CompanyName"))
                .putNull("province")
                .put("city", customer.getField("City"));
    }

    private ObjectNode line(NamedCsvRecord line) {
        String product = line.getField("ProductID");
        return JSON.createObjectNode()
                .put("lineNo", product)
                .put("productCode", product)
                .put("model", found(products, product).getField("ProductName"))
                .put("qty", line.getField("Quantity"))
                .put("unitPrice", price(line).toPlainString());
    }

    private void shipments(NamedCsvRecord order, ObjectNode item) {
        String shipped = order.getField("ShippedDate");
        if (shipped.isBlank()) {
            return;
        }
        ObjectNode shipment = item.putArray("shipments").addObject();
        shipment.put("shipmentNo", orderNo(order) + "-1").put("shippedAt", midnight(shipped));
        ArrayNode goods = shipment.putArray("lines");
        linesOf(order)
                .forEach(line -> goods.addObject()
                        .put("lineNo", line.getField("ProductID"))
                        .put("qty", line.getField("Quantity")));
    }

    private static String orderNo(NamedCsvRecord order) {
        return "NW-" + order.getField("OrderID");
    }

    private String companyOf(NamedCsvRecord order) {
        return customerOf(order).getField("CompanyName");
    }

    private NamedCsvRecord customerOf(NamedCsvRecord order) {
        return found(customers, order.getField("CustomerID"));
    }

    private List<NamedCsvRecord> linesOf(NamedCsvRecord order) {
        return lines.getOrDefault(order.getField("OrderID"), List.of());
    }

    private static BigDecimal worth(NamedCsvRecord line) {
        return price(line).multiply(new BigDecimal(line.getField("Quantity")));
    }

    private static BigDecimal price(NamedCsvRecord line) {
        BigDecimal paidShare = BigDecimal.ONE.subtract(new BigDecimal(line.getField("Discount")));
        return new BigDecimal(line.getField("UnitPrice")).multiply(paidShare).setScale(4, RoundingMode.UNNECESSARY);
    }

    private static String midnight(String american) {
        return LocalDate.parse(american, AMERICAN) + "T00:00:00+08:00";
    }

    private static Map<String, NamedCsvRecord> byId(String file, String id) {
        return rows(file).stream().collect(Collectors.toMap(row -> row.getField(id), Function.identity()));
    }

    private static NamedCsvRecord found(Map<String, NamedCsvRecord> rows, String id) {
        NamedCsvRecord row = rows.get(id);
        if (row == null) {
            throw new IllegalStateException("no row for " + id);
        }
        return row;
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (InputStream in = NorthwindOrders.class.getResourceAsStream("/northwind/" + file)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + file);
            }
            return CsvReader.builder().ofNamedCsvRecord(in).stream().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
