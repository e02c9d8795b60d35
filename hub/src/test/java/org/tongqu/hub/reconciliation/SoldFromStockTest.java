package org.tongqu.hub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.hub.Brands;
import org.tongqu.hub.Caller;
import org.tongqu.hub.Sowing;

@DisplayName("An agent that sells from its stock is not taken for one that lies")
class SoldFromStockTest extends ReconciliationBed {
    private String own = "";

    @BeforeEach
    void anAgentWithAFirm() {
        own = "沈阳" + Brands.next() + "设备代理有限公司";
        agent = agentCalled(own);
    }

    private String agentCalled(String name) {
        String code = "agent-" + tag.toLowerCase(Locale.ROOT) + "-" + Sowing.number();
        Caller.Answer answer = Caller.as(port, "admin")
                .post(
                        "/api/v1/partners",
                        "{\"code\":\"%s\",\"kind\":\"AGENT\",\"name\":\"%s\",\"region\":\"NE\"}".formatted(code, name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return code;
    }

    private void stocked(String day, String qty) {
        ships(day, qty, own, product);
    }

    @Test
    @Tag("S4-13")
    @DisplayName("ten go to its own firm and seven are sold on: no case at all, and its word holds")
    void tenInSevenOut() {
        stocked("2026-03-12", "10");
        reports("04", sale("2026-04-11", "7"));

        assertThat(open()).isEmpty();
        assertThat(scores.of(DESK, agent).honesty()).satisfies(share -> {
            assertThat(share.all()).as("what came into stock is nobody's word").isEqualTo(1);
            assertThat(share.value()).isEqualTo(1.0);
        });
    }

    @Test
    @DisplayName("the delivery that is told after the sale settles the case; one of a later day does not")
    void toldLater() {
        reports("04", sale("2026-04-11", "7"));
        assertThat(open()).hasSize(1);

        stocked("2026-06-12", "10");
        assertThat(only()).satisfies(line -> {
            assertThat(line.amount()).isEqualByComparingTo("7");
            assertThat(line.reading())
                    .as("an agent that keeps stock of it, as is known now")
                    .isEqualTo(Reading.BEYOND_STOCK);
        });

        stocked("2026-03-12", "10");
        assertThat(open()).isEmpty();
    }

    @Test
    @DisplayName("what came in the first days of the next month counts, as it does for shipments to customers")
    void lagging() {
        reports("04", sale("2026-04-28", "2"));
        stocked("2026-05-04", "2");

        assertThat(open()).isEmpty();
    }

    @Test
    @DisplayName("what is sold beyond the stock is a case of just so many, of the latest sale")
    void moreThanStock() {
        String other = Brands.firm();
        reports("05", new Sale("2026-05-11", other, product, "5", "", ""));
        stocked("2026-03-12", "10");
        reports("04", sale("2026-04-11", "7"));

        assertThat(only()).satisfies(line -> {
            assertThat(line.amount()).isEqualByComparingTo("2");
            assertThat(line.sold()).isEqualByComparingTo("5");
            assertThat(line.month().getMonthValue()).isEqualTo(5);
            assertThat(line.reading()).isEqualTo(Reading.BEYOND_STOCK);
        });
        stocked("2026-05-02", "2");
        assertThat(open()).isEmpty();
    }

    @Test
    @DisplayName("where the factory shipped the sale after all, what it took of the stock is there for others")
    void shippedAfter() {
        String other = Brands.firm();
        stocked("2026-03-12", "10");
        reports("04", sale("2026-04-11", "4"));
        reports("05", new Sale("2026-05-11", other, product, "10", "", ""));
        assertThat(only().amount()).isEqualByComparingTo("4");

        ships("2026-04-09", "4");

        assertThat(open()).isEmpty();
    }

    @Test
    @DisplayName("what a customer gives back lies in stock again")
    void givenBack() {
        String other = Brands.firm();
        stocked("2026-03-12", "3");
        reports("04", sale("2026-04-11", "3"));
        reports("05", sale("2026-05-11", "-1"));
        reports("06", new Sale("2026-06-11", other, product, "1", "", ""));

        assertThat(open()).isEmpty();
    }

    @Test
    @DisplayName(
            "a stock below nothing is a case with a reading of its own, though the stock be known after the sale; the sale taken back settles it")
    void belowNothing() {
        reports("04", sale("2026-04-11", "5"));
        assertThat(only().reading()).isEqualTo(Reading.NOT_SHIPPED);

        stocked("2026-03-12", "3");
        assertThat(only()).satisfies(line -> {
            assertThat(line.reading()).isEqualTo(Reading.BEYOND_STOCK);
            assertThat(line.amount()).isEqualByComparingTo("2");
        });

        reports("04b", sale("2026-04-20", "-2"));
        assertThat(open()).isEmpty();
    }

    @Test
    @DisplayName("what went back to the factory was not there to be sold, whenever that is told")
    void sentBack() {
        stocked("2026-03-12", "10");
        reports("04", sale("2026-04-11", "8"));
        assertThat(open()).isEmpty();

        stocked("2026-05-20", "-5");
        assertThat(only()).satisfies(line -> {
            assertThat(line.reading()).isEqualTo(Reading.BEYOND_STOCK);
            assertThat(line.amount()).isEqualByComparingTo("3");
        });
        stocked("2026-04-02", "3");
        assertThat(open()).isEmpty();
    }

    @Test
    @DisplayName("another product in stock explains nothing, and a customer who denies such a sale is heard")
    void anotherProductAndADenial() {
        ships("2026-03-12", "10", own, "XX" + product);
        reports("04", sale("2026-04-11", "5"));
        assertThat(open()).hasSize(1);

        stocked("2026-03-12", "5");
        assertThat(open()).isEmpty();

        states("2026-04", "0");
        assertThat(only().reading()).isEqualTo(Reading.DENIED);
    }

    @Test
    @Tag("S2-16")
    @DisplayName(
            "a dealer sells what lies at its general agent, or what came through that to the dealer's own firm; what neither had is a case")
    void dealerAndGeneral() {
        String general = agent;
        String dealerFirm = "沈阳" + Brands.next() + "机电经销有限公司";
        String dealer = agentCalled(dealerFirm);
        assertThat(Caller.as(port, "desk")
                        .put(
                                "/api/v1/agents/" + dealer + "/place",
                                "{\"above\":\"" + general + "\",\"from\":\"2025-01-01\"}")
                        .status())
                .isEqualTo(204);
        stocked("2026-03-12", "4");
        ships("2026-03-12", "2", dealerFirm, product);
        assertThat(open()).as("stock of either is no difference").isEmpty();

        agent = dealer;
        reports("04", sale("2026-04-11", "5"));
        assertThat(open()).isEmpty();

        reports("05", sale("2026-05-11", "3"));
        assertThat(only().amount()).isEqualByComparingTo("2");
        agent = general;
        assertThat(open()).isEmpty();
    }
}
