package org.tongqu.hub.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.canon.VisitReport.NeedSaid;
import org.tongqu.connectors.canon.VisitReport.PartSaid;
import org.tongqu.connectors.canon.VisitReport.UsageSaid;
import org.tongqu.hub.journal.Arrival;
import org.tongqu.hub.needs.Needs.PartState;
import org.tongqu.hub.visits.VisitFiled;

@DisplayName(
        "A need is graded by the technical support it requires, and its state is that of its least advanced open part")
class GradeTest {

    @ParameterizedTest(name = "{0}: {1} by {2}")
    @DisplayName("each rule that speaks gives its reason in both languages, and the highest of their grades counts")
    @Tag("S0-01")
    @CsvSource({
        "两类产品成套, A, CLASSES, 2, 2",
        "同一大类的两个小类不算成套, C, STANDARD, 单一, one class",
        "只提功能没有型号, B, NO_PRODUCT_CODE, 功能, function",
        "提了功能也给了型号, C, STANDARD, 常规, usual",
        "预算正好一百万, B, BUDGET, 1000000, 1000000",
        "预算差一分, C, STANDARD, 常规, usual",
        "预算一百万美元不按人民币算, C, STANDARD, 常规, usual",
        "成套、功能和预算都说话, A, 'CLASSES,NO_PRODUCT_CODE,BUDGET', 成套, complete set",
        "一周之内就要, B, DAYS_LEFT, 7 天, 7 days",
        "八天以后要, C, STANDARD, 业务员, rep",
        "说到停机, A, WORDS, 停机, 停机",
        "设备故障十次, B, FAULTS, 10 次, 10 faults",
        "设备故障九次, C, STANDARD, 业务员, rep",
        "常规一台, C, STANDARD, 业务员, rep"
    })
    void eachRule(String need, Grade.Letter letter, String rule, String zh, String en) {
        Grade grade = Grade.of(measured(need), rules(true));

        assertThat(grade.letter()).isEqualTo(letter);
        assertThat(grade.rule()).isEqualTo(rule);
        assertThat(grade.zh()).contains(zh);
        assertThat(grade.en()).contains(en);
        assertThat(grade.ruleVersion()).isEqualTo("grade-3");
    }

    @ParameterizedTest(name = "{0} orders before: {1}")
    @DisplayName("a customer's history and a class new to the group count where these rules are applied")
    @Tag("S0-01")
    @CsvSource({"0, 5, B, FEW_ORDERS", "5, 0, B, NOVEL_CLASS", "1, 1, C, STANDARD", ", , C, STANDARD"})
    void history(@Nullable Integer orders, @Nullable Integer ofTheClass, Grade.Letter letter, String rule) {
        Grade grade = Grade.of(new Measured(1, false, null, null, 0, "常规", orders, ofTheClass), rules(true));

        assertThat(grade.letter()).isEqualTo(letter);
        assertThat(grade.rule()).isEqualTo(rule);
    }

    @Test
    @DisplayName("a rule that is switched off is silent")
    void switchedOff() {
        assertThat(Grade.of(measured("两类产品成套"), rules(false)).letter()).isEqualTo(Grade.Letter.C);
    }

    private static GradeRules rules(boolean applied) {
        List<GradeRules.Rule> rules = List.of(
                new GradeRules.Rule(Measure.CLASSES, "2", "A", applied),
                new GradeRules.Rule(Measure.NO_PRODUCT_CODE, "", "B", applied),
                new GradeRules.Rule(Measure.BUDGET, "1000000", "B", applied),
                new GradeRules.Rule(Measure.DAYS_LEFT, "7", "B", applied),
                new GradeRules.Rule(Measure.WORDS, "停机 停产", "A", applied),
                new GradeRules.Rule(Measure.FAULTS, "10", "B", applied),
                new GradeRules.Rule(Measure.FEW_ORDERS, "1", "B", applied),
                new GradeRules.Rule(Measure.NOVEL_CLASS, "1", "B", applied));
        return new GradeRules(3, rules, "desk", "试", OffsetDateTime.parse("2026-03-01T00:00:00Z"));
    }

