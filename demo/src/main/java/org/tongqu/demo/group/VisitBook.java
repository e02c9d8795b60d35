package org.tongqu.demo.group;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tongqu.demo.group.Sales.Sale;
import org.tongqu.demo.line.Words.Competitor;
import org.tongqu.demo.line.Words.Need;
import org.tongqu.demo.line.Words.SalesStatement;
import org.tongqu.demo.line.Words.Usage;
import org.tongqu.demo.line.Words.Visit;
import org.tongqu.demo.trade.Agent;
import org.tongqu.demo.trade.BeijingTime;
import org.tongqu.demo.trade.Firm;
import org.tongqu.demo.trade.Luck;
import org.tongqu.demo.trade.Product;
import org.tongqu.demo.trade.Remarks;
import org.tongqu.demo.trade.Request;

/** 拜访记录 of the six branches: the same number on the same day is the same visit, word for word. */
final class VisitBook {
    private static final int SEED_NUMBERS_FROM = 100_000;
    private static final int LIVE_NUMBERS_FROM = 200_000;
    private static final int DAYS_BACK = 360;
    private static final LocalDate FIRST_MACHINES = LocalDate.of(2017, 3, 1);
    private final LocalDate founded;
    private final Size size;
    private final Sales sales;

    VisitBook(LocalDate founded, Size size, Sales sales) {
        this.founded = founded;
        this.size = size;
        this.sales = sales;
    }

    /** The seed's visits of one branch, oldest first; each firm is seen more than once, so that series can be drawn. */
    List<Visit> seed(Branch branch) {
        return IntStream.range(0, size.visits())
                .mapToObj(place -> seeded(branch, place))
                .toList();
    }

    /** A visit of today, written while the demo runs. */
    Visit live(int number, OffsetDateTime now) {
        Luck luck = Luck.of("live " + number);
        Branch branch = Branch.numbered(luck.between(0, 5));
        Firm firm = luck.falls(0.7)
                ? luck.oneOf(Firm.regulars(branch.region(), size.regulars()))
                : luck.oneOf(Firm.in(branch.region()));
        return visit(branch, firm, LIVE_NUMBERS_FROM + number, now, luck.falls(0.4) ? 1 : 0, luck);
    }

    private Visit seeded(Branch branch, int place) {
        int number = SEED_NUMBERS_FROM + Branch.ALL.indexOf(branch) * size.visits() + place + 1;
        Luck luck = Luck.of("seed " + number);
        List<Firm> regulars = Firm.regulars(branch.region(), size.regulars());
        LocalDate day = Seasons.working(founded.minusDays(daysAgo(place)));
        OffsetDateTime at = BeijingTime.on(day, 9 + luck.between(0, 7), luck.between(0, 59));
        int needs = luck.falls(0.2) ? 0 : luck.falls(0.25) ? 2 : 1;
        return visit(branch, regulars.get(place % regulars.size()), number, at, needs, luck);
    }

    /** A year back, closer together the nearer to today. */
    private int daysAgo(int place) {
        double share = (size.visits() - 1.0 - place) / (size.visits() - 1.0);
        return 1 + (int) Math.round(DAYS_BACK * Math.pow(share, 1.7));
    }

    private Visit visit(Branch branch, Firm firm, int number, OffsetDateTime at, int needs, Luck luck) {
        LocalDate on = at.toLocalDate();
        List<Usage> readings = readings(firm, on, luck);
        String about = Product.named(readings.getFirst().model()).productClass();
        return new Visit(
                1,
                "%s-%d-%06d".formatted(branch.region(), on.getYear(), number),
                branch.reps().get(number % branch.reps().size()),
                BeijingTime.written(at),
                firm.asVisited(),
                needs(firm, on, needs, luck),
                readings,
                opinions(about, luck),
                luck.falls(0.3) ? List.of(Remarks.suggestion(about, luck)) : List.of(),
                luck.falls(0.35) ? List.<Competitor>of(Remarks.competitor(about, luck)) : List.of(),
                luck.falls(0.35) ? bought(firm, on, luck) : List.of());
    }

    private static List<String> opinions(String about, Luck luck) {
        return IntStream.range(0, luck.falls(0.75) ? luck.between(1, 2) : 0)
                .mapToObj(place -> Remarks.opinion(about, luck))
                .distinct()
                .toList();
    }

    private static List<Need> needs(Firm firm, LocalDate on, int count, Luck luck) {
        List<Request> choices = Request.of(firm);
        List<Need> needs = new ArrayList<>();
        int first = luck.falls(0.2) ? 0 : luck.between(0, choices.size() - 1);
        for (int place = 0; place < count; place++) {
            Request request = choices.get((first + place) % choices.size());
            needs.add(request.asked(String.valueOf(place + 1), on, luck));
        }
        return needs;
    }

    /** Some of the firm's one to three machines, always the first; a machine's hours only grow from visit to visit. */
    private static List<Usage> readings(Firm firm, LocalDate on, Luck luck) {
        int machines = Luck.of("machines " + firm.number()).between(1, 3);
        return IntStream.range(0, machines)
                .filter(machine -> machine == 0 || luck.falls(0.5))
                .mapToObj(machine -> reading(firm, machine, on, luck))
                .toList();
    }

    private static Usage reading(Firm firm, int place, LocalDate on, Luck luck) {
        Luck machine = Luck.of("machine %d %d".formatted(firm.number(), place));
        Product product = machine.oneOf(Request.productsFor(firm));
        String serial = "%s-%05d".formatted(product.code(), 400 + firm.number() * 7 + place);
        LocalDate since = FIRST_MACHINES.plusDays(machine.between(0, 2_500));
        long hours = ChronoUnit.DAYS.between(since, on) * machine.between(5, 18);
        int faults = luck.falls(0.6) ? 0 : luck.between(1, 3);
        return new Usage(
                serial,
                product.code(),
                String.valueOf(hours),
                faults,
                faults == 0 && luck.falls(0.6) ? "运行正常" : Remarks.note(product.productClass(), luck));
    }

    /** What the firm says it bought of its agent; one in three remembers another quantity than the agent's books hold, some a purchase that is in no report. */
    private List<SalesStatement> bought(Firm firm, LocalDate on, Luck luck) {
        Agent agent = Agent.covering(firm);
        Sale sale = sales.lastTo(firm, on).orElse(null);
        if (sale != null) {
            int quantity = luck.falls(0.33) ? sale.quantity() + luck.between(1, 2) : sale.quantity();
            return List.of(said(sale.product(), quantity, agent, sale.month()));
        }
        Product product = luck.oneOf(Request.productsFor(firm));
        return luck.falls(0.4)
                ? List.of(said(product, 1, agent, YearMonth.from(on).minusMonths(luck.between(1, 4))))
                : List.of();
    }

    private static SalesStatement said(Product product, int quantity, Agent agent, YearMonth month) {
        return new SalesStatement(product.code(), String.valueOf(quantity), agent.code(), month.toString());
    }
}
