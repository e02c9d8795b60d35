package org.tongqu.hub.console.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.sales.SalesPages;

/**
 * 订单与回款: one window of orders under the filters its address carries.
 *
 * @param factories to choose among; empty where the reader knows one alone
 * @param regions whether the reader sees more than one
 */
record OrdersList(
        SalesPages.OrdersSought sought,
        @Nullable String without,
        @Nullable String after,
        List<Partners.Partner> factories,
        boolean regions,
        Slice<Row> found) {

    public List<String> stages() {
        return SalesPages.STAGES;
    }

    public boolean filtered() {
        return !sought.equals(new SalesPages.OrdersSought(null, null, null, null));
    }

    /** What waits on this page, in the order a person should look. */
    public long late() {
        return found.items().stream()
                .filter(row -> row.waiting().style().equals("late"))
                .count();
    }

    public long making() {
        return found.items().stream()
                .filter(row -> List.of("ORDERED", "ACCEPTED", "SCHEDULED", "MADE")
                        .contains(row.order().stage()))
                .count();
    }

    public long unpaid() {
        return found.items().stream()
                .filter(row -> List.of("SHIPPED", "INSTALLED", "CUSTOMER_ACCEPTED")
                        .contains(row.order().stage()))
                .count();
    }

    public String older(String next) {
        return address(next);
    }

    public String newest() {
        return address(null);
    }

    private String address(@Nullable String from) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/orders");
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("number", sought.number());
        all.put("factory", sought.factory());
        all.put("region", sought.region());
        all.put("stage", sought.stage());
        all.put(ChosenColumns.NAME, without);
        all.put("after", from);
        all.values().removeIf(Objects::isNull);
        all.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().build(all).toString();
    }

    /** @param paidShare of the total, 0 to 100 */
    record Row(
            SalesPages.Order order,
            OrderWait waiting,
            @Nullable BigDecimal total,
            BigDecimal paid,
            int paidShare) {
        static Row of(SalesPages.Order order, OrderWait waiting) {
            BigDecimal total = order.total() == null ? null : OrderWait.total(order);
            return new Row(order, waiting, total, OrderWait.paid(order), OrderWait.paidShare(order));
        }
    }
}
