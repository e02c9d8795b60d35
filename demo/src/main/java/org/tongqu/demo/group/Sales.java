package org.tongqu.demo.group;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tongqu.demo.trade.Agent;
import org.tongqu.demo.trade.Firm;
import org.tongqu.demo.trade.Luck;
import org.tongqu.demo.trade.Product;
import org.tongqu.demo.trade.Request;

/** 代理销售: what the agents sold month by month; files and visits speak of the same sales, not always in the same words. */
final class Sales {
    private static final BigDecimal DEAREST = BigDecimal.valueOf(1_500_000);
    private static final int MONTHS_A_CUSTOMER_REMEMBERS = 6;
    private static final double TO_KEY_ACCOUNTS = 0.3;
    private final Size size;
    private final Seasons seasons;

    Sales(Size size, Seasons seasons) {
        this.size = size;
        this.seasons = seasons;
    }

    /**
     * One line of an agent's books.
     *
     * @param row number in its month, from 1
     * @param price of one, with tax
     */
    record Sale(YearMonth month, int row, LocalDate on, Firm firm, Product product, int quantity, BigDecimal price) {
        BigDecimal amount() {
            return price.multiply(BigDecimal.valueOf(quantity));
        }
    }

    List<Sale> of(Agent agent, YearMonth month) {
        Buyers buyers = buyers(agent);
        Luck trade = Luck.of("trade of " + agent.code());
        int rows = Math.max(4, (int) Math.round(trade.between(12, 17) * seasons.weight(month)));
        List<Sale> sales = new ArrayList<>();
        for (int row = 1; row <= rows; row++) {
            sales.add(sale(agent, month, row, rows, buyers));
        }
        return sales;
    }

    private record Buyers(List<Firm> all, List<Firm> key) {}

    /** Key accounts buy more often, where the agent has any. */
    private Buyers buyers(Agent agent) {
        List<Firm> all = agent.firms();
        List<Firm> key = Firm.regulars(agent.region(), size.regulars()).stream()
                .filter(all::contains)
                .toList();
        return new Buyers(all, key.isEmpty() ? all : key);
    }

    private static Sale sale(Agent agent, YearMonth month, int row, int rows, Buyers buyers) {
        Luck luck = Luck.of("sale %s %s %d".formatted(agent.code(), month, row));
        Firm firm = luck.oneOf(luck.falls(TO_KEY_ACCOUNTS) ? buyers.key() : buyers.all());
        Product product = product(firm, luck);
        BigDecimal price = product.listPrice()
                .multiply(BigDecimal.valueOf(luck.between(95, 108)))
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .setScale(2);
        LocalDate on = Seasons.working(month.atDay(3 + (row - 1) * (month.lengthOfMonth() - 3) / rows));
        return new Sale(month, row, on, firm, product, product.usualQuantity(luck), price);
    }

    /** Agents sell what a firm of that trade buys now and then, not whole power stations. */
    private static Product product(Firm firm, Luck luck) {
        List<Product> range = Request.productsFor(firm).stream()
                .filter(product -> product.listPrice().compareTo(DEAREST) < 0)
                .toList();
        return luck.oneOf(range.isEmpty() ? Product.all().subList(0, 5) : range);
    }

    /** What that firm bought of the agent who covers it, the newest purchase before that day that it still remembers. */
    Optional<Sale> lastTo(Firm firm, LocalDate before) {
        Agent agent = Agent.covering(firm);
        YearMonth newest = YearMonth.from(before).minusMonths(1);
        return IntStream.range(0, MONTHS_A_CUSTOMER_REMEMBERS)
                .mapToObj(newest::minusMonths)
                .flatMap(month -> of(agent, month).reversed().stream())
                .filter(sale -> sale.firm().equals(firm))
                .findFirst();
    }
}
