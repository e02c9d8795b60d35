package org.tongqu.hub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.hub.reconciliation.Discrepancies.State.DECIDED;
import static org.tongqu.hub.reconciliation.Discrepancies.State.OPEN;
import static org.tongqu.hub.reconciliation.Discrepancies.State.SETTLED;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.hub.Brands;
import org.tongqu.hub.SownWorld;
import org.tongqu.hub.platform.Scope;

@DisplayName(
        "What the agent says, the customer says and the factory shipped are held against one another as they arrive")
class DiscrepancyTest extends ReconciliationBed {

    @Test
    @Tag("S4-13")
    @DisplayName(
            "sold 5, shipped 6, stated 4: one case with the three figures, an owner, a due day and every fact one step away")
    void threeFigures() {
        String file = reports("03", sale("2026-03-05", "5"));
        String order = ships("2026-03-02", "6");
        String visit = states("2026-03", "4");

        Discrepancies.Line line = only();

        assertThat(line.sold()).isEqualByComparingTo("5");
        assertThat(line.shipped()).isEqualByComparingTo("6");
        assertThat(line.stated()).isEqualByComparingTo("4");
        assertThat(line.reading()).isEqualTo(Reading.UNREPORTED);
        assertThat(line.month()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(line.owner()).isEqualTo("mgr-ne");
        assertThat(line.due()).isAfter(line.openedAt().toLocalDate());
        assertThat(whole(line).of("SOLD"))
                .hasSize(1)
                .allMatch(
                        each -> each.messageId().equals(file) && Long.valueOf(2).equals(each.rowNo()));
        assertThat(whole(line).of("SHIPPED"))
                .hasSize(1)
                .allMatch(each -> each.messageId().equals(order));
        assertThat(whole(line).of("STATED"))
                .hasSize(1)
                .allMatch(each -> each.messageId().equals(visit));
    }

    @Test
    @DisplayName("where all three agree nothing is opened, in whatever order they come")
    void allAgree() {
        states("2026-03", "5");
        ships("2026-03-02", "5");
        reports("03", sale("2026-03-05", "2"), sale("2026-03-06", "3"));

        assertThat(open()).isEmpty();
    }

    @Test
    @Tag("S4-13")
    @DisplayName("a new fact moves the case, and the one that makes them agree settles it")
    void movesAndSettles() {
        reports("03", sale("2026-03-05", "5"));
        ships("2026-03-02", "7");
        Discrepancies.Line first = only();

        reports("03b", sale("2026-03-09", "1"));
        assertThat(only()).satisfies(line -> {
            assertThat(line.id()).isEqualTo(first.id());
            assertThat(line.amount()).isEqualByComparingTo("1");
        });

        reports("03c", sale("2026-03-10", "1"));
        assertThat(cases())
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo(SETTLED));
        assertThat(whole(first).events())
                .extracting(Discrepancies.Event::kind)
                .startsWith("OPENED", "MOVED")
                .endsWith("SETTLED");
    }

    @Test
    @DisplayName("the same month reported twice with other numbers: the later word under a line's number counts")
    void reportedAgain() {
        ships("2026-03-02", "6");
        reports("03", sale("2026-03-05", "5"));
        assertThat(only().amount()).isEqualByComparingTo("1");

        reports("03", sale("2026-03-05", "6"));

        assertThat(open()).isEmpty();
    }

    @Test
    @DisplayName("a line that its agent moves to another month is gone from the one where it stood")
    void movedLine() {
        ships("2026-03-02", "6");
        reports("03", sale("2026-03-05", "6"));
        assertThat(open()).isEmpty();

        reports("03", sale("2026-06-15", "6"));

        assertThat(open())
                .extracting(Discrepancies.Line::reading)
                .containsExactlyInAnyOrder(Reading.NOT_REPORTED, Reading.NOT_SHIPPED);
    }

    @Test
    @DisplayName("shipped at a month's end and sold at the next one's beginning is no difference; a month later it is")
    void lag() {
        ships("2026-03-29", "3");
        reports("04", sale("2026-04-03", "3"));
        assertThat(open()).isEmpty();

        ships("2026-03-02", "2");
        reports("04b", sale("2026-04-20", "2"));
        assertThat(only()).satisfies(line -> {
            assertThat(line.reading()).isEqualTo(Reading.OTHER_MONTH);
            assertThat(line.amount()).isEqualByComparingTo("2");
            assertThat(whole(line).places()).hasSize(2);
        });
    }

