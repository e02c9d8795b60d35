package org.tongqu.demo.group;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.tongqu.demo.group.Diary.Handed;
import org.tongqu.demo.group.Diary.Page;
import org.tongqu.demo.group.Diary.Told;
import org.tongqu.demo.line.Words.Order;
import org.tongqu.demo.trade.Agent;
import org.tongqu.demo.trade.Luck;

/** 平常的一天: what happens next, by number: mostly visits, now and then an order, news of an old one, an agent's file, rarely a wrong file. */
final class Day {
    private final VisitBook visits;
    private final OrderBook orders;
    private final Sales sales;

    Day(LocalDate founded, Size size) {
        this.sales = new Sales(size, new Seasons(founded.minusDays(1), size.months()));
        this.visits = new VisitBook(founded, size, sales);
        this.orders = new OrderBook(founded, size);
    }

    private enum Happening {
        VISIT,
        ORDER,
        NEWS,
        FILE,
        WRONG_FILE
    }

    /** What happens under that number; what it says of today is written down now. */
    Page page(int number, OffsetDateTime now) {
        Luck luck = Luck.of("happens " + number);
        return switch (happening(number)) {
            case VISIT -> Page.of(number, visits.live(number, now));
            case ORDER -> order(number, now, luck);
            case NEWS -> news(number, now);
            case FILE, WRONG_FILE ->
                Page.of(
                        number,
                        new Handed(agent(number).code(), now.toLocalDate().toString()));
        };
    }

    private static Happening happening(int number) {
        int dice = Luck.of("day " + number).between(1, 100);
        return dice <= 66
                ? Happening.VISIT
                : dice <= 76
                        ? Happening.ORDER
                        : dice <= 92 ? Happening.NEWS : dice <= 98 ? Happening.FILE : Happening.WRONG_FILE;
    }

    private Page order(int number, OffsetDateTime now, Luck luck) {
        String factory = luck.oneOf(Works.CODES);
        return Page.of(number, new Told(factory, orders.live(factory, number, now)));
    }

    /** The next of what was still to come when the demo was founded; once all has come a visit instead. */
    private Page news(int number, OffsetDateTime now) {
        long told = IntStream.range(1, number)
                .filter(before -> happening(before) == Happening.NEWS)
                .count();
        String factory = Works.CODES.get((int) (told % Works.CODES.size()));
        List<Order> toCome = orders.toCome(factory, now);
        int place = (int) (told / Works.CODES.size());
        return place < toCome.size()
                ? Page.of(number, new Told(factory, toCome.get(place)))
                : Page.of(number, visits.live(number, now));
    }

    private static Agent agent(int number) {
        return Luck.of("agent " + number)
                .oneOf(Agent.ours().subList(0, Agent.ours().size() - Seed.SILENT_AGENTS));
    }

    /** The file of that page: the month so far, or last month's while this one is young. */
    AgentFile file(int number, Handed handed) {
        Agent agent = agent(number);
        if (happening(number) == Happening.WRONG_FILE) {
            return AgentFile.wrong(agent, "export-%05d.xls".formatted(number));
        }
        LocalDate day = LocalDate.parse(handed.day());
        YearMonth month = YearMonth.from(day.getDayOfMonth() < 6 ? day.minusMonths(1) : day);
        return AgentFile.soFar(
                agent,
                "sales-%s-%05d.csv".formatted(month, number),
                sales.of(agent, month).stream()
                        .filter(sale -> !sale.on().isAfter(day))
                        .toList());
    }
}
