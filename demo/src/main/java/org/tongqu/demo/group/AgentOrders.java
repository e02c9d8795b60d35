package org.tongqu.demo.group;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.demo.group.Sales.Sale;
import org.tongqu.demo.line.Words.Line;
import org.tongqu.demo.line.Words.Milestone;
import org.tongqu.demo.line.Words.Order;
import org.tongqu.demo.line.Words.Shipment;
import org.tongqu.demo.line.Words.ShippedLine;
import org.tongqu.demo.trade.Agent;
import org.tongqu.demo.trade.BeijingTime;
import org.tongqu.demo.trade.Luck;
import org.tongqu.demo.trade.Zones;

/**
 * 代理进货: what the factories shipped through agents last month. It is what these report to have sold, but for one sale in twelve, of which the
 * factory knows nothing or shipped one more.
 */
final class AgentOrders {
    private static final double UNKNOWN_TO_THE_FACTORY = 0.04;
    private static final double ONE_MORE = 0.05;

    private final YearMonth month;
    private final List<Agent> agents;
    private final Sales sales;

    /** @param agents those that report this month */
    AgentOrders(YearMonth month, List<Agent> agents, Sales sales) {
        this.month = month;
        this.agents = List.copyOf(agents);
        this.sales = sales;
    }

    List<Order> of(String factory) {
        return agents.stream().flatMap(agent -> of(factory, agent)).toList();
    }

    /** One order a customer. */
    private Stream<Order> of(String factory, Agent agent) {
        Map<String, List<Sale>> byFirm = sales.of(agent, month).stream()
                .filter(sale -> sale.product().factory().equals(factory))
                .filter(sale -> !luck(agent, sale).falls(UNKNOWN_TO_THE_FACTORY))
                .collect(Collectors.groupingBy(sale -> sale.firm().uscc(), TreeMap::new, Collectors.toList()));
        return byFirm.values().stream().map(sold -> order(factory, agent, sold));
    }

    private Order order(String factory, Agent agent, List<Sale> sold) {
        Sale first = sold.getFirst();
        LocalDate on = Seasons.working(first.on().minusDays(1));
        LocalDate shipped = on.isBefore(month.atDay(1)) ? month.atDay(1) : on;
        String at = BeijingTime.written(BeijingTime.on(shipped, 10, 0));
        List<Line> lines = lines(agent, sold);
        String orderNo = "HT-%s-%s-%s-%02d"
                .formatted(
                        factory.substring("factory-".length()).toUpperCase(java.util.Locale.ROOT),
                        agent.code().substring("agent-".length()).toUpperCase(java.util.Locale.ROOT),
                        month.toString().replace("-", ""),
                        first.row());
        List<ShippedLine> goods = lines.stream()
                .map(line -> new ShippedLine(line.lineNo(), line.qty(), null))
                .toList();
        return new Order(
                orderNo,
                null,
                at,
                Zones.of(factory, first.firm().province()),
                first.firm().asOrdered(),
                agent.code(),
                null,
                null,
                "CNY",
                lines,
                List.of(new Milestone("ACCEPTED", at), new Milestone("SHIPPED", at)),
                List.of(new Shipment(orderNo + "-F1", at, goods)),
                null);
    }

    private static List<Line> lines(Agent agent, List<Sale> sold) {
        List<Line> lines = new ArrayList<>();
        for (Sale sale : sold) {
            int more = luck(agent, sale).falls(UNKNOWN_TO_THE_FACTORY + ONE_MORE) ? 1 : 0;
            lines.add(new Line(
                    String.valueOf(lines.size() + 1),
                    sale.product().code(),
                    sale.product().productClass(),
                    sale.product().code(),
                    String.valueOf(sale.quantity() + more),
                    sale.product().listPrice().setScale(2, RoundingMode.HALF_UP).toPlainString()));
        }
        return lines;
    }

    private static Luck luck(Agent agent, Sale sale) {
        return Luck.of("goods %s %s %d".formatted(agent.code(), sale.month(), sale.row()));
    }
}