    @Test
    @DisplayName("a sale under another customer's name is one case over both customers")
    void otherCustomer() {
        String other = Brands.firm();
        ships("2026-03-02", "4");
        ships("2026-03-02", "2", other, product);
        reports("03", new Sale("2026-03-05", other, product, "6", "", ""));

        assertThat(only()).satisfies(line -> {
            assertThat(line.reading()).isEqualTo(Reading.OTHER_CUSTOMER);
            assertThat(line.amount()).isEqualByComparingTo("4");
        });
    }

    @Test
    @DisplayName("the same sale twice, a return that was kept quiet, boxes for pieces: each is read as what it is")
    void readings() {
        ships("2026-03-02", "5");
        reports("03", sale("2026-03-05", "5"), sale("2026-03-05", "5"));
        ships("2026-04-02", "5");
        ships("2026-04-20", "-2");
        reports("04", sale("2026-04-05", "5"));
        ships("2026-05-02", "24");
        reports("05", sale("2026-05-05", "2"));

        assertThat(open())
                .extracting(line -> line.month().getMonthValue() + " " + line.reading())
                .containsExactlyInAnyOrder("3 TWICE", "4 RETURN_NOT_REPORTED", "5 UNITS");
    }

    @Test
    @DisplayName("an agent that takes back more than it sold has a negative figure, a clear reading and no crash")
    void negative() {
        reports("03", sale("2026-03-05", "-3"));

        assertThat(only()).satisfies(line -> {
            assertThat(line.sold()).isEqualByComparingTo("-3");
            assertThat(line.reading()).isEqualTo(Reading.UNREPORTED);
        });
    }

    @Test
    @DisplayName("a customer who denies having bought what agent and factory agree on")
    void denied() {
        ships("2026-03-02", "5");
        reports("03", sale("2026-03-05", "5"));
        states("2026-03", "0");

        assertThat(only().reading()).isEqualTo(Reading.DENIED);

        states("2026-03", "5");
        assertThat(open()).as("its latest word counts").isEmpty();
    }

    @Test
    @DisplayName("a customer who corrects itself is taken at its latest word, whichever visit comes in first")
    void latestWord() {
        reports("1", sale("2026-03-05", "6"));
        ships("2026-03-04", "6");
        statesOn("2026-06-03", "2026-03", "6", firm);
        statesOn("2026-05-20", "2026-03", "2", firm);
        assertThat(open()).isEmpty();
        statesOn("2026-06-05", "2026-03", "2", firm);
        assertThat(only().stated()).isEqualByComparingTo(units("2"));
    }

    @Test
    @DisplayName("a month is left alone until everybody has had time to report it")
    void partialMonth() {
        YearMonth now = YearMonth.now(org.tongqu.hub.platform.Columns.HOUSE_ZONE);
        ships(now + "-01", "5");

        assertThat(cases()).isEmpty();
    }

    @Test
    @DisplayName("a month whose time is over is looked at though nothing more arrives")
    void fallsDue() {
        YearMonth now = YearMonth.now(org.tongqu.hub.platform.Columns.HOUSE_ZONE);
        ships(now + "-01", "5");
        assertThat(cases()).isEmpty();

        assertThat(lookedAt(now.atEndOfMonth())).isZero();
        assertThat(lookedAt(now.plusMonths(3).atDay(1))).isEqualTo(1);
    }

    /** Cells of the agent that the worker is told of on that day. */
    private long lookedAt(LocalDate day) {
        return wall.within(Scope.WORKER, () -> {
            cells.fallDue(day, 100_000);
            return jdbc.sql("select count(*) from reconciliation.touched where agent = :agent")
                    .param("agent", agent)
                    .query(Long.class)
                    .single();
        });
    }

    @Test
    @Tag("S4-24")
    @DisplayName(
            "two files of one firm hold their figures apart; merged they agree; taken apart the difference is back")
    void regrouped() {
        String other = Brands.firm();
        String shipped = ships("2026-03-02", "5");
        String sold = reports("03", new Sale("2026-03-05", other, product, "5", "", ""));
        assertThat(only().reading()).isEqualTo(Reading.OTHER_CUSTOMER);

        String word = stewardship
                .merge(DESK, customer(shipped), customer(sold), "同一家")
                .orElseThrow();
        assertThat(open()).isEmpty();

        stewardship.takeBack(DESK, word);
        assertThat(only().reading()).isEqualTo(Reading.OTHER_CUSTOMER);
    }

