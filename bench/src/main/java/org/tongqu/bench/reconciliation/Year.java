package org.tongqu.bench.reconciliation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.tongqu.bench.Codes;
import org.tongqu.bench.reconciliation.Deal.Twist;

/**
 * A year of agents' business, the same for the same seed. At most one thing is wrong in the months of one customer and product, lest two
 * planted differences take each other away.
 *
 * @param customers of each agent; no two agents share one
 */
record Year(long seed, int agents, int customers, List<Deal> deals) {
    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    private static final int MONTHS = 12;
    private static final int PRODUCTS = 40;
    private static final int OF_A_CUSTOMER = 4;
    private static final double BUYS = 0.7;
    private static final int LINES_OF_A_DEAL = 2;
    private static final int TWISTED_IN_100 = 12;
    private static final int A_BOX = 12;
    private static final List<Twist> TWISTS =
            Arrays.stream(Twist.values()).filter(twist -> twist != Twist.NONE).toList();

    Year {
        deals = List.copyOf(deals);
    }

    /** @param lines of the agents' reports, about */
    static Year of(long seed, int lines) {
        int agents = lines < 20_000 ? 6 : 60;
        double ofAnother = agents * OF_A_CUSTOMER * MONTHS * BUYS * LINES_OF_A_DEAL;
        int customers = Math.max(3, (int) Math.round(lines / ofAnother));
        Year empty = new Year(seed, agents, customers, List.of());
        return new Year(seed, agents, customers, empty.made());
    }

    private List<Deal> made() {
        SplittableRandom chance = new SplittableRandom(seed);
        List<Deal> made = new ArrayList<>();
        int twists = 0;
        for (int agent = 0; agent < agents; agent++) {
            for (int customer = 0; customer < customers; customer++) {
                for (int product = 0; product < OF_A_CUSTOMER; product++) {
                    boolean twisted = chance.nextInt(100) < TWISTED_IN_100;
                    Twist twist = twisted ? TWISTS.get(twists++ % TWISTS.size()) : Twist.NONE;
                    made.addAll(line(chance, agent, customer, product(agent, customer, product), twist));
                }
            }
        }
        return made;
    }

    /** No two neighbours among an agent's customers take the same product, so that a sale written to the wrong one stands alone there. */
    private static int product(int agent, int customer, int nth) {
        return (agent * 7 + (customer % 5) * OF_A_CUSTOMER + nth + 20 * (customer / 5 % 2)) % PRODUCTS;
    }

    private List<Deal> line(SplittableRandom chance, int agent, int customer, int product, Twist twist) {
        int when = chance.nextInt(1, MONTHS - 1);
        List<Deal> deals = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            boolean here = twist != Twist.NONE && month == when;
            if (chance.nextDouble() < BUYS || here) {
                int units = twist == Twist.UNITS && here ? A_BOX * chance.nextInt(1, 4) : chance.nextInt(3, 20);
                deals.add(
                        new Deal(agent, customer, product, FIRST.plusMonths(month), units, here ? twist : Twist.NONE));
            }
        }
        return deals;
    }

    List<Deal> planted() {
        return deals.stream().filter(deal -> deal.twist().isPlanted()).toList();
    }

    /** Whose name an agent writes by mistake: it takes none of the same products. */
    int neighbour(int customer) {
        return customer % 2 == 0 && customer + 1 < customers ? customer + 1 : customer - 1;
    }

    static String agent(int agent) {
        return "bench-rec-%02d".formatted(agent);
    }

    static String product(int product) {
        return "XK%04d".formatted(7000 + 13 * product);
    }

    String uscc(int agent, int customer) {
        return Codes.uscc(770_000_000_000L + (agent * 1_000L + customer) * 7_919L);
    }

    String name(int agent, int customer) {
        return Names.of(agent * customers + customer);
    }
}
