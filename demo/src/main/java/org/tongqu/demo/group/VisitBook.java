package org.tongqu.demo.group;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.tongqu.demo.line.Words.Need;
import org.tongqu.demo.line.Words.SalesStatement;
import org.tongqu.demo.line.Words.Usage;
import org.tongqu.demo.line.Words.Visit;
import org.tongqu.demo.trade.BeijingTime;
import org.tongqu.demo.trade.Firm;
import org.tongqu.demo.trade.Luck;
import org.tongqu.demo.trade.Product;
import org.tongqu.demo.trade.Remarks;
import org.tongqu.demo.trade.Request;

/** 拜访记录 of the six branches: the same number on the same day is the same visit, word for word. */
final class VisitBook {
    /** Visits that fill an empty hub: ten a branch. */
    static final int SEED = 60;

    private static final int SEED_NUMBERS_FROM = 100_000;
    private static final int LIVE_NUMBERS_FROM = 200_000;
    private static final int FIRMS_SEEDED_PER_BRANCH = 6;
    private static final LocalDate MACHINES_SINCE = LocalDate.of(2024, 1, 1);

    private final LocalDate founded;

    VisitBook(LocalDate founded) {
        this.founded = founded;
    }

    /** The seed's visits of one branch, oldest first; each firm is seen more than once, so that series can be drawn. */
    List<Visit> seed(Branch branch) {
        List<Visit> visits = new ArrayList<>();
        int each = SEED / Branch.ALL.size();
        for (int place = 0; place < each; place++) {
            visits.add(seeded(branch, place, each));
        }
        return visits;
    }

    /** A visit of today, written while the demo runs. */
    Visit live(int number, OffsetDateTime now) {
        Luck luck = Luck.of("live " + number);
        Branch branch = Branch.numbered(luck.between(0, 5));
        Firm firm = luck.oneOf(Firm.in(branch.region()));
        return visit(branch, firm, LIVE_NUMBERS_FROM + number, now, luck.falls(0.4) ? 1 : 0, luck);
    }

    private Visit seeded(Branch branch, int place, int each) {
        int number = SEED_NUMBERS_FROM + Branch.ALL.indexOf(branch) * each + place + 1;
        Luck luck = Luck.of("seed " + number);
        Firm firm = spread(Firm.in(branch.region()), place % FIRMS_SEEDED_PER_BRANCH);
        boolean older = place < 4;
        int daysAgo = older ? 150 - place * 30 : each - place;
        OffsetDateTime at = BeijingTime.on(founded.minusDays(daysAgo), 9 + luck.between(0, 7), luck.between(0, 59));
        return visit(branch, firm, number, at, older ? 0 : place % 5 == 4 ? 2 : 1, luck);
    }

    /** Firms from all provinces of the region, not only the first. */
    private static Firm spread(List<Firm> firms, int place) {
        return firms.get(place * firms.size() / FIRMS_SEEDED_PER_BRANCH);
    }

    private Visit visit(Branch branch, Firm firm, int number, OffsetDateTime at, int needs, Luck luck) {
        LocalDate on = at.toLocalDate();
        return new Visit(
                1,
                "%s-%d-%06d".formatted(branch.region(), founded.getYear(), number),
                branch.rep(),
                BeijingTime.written(at),
                firm.asVisited(),
                needs(firm, on, needs, luck),
                List.of(reading(firm, on, luck)),
                luck.falls(0.7) ? List.of(Remarks.opinion(luck)) : List.of(),
                luck.falls(0.3) ? List.of(Remarks.suggestion(luck)) : List.of(),
                luck.falls(0.35) ? List.of(Remarks.competitor(luck)) : List.of(),
                luck.falls(0.25) ? List.of(bought(branch, luck)) : List.of());
    }

    private static List<Need> needs(Firm firm, LocalDate on, int count, Luck luck) {
        List<Request> choices = Request.of(firm);
        List<Need> needs = new ArrayList<>();
        int first = luck.falls(0.4) ? 0 : luck.between(0, choices.size() - 1);
        for (int place = 0; place < count; place++) {
            Request request = choices.get((first + place) % choices.size());
            needs.add(request.asked(String.valueOf(place + 1), on, luck));
        }
        return needs;
    }

    /** One machine a firm, whose hours only grow from visit to visit. */
    private static Usage reading(Firm firm, LocalDate on, Luck luck) {
        Luck machine = Luck.of("machine " + firm.number());
        Product product = machine.oneOf(Request.productsFor(firm));
        String serial = "%s-%04d".formatted(product.code(), 400 + firm.number() * 7);
        long hours = ChronoUnit.DAYS.between(MACHINES_SINCE, on) * machine.between(5, 18);
        return new Usage(serial, product.code(), String.valueOf(hours), luck.between(0, 3), Remarks.note(luck));
    }

    private SalesStatement bought(Branch branch, Luck luck) {
        String month = YearMonth.from(founded).minusMonths(1).toString();
        Product product = luck.oneOf(Product.all());
        return new SalesStatement(product.code(), String.valueOf(luck.between(1, 5)), branch.agent(), month);
    }
}
