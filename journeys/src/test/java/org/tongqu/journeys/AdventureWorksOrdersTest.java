package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdventureWorksOrdersTest {
    private final AdventureWorksOrders files = new AdventureWorksOrders();

    @Test
    void everyOrderOfTheFilesBecomesOneItemWithItsLinesAndItsReseller() {
        assertThat(files.items()).hasSize(2000);
        assertThat(files.items().stream()
                        .mapToInt(order -> order.path("lines").size())
                        .sum())
                .isEqualTo(4472);
        assertThat(files.items().get(1)).hasToString("""
                {"orderNo":"AW-2","revision":5,"orderedAt":"2022-04-15T00:00:00+08:00","customer":{"name":"Advanced Bicycles"},\
                "agent":"aw00000003","currency":"USD",\
                "lines":[{"lineNo":"2","productCode":"HJ-1213","model":"Thin-Jam Hex Nut 9","qty":"3","unitPrice":"45.1200"},\
                {"lineNo":"3","productCode":"HJ-1220","model":"Thin-Jam Hex Nut 10","qty":"3","unitPrice":"45.5805"}]}""");
        assertThat(files.resellers())
                .hasSize(701)
                .extracting(ObjectNode::toString)
                .first()
                .isEqualTo("{\"code\":\"aw00000001\",\"kind\":\"AGENT\",\"name\":\"A Bike Store\"}");
    }

    @Test
    void linesAddUpToWhatTheFileSaysOfEachOrder() {
        Map<String, BigDecimal> subtotals = files.subtotals();

        assertThat(files.items())
                .allSatisfy(order -> assertThat(worth(order))
                        .isEqualByComparingTo(
                                subtotals.get(order.path("orderNo").asText())));
        assertThat(subtotals.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("30643687.7995");
    }

    private static BigDecimal worth(JsonNode order) {
        return order.path("lines")
                .valueStream()
                .map(line -> new BigDecimal(line.path("qty").asText())
                        .multiply(new BigDecimal(line.path("unitPrice").asText())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
