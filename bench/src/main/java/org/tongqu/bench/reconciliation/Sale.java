package org.tongqu.bench.reconciliation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A line of an agent's report. */
record Sale(int agent, int customer, int product, LocalDate day, int qty) {
    private static final int FIRST_DAY = 9;
    private static final int LAST_DAY = 21;
    private static final int MOST_PARTS = 3;

    /** What the agent says of a deal. */
    static List<Sale> of(Year year, Deal deal, SplittableRandom chance) {
        int units = deal.shipped();
        int less = 1 + chance.nextInt(Math.max(1, units - 1));
        return switch (deal.twist()) {
            case NONE, RETURN, CUSTOMER_KNOWS_LESS -> parts(deal, deal.customer(), deal.month(), units, chance);
            case UNDER_REPORTED ->
                parts(deal, deal.customer(), deal.month(), units - Math.min(less, units - 1), chance);
            case OVER_REPORTED -> parts(deal, deal.customer(), deal.month(), units + less, chance);
            case NOT_REPORTED -> List.of();
            case WRONG_CUSTOMER -> parts(deal, year.neighbour(deal.customer()), deal.month(), units, chance);
            case SHIFTED_MONTH -> parts(deal, deal.customer(), deal.month().plusMonths(1), units, chance);
            case TWICE -> twice(deal, chance);
            case UNITS -> parts(deal, deal.customer(), deal.month(), units / 12, chance);
            case LAG ->
                List.of(sale(deal, deal.customer(), deal.month().plusMonths(1).atDay(3), units));
        };
    }

    private static List<Sale> twice(Deal deal, SplittableRandom chance) {
        List<Sale> sales = new ArrayList<>(parts(deal, deal.customer(), deal.month(), deal.shipped(), chance));
        sales.add(sales.getFirst());
        return sales;
    }

    private static List<Sale> parts(Deal deal, int customer, YearMonth month, int units, SplittableRandom chance) {
        List<Sale> parts = new ArrayList<>();
        int left = units;
        while (left > 0) {
            int qty = parts.size() == MOST_PARTS - 1 ? left : 1 + chance.nextInt(left);
            parts.add(sale(deal, customer, month.atDay(chance.nextInt(FIRST_DAY, LAST_DAY)), qty));
            left -= qty;
        }
        return parts;
    }

    private static Sale sale(Deal deal, int customer, LocalDate day, int qty) {
        return new Sale(deal.agent(), customer, deal.product(), day, qty);
    }
}
