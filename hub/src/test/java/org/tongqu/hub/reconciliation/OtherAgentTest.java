package org.tongqu.hub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Caller;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Window;

@DisplayName("An agent who reports another's customers is one case that names both")
class OtherAgentTest extends ReconciliationBed {
    private String reporter = "";
    private String shipper = "";

    @BeforeEach
    void anotherAgent() {
        reporter = agent;
        shipper = "agent-" + tag.toLowerCase(Locale.ROOT) + "-" + Sowing.number();
        Caller.Answer answer = Caller.as(port, "admin")
                .post(
                        "/api/v1/partners",
                        "{\"code\":\"%s\",\"kind\":\"AGENT\",\"name\":\"代发%s公司\",\"region\":\"NE\"}"
                                .formatted(shipper, tag));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private String shipsThroughTheOther(String day, String qty) {
        agent = shipper;
        String order = ships(day, qty);
        agent = reporter;
        return order;
    }

    @Test
    @Tag("S4-13")
    @DisplayName(
            "shipped through B, reported by A: one case of A's with the evidence of both, listed under either, in whatever order they are told; B's own report settles it apart")
    void oneCaseOfBoth() {
        String order = shipsThroughTheOther("2026-03-04", "4");
        agent = shipper;
        Discrepancies.Line before = only();
        assertThat(before.reading()).isEqualTo(Reading.NOT_REPORTED);
        agent = reporter;
        String file = reports("03", sale("2026-03-09", "4"));

        assertThat(only()).satisfies(line -> {
            assertThat(line.reading()).isEqualTo(Reading.OTHER_AGENT);
            assertThat(line.id()).as("the other's case became this").isEqualTo(before.id());
            assertThat(line.agent()).isEqualTo(reporter);
            assertThat(line.amount()).isEqualByComparingTo("4");
            assertThat(whole(line).of("SOLD")).singleElement().satisfies(each -> {
                assertThat(each.messageId()).isEqualTo(file);
                assertThat(each.agent()).isEqualTo(reporter);
            });
            assertThat(whole(line).of("SHIPPED")).singleElement().satisfies(each -> {
                assertThat(each.messageId()).isEqualTo(order);
                assertThat(each.agent()).isEqualTo(shipper);
            });
            assertThat(page("desk", "/reconciliation/" + line.id()))
                    .contains("经 代发" + tag + "公司 发货")
                    .contains("由 对账" + tag + "代理 申报");
        });
        agent = shipper;
        assertThat(only().id()).as("under the other as well").isEqualTo(before.id());

        reports("03", sale("2026-03-10", "4"));
        assertThat(open()).isEmpty();
        agent = reporter;
        assertThat(only().reading()).isEqualTo(Reading.NOT_SHIPPED);
    }

    @Test
    @DisplayName("another number of units, another month or another product is two cases; neither agent ever sees one")
    void notTheSame() {
        shipsThroughTheOther("2026-03-04", "4");
        reports("03", sale("2026-03-09", "3"));
        assertThat(only().reading()).isEqualTo(Reading.NOT_SHIPPED);

        for (String each : List.of(reporter, shipper)) {
            Sender itself = new Sender(each, Sender.Role.AGENT, null, each);
            assertThat(refused(itself)).isTrue();
        }
    }

    private boolean refused(Sender reader) {
        try {
            discrepancies.list(reader, new Discrepancies.Sought(null, null, null, null), Window.first(10));
            return false;
        } catch (Policy.NotAllowed refused) {
            return true;
        }
    }
}
