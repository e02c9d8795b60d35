package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NorthwindOrdersTest {
    private final NorthwindOrders northwind = new NorthwindOrders();

    @Test
    void everyOrderOfTheFilesBecomesOneItemWithItsLines() {
        assertThat(northwind.items()).hasSize(415);
        assertThat(northwind.items().stream()
                        .mapToInt(order -> order.path("lines").size())
                        .sum())
                .isEqualTo(1090);
        assertThat(northwind.items().getFirst()).hasToString("""
                {"orderNo":"NW-10248","orderedAt":"1996-07-04T00:00:00+08:00",\
                "customer":{"name":"Vins et alcools Chevalier","province":null,"city":"Reims"},"currency":"USD",\
                "lines":[{"lineNo":"11","productCode":"11","model":"Queso Cabrales","qty":"12","unitPrice":"14.0000"},\
                {"lineNo":"42","productCode":"42","model":"Singaporean Hokkien Fried Mee","qty":"10","unitPrice":"9.8000"},\
                {"lineNo":"72","productCode":"72","model":"Mozzarella di Giovanni","qty":"5","unitPrice":"34.8000"}],\
                "shipments":[{"shipmentNo":"NW-10248-1","shippedAt":"1996-07-16T00:00:00+08:00",\
                "lines":[{"lineNo":"11","qty":"12"},{"lineNo":"42","qty":"10"},{"lineNo":"72","qty":"5"}]}]}""");
    }

    @Test
    void itemsAndPlainSumsComeToTheSame() {
        BigDecimal items = northwind.items().stream()
                .flatMap(order -> order.path("lines").valueStream())
                .map(NorthwindOrdersTest::worth)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal sums = northwind.sums().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sums).isEqualByComparingTo(items).isEqualByComparingTo("603470.5175");
    }

    private static BigDecimal worth(JsonNode line) {
        return new BigDecimal(line.path("unitPrice").asText())
                .multiply(new BigDecimal(line.path("qty").asText()));
    }
}
