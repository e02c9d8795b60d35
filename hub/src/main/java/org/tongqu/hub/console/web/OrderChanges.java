package org.tongqu.hub.console.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.sales.SalesPages.OrderLine;
import org.tongqu.hub.sales.SalesPages.Revision;

/** What one revision of an order changed of the one before, said in words. */
final class OrderChanges {
    private final Say say;
    private final List<String> says = new ArrayList<>();

    private OrderChanges(Say say) {
        this.say = say;
    }

    static List<String> between(Revision before, Revision after, Say say, Names names) {
        OrderChanges changes = new OrderChanges(say);
        changes.field("order.change.customer", before.customerName(), after.customerName());
        changes.field("order.change.agent", agent(before, names), agent(after, names));
        changes.field("order.change.zone", before.zone(), after.zone());
        changes.field("order.change.ordered", say.exact(before.orderedAt()), say.exact(after.orderedAt()));
        changes.lines(byNumber(before), byNumber(after), after.currency());
        changes.field("order.change.total", money(before, say), money(after, say));
        return changes.says.isEmpty() ? List.of(say.word("order.change.none")) : changes.says;
    }

    private static @Nullable String agent(Revision revision, Names names) {
        return revision.agent() == null ? null : names.partner(revision.agent());
    }

    private static String money(Revision revision, Say say) {
        return say.exactly(new BigDecimal(revision.total()), revision.currency());
    }

    private void field(String key, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            says.add(say.word(key, said(before), said(after)));
        }
    }

    private String said(@Nullable String value) {
        return value == null ? say.word("unsaid") : value;
    }

    private void lines(Map<String, OrderLine> before, Map<String, OrderLine> after, String currency) {
        before.forEach((no, line) -> {
            OrderLine now = after.get(no);
            if (now == null) {
                says.add(say.word("order.change.line.gone", no, line.productCode()));
            } else {
                line(no, line, now, currency);
            }
        });
        after.forEach((no, line) -> {
            if (!before.containsKey(no)) {
                says.add(say.word("order.change.line.new", no, line.productCode(), line.qty()));
            }
        });
    }

    private void line(String no, OrderLine before, OrderLine now, String currency) {
        if (!before.productCode().equals(now.productCode())) {
            says.add(say.word("order.change.product", no, before.productCode(), now.productCode()));
        }
        if (!before.qty().equals(now.qty())) {
            says.add(say.word("order.change.qty", no, before.qty(), now.qty()));
        }
        if (!before.unitPrice().equals(now.unitPrice())) {
            says.add(say.word("order.change.price", no, price(before, currency), price(now, currency)));
        }
    }

    private String price(OrderLine line, String currency) {
        return say.exactly(new BigDecimal(line.unitPrice()), currency);
    }

    private static Map<String, OrderLine> byNumber(Revision revision) {
        Map<String, OrderLine> lines = new LinkedHashMap<>();
        revision.lines().forEach(line -> lines.put(line.lineNo(), line));
        return lines;
    }
}
