package org.tongqu.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.connectors.rest.Said.codes;
import static org.tongqu.connectors.rest.Said.refusals;
import static org.tongqu.connectors.rest.Said.understood;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.connectors.canon.Money;

@DisplayName("A factory's word on a demand")
class FactoryWordsTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-03T10:00:00+08:00");

    @Test
    @DisplayName("acknowledges with the factory's own number")
    void acknowledges() {
        assertThat(understood(
                                new AcknowledgementWording(),
                                "{\"demandId\":\"D-1\",\"factoryRef\":\"F-9\",\"at\":\"2026-03-03T10:00:00+08:00\"}")
                        .said())
                .isEqualTo(new DemandWord.Acknowledged("D-1", "F-9", AT));
        assertThat(codes(refusals(new AcknowledgementWording(), "{\"factoryRef\":[]}")))
                .containsExactly("/demandId REQUIRED", "/at REQUIRED");
    }

    @Test
    @DisplayName("quotes a price and a lead time")
    void quotes() {
        String json = """
                {"demandId":"D-1","at":"2026-03-03T10:00:00+08:00",
                 "quote":{"price":{"amount":"760000.00","currency":"CNY"},"leadTimeDays":60,"validUntil":"2026-04-01","note":"含安装"}}
                """;
        assertThat(understood(new AnswerWording(), json).said())
                .isEqualTo(new DemandWord.Quoted(
                        "D-1", new Money(new BigDecimal("760000.00"), "CNY"), 60, LocalDate.of(2026, 4, 1), "含安装", AT));
    }

    @Test
    @DisplayName("refuses with a reason")
    void refuses() {
        String json =
                "{\"demandId\":\"D-1\",\"at\":\"2026-03-03T10:00:00+08:00\",\"quote\":null,\"refusal\":{\"reason\":\"产能已满\"}}";
        assertThat(understood(new AnswerWording(), json).said()).isEqualTo(new DemandWord.Refused("D-1", "产能已满", AT));
    }

    @Test
    @DisplayName("is refused when it says both, or neither, or only half of either")
    void bothOrNeither() {
        String begin = "{\"demandId\":\"D-1\",\"at\":\"2026-03-03T10:00:00+08:00\"";
        assertThat(codes(refusals(new AnswerWording(), begin + "}"))).containsExactly(" QUOTE_OR_REFUSAL");
        assertThat(codes(refusals(
                        new AnswerWording(), begin + ",\"quote\":{\"note\":\"n\"},\"refusal\":{\"reason\":\"r\"}}")))
                .containsExactly(" QUOTE_OR_REFUSAL", "/quote/price REQUIRED", "/quote/leadTimeDays REQUIRED");
        assertThat(codes(refusals(new AnswerWording(), begin + ",\"refusal\":{\"why\":\"r\"}}")))
                .containsExactly("/refusal/reason REQUIRED");
    }
}
