package org.tongqu.hub.needs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.VisitReport.NeedSaid;
import org.tongqu.connectors.canon.VisitReport.PartSaid;
import org.tongqu.connectors.canon.VisitReport.UsageSaid;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.sales.SalesFacts;
import org.tongqu.hub.visits.VisitFiled;

/** Takes from a visit, and from what came before it, all that grade rules look at. */
@Component
class Measuring {
    private final MeasuredStore store;
    private final Customers customers;
    private final SalesFacts sales;

    Measuring(MeasuredStore store, Customers customers, SalesFacts sales) {
        this.store = store;
        this.customers = customers;
        this.sales = sales;
    }

    Measured of(VisitFiled visit, NeedSaid need) {
        List<String> classes =
                need.parts().stream().map(PartSaid::productClass).distinct().toList();
        return said(visit, need, sales.orders(recordsOf(visit.sourceRecordId())), store.ordered(classes));
    }

    private List<String> recordsOf(String record) {
        return customers.customerOf(record).map(customers::recordsOf).orElse(List.of(record));
    }

    /** The part of it that stands in the visit itself. */
    static Measured said(VisitFiled visit, NeedSaid need, @Nullable Integer orders, @Nullable Integer classOrders) {
        LocalDate visited =
                visit.report().visitedAt().atZoneSameInstant(Columns.HOUSE_ZONE).toLocalDate();
        LocalDate by = need.requiredBy();
        return new Measured(
                (int) need.parts().stream().map(Measuring::topClass).distinct().count(),
                need.functional() != null && need.parts().stream().allMatch(part -> part.productCode() == null),
                yuan(need.budget()),
                by == null ? null : (int) ChronoUnit.DAYS.between(visited, by),
                visit.report().usage().stream()
                        .map(UsageSaid::faults)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0),
                words(visit, need),
                orders,
                classOrders);
    }

    private static String words(VisitFiled visit, NeedSaid need) {
        return Stream.concat(
                        Stream.of(need.summary(), need.functional()),
                        visit.report().usage().stream().map(UsageSaid::note))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable BigDecimal yuan(@Nullable Money budget) {
        return budget != null && budget.currency().equals("CNY") ? budget.amount() : null;
    }

    private static String topClass(PartSaid part) {
        int dot = part.productClass().indexOf('.');
        return dot < 0 ? part.productClass() : part.productClass().substring(0, dot);
    }
}