    private String customer(String message) {
        return SownWorld.customer(sowing, message);
    }

    @Test
    @DisplayName("a person's decision stands as long as nothing else is in question, and can be taken back")
    void decisionStands() {
        ships("2026-03-02", "6");
        reports("03", sale("2026-03-05", "5"));
        Discrepancies.Line line = only();

        assertThat(discrepancies.decide(DESK, line.id(), Verdict.TIMING, " ")).isPresent();
        assertThat(discrepancies.decide(DESK, line.id(), Verdict.TIMING, "一台在库"))
                .isEmpty();
        assertThat(discrepancies.decide(DESK, line.id(), Verdict.TIMING, "再来")).isPresent();
        ships("2026-03-03", "2");
        reports("03b", sale("2026-03-08", "2"));
        assertThat(standing())
                .singleElement()
                .satisfies(after -> assertThat(after.state()).isEqualTo(DECIDED));

        ships("2026-03-20", "1");
        assertThat(standing()).extracting(Discrepancies.Line::state).containsExactly(DECIDED, OPEN);
        assertThat(discrepancies.takeBack(DESK, line.id()))
                .as("another case holds it")
                .isPresent();

        reports("03c", sale("2026-03-21", "1"));
        assertThat(open()).isEmpty();
        assertThat(discrepancies.takeBack(DESK, line.id())).isEmpty();
        assertThat(only().id()).isEqualTo(line.id());
    }

    /** Without those that opened and settled between two of the test's facts, as the worker may look there. */
    private List<Discrepancies.Line> standing() {
        return cases().stream().filter(line -> line.state() != SETTLED).toList();
    }

    @Test
    @DisplayName("decided to be one product, the other name is learned, shown, and forgotten with the decision")
    void sameProduct() {
        ships("2026-03-02", "3");
        reports("03", new Sale("2026-03-05", firm, "车床" + tag, "3", "", ""));
        Discrepancies.Line line = only();
        assertThat(line.reading()).isEqualTo(Reading.OTHER_PRODUCT);

        assertThat(discrepancies.decide(MANAGER, line.id(), Verdict.SAME_PRODUCT, "就是它"))
                .as("a rule for all regions is not a region's to make")
                .isPresent();
        assertThat(discrepancies.decide(DESK, line.id(), Verdict.SAME_PRODUCT, "就是它"))
                .isEmpty();

        ships("2026-04-02", "1");
        reports("04", new Sale("2026-04-05", firm, "车床" + tag, "1", "", ""));
        assertThat(open()).isEmpty();
        assertThat(rulebook.shown(DESK).synonyms())
                .anyMatch(
                        each -> each.said().equals("车床" + tag) && each.product().equals(product));

        assertThat(discrepancies.takeBack(DESK, line.id())).isEmpty();
        assertThat(open()).hasSize(2);
        assertThat(rulebook.shown(DESK).synonyms())
                .noneMatch(each -> each.said().equals("车床" + tag));
    }

    @Test
    @DisplayName("decided to be another unit, the agent's boxes are counted as pieces from then on and before")
    void otherUnit() {
        ships("2026-03-02", "24");
        reports("03", new Sale("2026-03-05", firm, product, "2", "", "箱"));
        ships("2026-04-02", "36");
        reports("04", new Sale("2026-04-05", firm, product, "3", "", "箱"));
        assertThat(open()).hasSize(2).allMatch(line -> line.reading() == Reading.UNITS);

        assertThat(discrepancies.decide(DESK, open().getFirst().id(), Verdict.OTHER_UNIT, "一箱十二台"))
                .isEmpty();

        assertThat(open()).isEmpty();

        ships("2026-06-02", "12");
        reports("06", new Sale("2026-06-05", firm, product, "1", "", "箱"));
        assertThat(open()).as("and from then on").isEmpty();
    }

    @Test
    @DisplayName("the factory writes code and model of what it ships, so an agent may write either")
    void modelOfTheFactory() {
        sowing.order("factory-mt1", """
                {"orderNo":"%1$s-M","orderedAt":"2026-03-02T08:00:00+08:00","customer":{"name":"%2$s","province":"辽宁省","city":"沈阳市"},
                 "agent":"%3$s","currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"%4$s","model":"XH%1$s","productClass":"MACHINE_TOOL","qty":"2","unitPrice":"1000.00"}],
                 "milestones":[{"kind":"SHIPPED","at":"2026-03-04T09:00:00+08:00"}]}
                """.formatted(tag, firm, agent, product));
        reports("03", new Sale("2026-03-05", firm, "xh-" + tag, "2", "", ""));

        assertThat(open()).isEmpty();
    }

