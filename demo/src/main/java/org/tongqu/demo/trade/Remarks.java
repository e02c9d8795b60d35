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

    /** @param about code of the product class that is spoken of */
    public static String opinion(String about, Luck luck) {
        return luck.oneOf(of("OPINION", about))[2];
    }

    public static String suggestion(String about, Luck luck) {
        return luck.oneOf(of("SUGGESTION", about))[2];
    }

    public static String note(String about, Luck luck) {
        return luck.oneOf(of("NOTE", about))[2];
    }

    /** A rival's offer a little under or over our list price. */
    public static Competitor competitor(String about, Luck luck) {
        List<String[]> rivals = ROWS.stream()
                .filter(row -> row[0].equals("COMPETITOR")
                        && isAbout(Product.named(row[2]).productClass(), about))
                .toList();
        String[] row = luck.oneOf(rivals);
        Product ours = Product.named(row[2]);
        BigDecimal price = ours.listPrice()
                .multiply(BigDecimal.valueOf(luck.between(82, 104)))
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP);
        return new Competitor(row[1], row[3], Money.yuan(price), ours.leadTimeDays() - luck.between(0, 15));
    }

    /** What is said of that class, or of any. */
    private static List<String[]> of(String kind, String about) {
        return ROWS.stream()
                .filter(row -> row[0].equals(kind) && (row[1].equals("-") || isAbout(about, row[1])))
                .toList();
    }

    private static boolean isAbout(String one, String other) {
        return ProductClass.top(one).equals(ProductClass.top(other));
    }
}
