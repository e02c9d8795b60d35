package org.tongqu.hub.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.VisitReport.NeedSaid;
import org.tongqu.connectors.canon.VisitReport.PartSaid;
import org.tongqu.hub.needs.Needs.PartState;

@DisplayName(
        "A need is graded by the technical support it requires, and its state is that of its least advanced open part")
class GradeTest {

    @ParameterizedTest(name = "{0}: {1} by {2}")
    @DisplayName("three rules, the first that speaks decides, and says why in both languages")
    @Tag("S0-01")
    @CsvSource({
        "两类产品成套, A, complete-set, 2, 2",
        "同一大类的两个小类不算成套, C, standard, 单一, one class",
        "只提功能没有型号, B, functional, 功能, function",
        "提了功能也给了型号, C, standard, 常规, usual",
        "预算正好一百万, B, large-budget, 1000000, 1000000",
        "预算差一分, C, standard, 常规, usual",
        "预算一百万美元不按人民币算, C, standard, 常规, usual",
        "成套先于预算, A, complete-set, 成套, complete set",
        "常规一台, C, standard, 业务员, rep"
    })
    void threeRules(String need, Grade.Letter letter, String rule, String zh, String en) {
        Grade grade = Grade.of(said(need));

        assertThat(grade.letter()).isEqualTo(letter);
        assertThat(grade.rule()).isEqualTo(rule);
        assertThat(grade.zh()).contains(zh);
        assertThat(grade.en()).contains(en);
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
            case "成套先于预算" -> need("功能", money("9000000", "CNY"), "CRANE", "BOILER");
            default -> need(null, null, "CRANE:QD20");
        };
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
