package org.tongqu.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.connectors.rest.Said.ORDER;
import static org.tongqu.connectors.rest.Said.codes;
import static org.tongqu.connectors.rest.Said.refusals;
import static org.tongqu.connectors.rest.Said.understood;

import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.OrderReport;
import org.tongqu.connectors.canon.OrderReport.MilestoneKind;

@DisplayName("An order in JSON")
class OrderWordingTest {
    private final OrderWording wording = new OrderWording();

    @Test
    @DisplayName("of the contract is understood field by field")
    void contract() {
        OrderReport order = understood(wording, ORDER).said();
        OrderReport.Head head = Objects.requireNonNull(order.head());
        assertThat(order.orderNo()).isEqualTo("MT-1");
        assertThat(head)
                .extracting("revision", "zone", "agent", "needId", "demandId", "currency")
                .containsExactly(2, "东北一区", null, null, "D-7", "CNY");
        assertThat(head.lines())
                .containsExactly(new OrderReport.Line(
                        "1", "CK6150", "MACHINE_TOOL", "CK6150", BigDecimal.TWO, new BigDecimal("380000.00")));
        assertThat(order.milestones()).extracting("kind").containsExactly(MilestoneKind.ACCEPTED);
        assertThat(order.shipments().getFirst().lines())
                .containsExactly(new OrderReport.ShippedLine("1", BigDecimal.ONE, "CK6150-0900"));
        assertThat(order.payments().getFirst().amount()).isEqualTo(new Money(new BigDecimal("100000.00"), "CNY"));
    }

    @Test
    @DisplayName("may come later as facts alone")
    void factsAlone() {
        var order = understood(
                        wording,
                        "{\"orderNo\":\"MT-1\",\"milestones\":[{\"kind\":\"MADE\",\"at\":\"2026-04-01T00:00:00Z\"}]}")
                .said();
        assertThat(order.head()).isNull();
        assertThat(order.milestones()).hasSize(1);
    }

    @Test
    @DisplayName("without order and without facts is refused")
    void nothing() {
        assertThat(codes(refusals(wording, "{\"orderNo\":\"MT-1\",\"zone\":\"x\",\"payments\":[]}")))
                .containsExactly(" EMPTY_ORDER");
        assertThat(codes(refusals(wording, "{}"))).containsExactly("/orderNo REQUIRED", " EMPTY_ORDER");
    }

    @Test
    @DisplayName("stated in half hears all that is missing")
    void halfAnOrder() {
        assertThat(codes(refusals(wording, "{\"orderNo\":\"MT-1\",\"orderedAt\":\"2026-03-10\",\"revision\":0}")))
                .containsExactlyInAnyOrder(
                        "/revision OUT_OF_RANGE",
                        "/orderedAt BAD_TIME",
                        "/customer/name REQUIRED",
                        "/currency REQUIRED",
                        "/lines REQUIRED");
    }

    @Test
    @DisplayName("may not use a line number twice, ship nothing or reach an unknown milestone")
    void wrongDetails() {
        String twice = ORDER.replace(
                        "\"lines\":[{\"lineNo\":1,",
                        "\"lines\":[{\"lineNo\":\"1\",\"productCode\":\"X\",\"qty\":0,\"unitPrice\":-1},{\"lineNo\":1,")
                .replace("ACCEPTED", "DREAMT")
                .replace("\"qty\":1,\"serial\"", "\"qty\":0,\"serial\"");
        assertThat(codes(refusals(wording, twice)))
                .containsExactlyInAnyOrder(
                        "/lines/1/lineNo REPEATED",
                        "/lines/0/qty ZERO",
                        "/lines/0/unitPrice NEGATIVE",
                        "/milestones/0/kind UNKNOWN_MILESTONE",
                        "/shipments/0/lines/0/qty ZERO");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"amount\":\"5.00\"|EUR",
                "\"amount\":5.00,\"currency\":\"USD\"|USD",
                "\"amount\":{\"amount\":\"5.00\",\"currency\":\"USD\"}|USD"
            })
    @DisplayName("is paid in its own currency unless the payment says otherwise")
    void paymentCurrency(String amount, String currency) {
        String inEuro = ORDER.replace("\"currency\":\"CNY\"", "\"currency\":\"EUR\"")
                .replace("\"amount\":\"100000.00\"", amount);
        assertThat(understood(wording, inEuro).said().payments().getFirst().amount())
                .isEqualTo(new Money(new BigDecimal("5.00"), currency));
    }

    @Test
    @DisplayName("is paid in CNY where a later payment names no currency")
    void homeCurrency() {
        String later =
                "{\"orderNo\":\"MT-1\",\"payments\":[{\"paymentNo\":\"P\",\"amount\":7,\"receivedAt\":\"2026-04-01T00:00:00Z\"}]}";
        assertThat(understood(wording, later).said().payments().getFirst().amount())
                .isEqualTo(new Money(new BigDecimal("7"), "CNY"));
    }

    @ParameterizedTest
    @DisplayName("understands figures as databases write them, without a zero before the point or digits behind it")
    @CsvSource({".2100,0.2100", "5.,5", "+1.50,1.50"})
    void bareDecimals(String written, BigDecimal meant) {
        OrderReport order = understood(wording, ORDER.replace("\"380000.00\"", "\"" + written + "\""))
                .said();
        assertThat(Objects.requireNonNull(order.head()).lines().getFirst().unitPrice())
                .isEqualByComparingTo(meant);
    }

    @ParameterizedTest
    @DisplayName("refuses what only looks like a figure")
    @ValueSource(strings = {".", "-", "1,000.00", "1.2.3", "e5", "NaN", "１２"})
    void noDecimals(String written) {
        assertThat(codes(refusals(wording, ORDER.replace("\"380000.00\"", "\"" + written + "\""))))
                .containsExactly("/lines/0/unitPrice BAD_NUMBER");
    }
}
