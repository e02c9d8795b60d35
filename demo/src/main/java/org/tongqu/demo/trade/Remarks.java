package org.tongqu.demo.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.tongqu.demo.line.Words.Competitor;
import org.tongqu.demo.line.Words.Money;

/** What is said at the gate: opinions, suggestions, notes on machines, rivals' offers. */
public final class Remarks {
    private static final List<String[]> ROWS = Table.rows("remarks.tsv");

    private Remarks() {}

    public static String opinion(Luck luck) {
        return luck.oneOf(of("OPINION"))[1];
    }

    public static String suggestion(Luck luck) {
        return luck.oneOf(of("SUGGESTION"))[1];
    }

    public static String note(Luck luck) {
        return luck.oneOf(of("NOTE"))[1];
    }

    /** A rival's offer a little under or over our list price. */
    public static Competitor competitor(Luck luck) {
        String[] row = luck.oneOf(of("COMPETITOR"));
        Product ours = Product.named(row[2]);
        BigDecimal price = ours.listPrice()
                .multiply(BigDecimal.valueOf(luck.between(82, 104)))
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP);
        return new Competitor(row[1], row[3], Money.yuan(price), ours.leadTimeDays() - luck.between(0, 15));
    }

    private static List<String[]> of(String kind) {
        return ROWS.stream().filter(row -> row[0].equals(kind)).toList();
    }
}
