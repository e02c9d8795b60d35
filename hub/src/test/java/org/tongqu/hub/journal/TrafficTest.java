package org.tongqu.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Sender.Role;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.platform.Ids;

@DisplayName("How much came in, by who sent it")
class TrafficTest extends HubTest {
    private static final Sender DESK = new Sender("desk", Role.DESK, null, null);
    private static final Sender BOILER = new Sender("factory-boiler", Role.FACTORY, null, "factory-boiler");

    @Autowired
    private JournalPages pages;

    @Autowired
    private Sowing sowing;

    @Test
    @DisplayName("is counted since a moment, and a factory's own only for a factory")
    void counted() {
        Instant before = Instant.now();
        sowing.order("factory-crane", order());
        sowing.order("factory-crane", order());

        assertThat(pages.flows(DESK, before))
                .filteredOn(flow ->
                        "factory-crane".equals(flow.partner()) && flow.kind().equals("ORDER"))
                .singleElement()
                .satisfies(flow -> assertThat(flow.messages()).isGreaterThanOrEqualTo(2));
        assertThat(pages.flows(BOILER, before)).noneMatch(flow -> "factory-crane".equals(flow.partner()));
        assertThat(pages.steps(DESK, before, Duration.ofMinutes(1)))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.at().getSecond()).isZero());
        assertThat(pages.flows(DESK, Instant.now().plusSeconds(60))).isEmpty();
    }

    @Test
    @DisplayName("begins at the id that a moment's first message could have")
    void fromTheMoment() {
        Instant at = Instant.parse("2026-11-22T03:00:00.123Z");

        assertThat(Ids.from(at)).isEqualTo("01a20132-3ffb").hasSize(13);
        assertThat(Ids.from(at)).isLessThan(Ids.from(at.plusMillis(1)));
    }

    private static String order() {
        return """
                {"orderNo":"TRAFFIC-%d","orderedAt":"2026-03-20T10:00:00+08:00","currency":"CNY","customer":{"name":"沈阳水泵厂"},
                 "lines":[{"lineNo":"1","productCode":"QD20","productClass":"CRANE","qty":"1","unitPrice":"380000.00"}]}
                """.formatted(Sowing.number());
    }
}
