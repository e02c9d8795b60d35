package org.tongqu.connectors.canon;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 拜访记录: one visit in the one standard format, version 1, the same from a phone, a branch node or a queue.
 *
 * @param visitNo unique in its branch
 * @param rep login of the person who visited
 */
public record VisitReport(
        int formatVersion,
        String visitNo,
        String rep,
        OffsetDateTime visitedAt,
        CustomerSaid customer,
        List<NeedSaid> needs,
        List<UsageSaid> usage,
        List<String> opinions,
        List<String> suggestions,
        List<CompetitorSaid> competitors,
        List<SalesStatement> salesStatements) {
    public VisitReport {
        requireNonNull(visitNo, "visitNo");
        requireNonNull(rep, "rep");
        requireNonNull(visitedAt, "visitedAt");
        requireNonNull(customer, "customer");
        needs = List.copyOf(needs);
        usage = List.copyOf(usage);
        opinions = List.copyOf(opinions);
        suggestions = List.copyOf(suggestions);
        competitors = List.copyOf(competitors);
        salesStatements = List.copyOf(salesStatements);
    }

    /** A need as the customer put it; {@code needNo} is unique in its visit. */
    public record NeedSaid(
            String needNo,
            String summary,
            @Nullable String functional,
            @Nullable LocalDate requiredBy,
            @Nullable Money budget,
            List<PartSaid> parts) {
        public NeedSaid {
            requireNonNull(needNo, "needNo");
            requireNonNull(summary, "summary");
            parts = List.copyOf(parts);
        }
    }

    /** A share of a need that one product class answers. */
    public record PartSaid(String productClass, @Nullable String productCode, BigDecimal qty) {}

    /** How one machine of the customer is doing on the day of the visit. */
    public record UsageSaid(
            String serial,
            @Nullable String model,
            @Nullable BigDecimal runningHours,
            @Nullable Integer faults,
            @Nullable String note) {}

    /** What the customer told of a rival's offer; lead time in days. */
    public record CompetitorSaid(
            String name,
            @Nullable String productClass,
            @Nullable String product,
            @Nullable Money price,
            @Nullable Integer leadTimeDays) {}

    /** The customer's own word on what it bought, from whom and in which month; a quantity of nought says that it bought none. */
    public record SalesStatement(
            String productCode, BigDecimal qty, @Nullable String boughtFrom, YearMonth month) {}
}