    private static Measured measured(String need) {
        int faults = need.startsWith("设备故障") ? need.contains("十") ? 10 : 9 : 0;
        List<UsageSaid> usage = List.of(new UsageSaid("SN1", null, null, faults, null));
        VisitReport report = new VisitReport(
                1,
                "NE-1",
                "rep-ne-1",
                OffsetDateTime.parse("2026-03-01T23:30:00Z"),
                new CustomerSaid("沈阳机床厂", null, "辽宁省", null, null, null),
                List.of(),
                usage,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        VisitFiled visit = new VisitFiled(
                "v",
                "NE",
                "NE",
                "r",
                report,
                new Arrival("m", new Sender("rep-ne-1", Sender.Role.REP, "NE", null), Instant.EPOCH));
        return Measuring.said(visit, said(need), 3, 3);
    }

    private static NeedSaid said(String need) {
        return switch (need) {
            case "两类产品成套" -> need(null, null, "CRANE", "BOILER");
            case "同一大类的两个小类不算成套" -> need(null, null, "CRANE.BRIDGE", "CRANE.GANTRY");
            case "只提功能没有型号" -> need("起重 20 吨", null, "CRANE");
            case "提了功能也给了型号" -> need("起重 20 吨", null, "CRANE:QD20");
            case "预算正好一百万" -> need(null, money("1000000", "CNY"), "CRANE");
            case "预算差一分" -> need(null, money("999999.99", "CNY"), "CRANE");
            case "预算一百万美元不按人民币算" -> need(null, money("1000000", "USD"), "CRANE");
            case "成套、功能和预算都说话" -> need("功能", money("9000000", "CNY"), "CRANE", "BOILER");
            case "一周之内就要" -> by("2026-03-09");
            case "八天以后要" -> by("2026-03-10");
            case "说到停机" -> new NeedSaid("1", "主轴坏了，整线停机", null, null, null, List.of(part("CRANE:QD20")));
            default -> need(null, null, "CRANE:QD20");
        };
    }

    private static NeedSaid by(String day) {
        return new NeedSaid("1", "需求", null, LocalDate.parse(day), null, List.of(part("CRANE:QD20")));
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    private static NeedSaid need(@Nullable String functional, @Nullable Money budget, String... classes) {
        List<PartSaid> parts = Arrays.stream(classes).map(GradeTest::part).toList();
        return new NeedSaid("1", "需求", functional, null, budget, parts);
    }

    private static PartSaid part(String said) {
        int colon = said.indexOf(':');
        return colon < 0
                ? new PartSaid(said, null, BigDecimal.ONE)
                : new PartSaid(said.substring(0, colon), said.substring(colon + 1), BigDecimal.ONE);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("the least advanced open part speaks; refused and withdrawn ones stand aside until no other is left")
    @CsvSource({
        "QUOTED ACKNOWLEDGED, ACKNOWLEDGED",
        "GRADED PAID, GRADED",
        "REFUSED QUOTED, QUOTED",
        "WITHDRAWN ORDERED DELIVERED, ORDERED",
        "REFUSED WITHDRAWN, REFUSED",
        "WITHDRAWN WITHDRAWN, WITHDRAWN",
        "PAID PAID, PAID"
    })
    void leastAdvanced(String parts, PartState state) {
        assertThat(NeedBook.stateOf(Arrays.stream(parts.split(" ", -1))
                        .map(PartState::valueOf)
                        .toList()))
                .isEqualTo(state);
    }

    @Test
    @DisplayName("a need of no parts stays graded")
    void noParts() {
        assertThat(NeedBook.stateOf(List.of())).isEqualTo(PartState.GRADED);
    }

    @ParameterizedTest
    @DisplayName(
            "a part goes forward only; a refused one may be quoted after all, but not merely acknowledged; one let go comes back by an order alone")
    @EnumSource(PartState.class)
    void moves(PartState from) {
        assertThat(Arrays.stream(PartState.values()).filter(from::mayBecome).toList())
                .isEqualTo(
                        switch (from) {
                            case RAISED ->
                                all("GRADED ASKED ACKNOWLEDGED QUOTED ORDERED DELIVERED PAID REFUSED WITHDRAWN");
                            case GRADED -> all("ASKED ACKNOWLEDGED QUOTED ORDERED DELIVERED PAID REFUSED WITHDRAWN");
                            case ASKED -> all("ACKNOWLEDGED QUOTED ORDERED DELIVERED PAID REFUSED WITHDRAWN");
                            case ACKNOWLEDGED -> all("QUOTED ORDERED DELIVERED PAID REFUSED WITHDRAWN");
                            case QUOTED -> all("ORDERED DELIVERED PAID REFUSED WITHDRAWN");
                            case ORDERED -> all("DELIVERED PAID");
                            case DELIVERED -> all("PAID");
                            case PAID -> List.of();
                            case REFUSED -> all("QUOTED ORDERED DELIVERED PAID");
                            case WITHDRAWN -> all("ORDERED DELIVERED PAID");
                        });
    }

    private static List<PartState> all(String names) {
        return Arrays.stream(names.split(" ", -1)).map(PartState::valueOf).toList();
    }
}
