package org.tongqu.demo.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.demo.line.Words.Money;
import org.tongqu.demo.line.Words.Need;
import org.tongqu.demo.line.Words.Part;

/**
 * 需求: what firms of some trades ask for, one machine or a complete set (成套).
 *
 * @param trades that ask so; empty where any firm may
 * @param months until it is needed
 */
public record Request(
        List<String> trades, String summary, @Nullable String functional, List<Part> parts, int months) {
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final List<Request> ALL =
            Table.rows("needs.tsv").stream().map(Request::of).toList();

    /** What this firm may ask for; complete sets first. */
    public static List<Request> of(Firm firm) {
        return ALL.stream()
                .filter(request -> request.trades.isEmpty() || request.trades.contains(firm.trade()))
                .sorted((one, other) -> other.parts.size() - one.parts.size())
                .toList();
    }

    /** The machines a firm of this trade has standing. */
    public static List<Product> productsFor(Firm firm) {
        return of(firm).stream()
                .filter(request -> !request.trades.isEmpty())
                .flatMap(request -> request.parts.stream())
                .map(part -> Product.fitting(part.productClass(), part.productCode()))
                .distinct()
                .toList();
    }

    /** In the customer's words on that day; every other customer names a budget. */
    public Need asked(String needNo, LocalDate on, Luck luck) {
        String by = on.plusMonths(months).withDayOfMonth(1).toString();
        return new Need(needNo, summary, functional, by, luck.falls(0.6) ? budget(luck) : null, parts);
    }

    private Money budget(Luck luck) {
        BigDecimal list = parts.stream()
                .map(part -> Product.fitting(part.productClass(), part.productCode())
                        .listPrice()
                        .multiply(new BigDecimal(part.qty())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal inTenThousands = list.multiply(BigDecimal.valueOf(luck.between(85, 110)))
                .movePointLeft(2)
                .divide(TEN_THOUSAND, 0, RoundingMode.UP);
        return Money.yuan(inTenThousands.multiply(TEN_THOUSAND).setScale(2));
    }

    private static Request of(String[] row) {
        List<String> trades = row[0].equals("-") ? List.of() : List.of(row[0].split(",", -1));
        List<Part> parts = List.of(row[3].split(";", -1)).stream()
                .map(text -> part(text.split(":", -1)))
                .toList();
        return new Request(trades, row[1], row[2].equals("-") ? null : row[2], parts, Integer.parseInt(row[4]));
    }

    private static Part part(String[] said) {
        return new Part(said[0], said[1].isEmpty() ? null : said[1], said[2]);
    }
}