    @Test
    @DisplayName(
            "months before the first one that the rules name are not compared, and are as soon as they name an earlier one")
    void firstMonth() {
        ships("2026-03-02", "6");
        reports("03", sale("2026-03-05", "5"));
        assertThat(open()).hasSize(1);
        try {
            Rulebook.Tolerances later = new Rulebook.Tolerances(units("0"), units("0"), 7, 10, YearMonth.of(2026, 4));
            assertThat(rulebook.change(DESK, later, "四月起用通衢")).isEmpty();
            assertThat(open()).isEmpty();
        } finally {
            rulebook.change(DESK, new Rulebook.Tolerances(units("0"), units("0"), 7, 10, null), "恢复");
        }
        assertThat(open()).hasSize(1);
    }

    @Test
    @DisplayName("another tolerance is another version, and everything is held against it at once")
    void tolerance() {
        ships("2026-03-02", "6");
        reports("03", sale("2026-03-05", "5"));
        assertThat(open()).hasSize(1);
        Rules before = rulebook.shown(DESK).now();
        try {
            assertThat(rulebook.change(DESK, new Rulebook.Tolerances(units("1"), units("0"), 7, 10, null), "一台以内不算"))
                    .isEmpty();
            assertThat(open()).isEmpty();
        } finally {
            rulebook.change(
                    DESK,
                    new Rulebook.Tolerances(
                            before.toleranceUnits(),
                            before.tolerancePercent(),
                            before.lagDays(),
                            before.graceDays(),
                            null),
                    "恢复");
        }
        assertThat(open()).hasSize(1);
        assertThat(List.of(
                        rulebook.change(DESK, new Rulebook.Tolerances(units("-1"), units("0"), 7, 10, null), "错"),
                        rulebook.change(DESK, new Rulebook.Tolerances(units("0"), units("0"), 40, 10, null), "错"),
                        rulebook.change(DESK, new Rulebook.Tolerances(units("0"), units("0"), 7, 10, null), " ")))
                .allMatch(java.util.Optional::isPresent);
    }

    @Test
    @Tag("S4-13")
    @DisplayName("the score moves with the differences, and back where a person lays them to another's door")
    void score() {
        ships("2026-03-02", "6");
        reports("03", sale("2026-03-05", "6"));
        ships("2026-04-02", "6");
        reports("04", sale("2026-04-05", "6"));
        quiet();
        assertThat(scores.of(DESK, agent).honesty()).satisfies(share -> {
            assertThat(share.value()).isEqualTo(1.0);
            assertThat(share.least()).isBetween(0.3, 0.4);
        });

        reports("04b", sale("2026-04-09", "2"));
        Discrepancies.Line line = only();
        assertThat(scores.of(DESK, agent).honesty().value()).isEqualTo(0.5);
        assertThat(scores.of(DESK, agent).volume()).isEqualByComparingTo("14");
        assertThat(scores.of(DESK, agent).accepted().of()).isEqualTo(3);
        reports("04c", sale("no day", "2"));
        assertThat(scores.of(DESK, agent).accepted().value()).isEqualTo(0.75);

        discrepancies.decide(DESK, line.id(), Verdict.FACTORY_WRONG, "工厂漏报");
        quiet();
        assertThat(scores.of(DESK, agent).honesty().value()).isEqualTo(1.0);
    }

    @Test
    @DisplayName(
            "what differs as much the other way is found by its index, behind the wall too; ten million are not read for it")
    void foundByIndex() {
        String plan = wall.read(Scope.WORKER, () -> {
            jdbc.sql("set local enable_seqscan = off").update();
            jdbc.sql("set local enable_bitmapscan = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("explain " + CellStore.OPPOSITE)
                            .param("agents", new String[] {agent})
                            .param("products", new String[] {product})
                            .param("months", new String[] {"2026-03-01"})
                            .param("customers", new String[] {"C-1"})
                            .param("nets", new String[] {"6"})
                            .query(String.class)
                            .list());
        });

        assertThat(plan)
                .containsPattern("cell_opposite.*\\n.*Index Cond: .*net_said")
                .doesNotContain("Seq Scan");
    }
}
