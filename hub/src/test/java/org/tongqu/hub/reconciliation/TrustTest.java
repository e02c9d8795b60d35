package org.tongqu.hub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.hub.Caller;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.SownWorld;

@DisplayName("An agent whose reports do not hold is believed less in all it says")
class TrustTest extends ReconciliationBed {

    @Test
    @Tag("S4-24")
    @DisplayName(
            "its newer word on a customer gives way to another agent's older one, and comes back with its good name")
    void givesWay() {
        String other = agent + "-b";
        Caller.as(port, "admin")
                .post(
                        "/api/v1/partners",
                        "{\"code\":\"%s\",\"kind\":\"AGENT\",\"name\":\"另一家%s\",\"region\":\"NE\"}"
                                .formatted(other, tag));
        tells(other, "2026-01-05", "13611110001");
        String customer = SownWorld.customer(sowing, tells(agent, "2026-03-05", "13611110002"));
        assertThat(phone(customer)).isEqualTo("13611110002");

        for (int month = 1; month <= 6; month++) {
            reports("0" + month, sale("2026-0%d-12".formatted(month), "3"));
        }
        quiet();
        assertThat(scores.of(DESK, agent).honesty().mostPercent()).isLessThan(60);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(phone(customer)).isEqualTo("13611110001"));

        for (int month = 1; month <= 6; month++) {
            ships("2026-0%d-10".formatted(month), "3");
        }
        quiet();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(phone(customer)).isEqualTo("13611110002"));
        assertThat(Caller.as(port, "desk")
                        .get("/api/v1/customers/" + customer + "?provenance=true")
                        .text())
                .contains("DOUBTED");
    }

    private String tells(String who, String day, String phone) {
        return sowing.file(who, "told-" + Sowing.number() + ".csv", """
                报表编号,行号,销售日期,客户名称,省份,城市,联系人,电话,产品编码,数量
                T-%1$s,1,%2$s,%3$s,辽宁省,沈阳市,王建国,%4$s,别的%1$s,1
                """.formatted(tag + who, day, firm, phone));
    }

    /** Of whichever customer its id leads to today. */
    private String phone(String customer) {
        return sowing.one("""
                select g.value from customers.customer c join customers.golden_value g on g.customer_id = coalesce(c.merged_into, c.id)
                where c.id = :id and g.field = 'contact_phone' and g.until is null
                """, customer);
    }
}
