package org.tongqu.hub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.hub.Brands;
import org.tongqu.hub.PagesBed;
import org.tongqu.hub.Sowing;

@DisplayName("Where a value comes from, and what stood before it")
class PastAndRowPageTest extends PagesBed {
    private final String firm = "沈阳" + Brands.next() + "机床有限公司";

    @Test
    @DisplayName("a value that an agent's file stated leads to the very row, cells under the sender's own headings")
    @Tag("S4-24")
    void theVeryRow() throws Exception {
        String file = sowing.file("agent-a001", "销售.csv", """
                日期,客户名称,省份,城市,产品型号,数量,单位,金额
                2026-02-10,鞍山%s泵厂,辽宁,鞍山,CK6150,1,台,760000
                2026-02-11,%s,辽宁,沈阳,CK6150,2,台,1520000
                """.formatted(Brands.next(), firm));
        String customer = sowing.one("""
                        select m.customer_id from customers.membership m join customers.source_record r on r.id = m.source_record_id
                        where r.message_id = :id and r.row_no = 3 and m.until is null
                        """, file);

        Matcher row =
                Pattern.compile("/messages/[0-9a-f-]{36}/rows/[0-9]+").matcher(page("desk", "/customers/" + customer));
        assertThat(row.find()).isTrue();
        assertThat(row.group()).isEqualTo("/messages/" + file + "/rows/3");
        assertThat(page("desk", row.group()))
                .contains("客户名称", firm, "1520000", "第 3 行")
                .doesNotContain("760000");
        assertThat(answer("desk", "/messages/" + file + "/rows/9").getStatus()).isEqualTo(404);
        assertThat(answer("agent-a002", "/messages/" + file + "/rows/3").getStatus())
                .as("another agent")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("a customer is shown as it stood at the end of any day, beside today")
    @Tag("S4-24")
    void anyDay() throws Exception {
        String visit = sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-P%d","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%s","province":"辽宁省","city":"沈阳市"},"opinions":["好"]}""".formatted(Sowing.number(), firm));
        String customer = sowing.one("""
                        select m.customer_id from customers.membership m join customers.source_record r on r.id = m.source_record_id
                        where r.message_id = :id and m.until is null
                        """, visit);
        String address = "/customers/" + customer + "/then?day=";
        String today = java.time.LocalDate.now(Say.ZONE).toString();

        assertThat(page("rep-ne-1", address + today)).contains("沈阳市", firm);
        assertThat(page("rep-ne-1", address + "2020-01-01")).contains("那天还没有这个客户");
        assertThat(answer("rep-ne-1", address + "31.12.2025").getStatus()).isEqualTo(400);
        assertThat(answer("agent-a001", address + today).getStatus()).isEqualTo(404);
    }
}
