package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.hub.platform.Scope;

@DisplayName("Who leaves hands over what he kept")
class HandoverTest extends LeaverBed {

    @Test
    @Tag("S3-02")
    @Tag("S2-01")
    @DisplayName(
            "customers, contacts, open needs, plans and marked notes go in one act, counted before and after; who visited stays written")
    void oneActMovesAll() {
        String first = withNeed("铁西" + tag + "机床厂");
        String second = bare("皇姑" + tag + "印刷厂", "辽宁省");
        plan(leaver, first, "2099-05-04");
        note(leaver, first, "酒后才谈价 " + tag, true);
        note(leaver, first, "我的私事 " + tag, false);

        String id = handedOver(BOSS);

        JsonNode told = handover(BOSS, id);
        assertThat(counts(told))
                .containsExactly("CUSTOMERS:2:2", "CONTACTS:1:1", "NEEDS:1:1", "PLANS:1:1", "NOTES:1:1");
        assertThat(told.path("line").path("state").asText()).isEqualTo("WAITING");
        assertThat(List.of(keeper(first), keeper(second))).containsOnly(stayer);
        assertThat(plans(stayer)).contains(first);
        assertThat(plans(leaver)).isEmpty();
        assertThat(as(stayer).get("/api/v1/notes").text())
                .contains("酒后才谈价 " + tag)
                .doesNotContain("我的私事");
        assertThat(as(leaver).get("/api/v1/notes").text())
                .contains("我的私事 " + tag)
                .doesNotContain("酒后才谈价");
        assertThat(one("select count(*) from visits.visit where rep = :id", leaver))
                .isEqualTo("2");
        assertThat(one("select count(*) from needs.need where rep = :id", leaver))
                .isEqualTo("1");
    }

    @Test
    @Tag("S3-02")
    @DisplayName("it waits until the receiver signs with its own name; from then on it cannot be undone")
    void theReceiverSigns() {
        withNeed("大东" + tag + "锅炉厂");
        String id = handedOver(BOSS);
        String sign = "/api/v1/handovers/" + id + "/signature";

        assertThat(as(BOSS).post(sign, "{\"name\":\"韩国栋\"}").code()).isEqualTo("NOT_THE_RECEIVER");
        assertThat(as(stayer).post(sign, "{\"name\":\"某人\"}").code()).isEqualTo("WRONG_SIGNATURE");
        assertThat(as(stayer).post(sign, "{\"name\":\"接任" + tag + "\"}").status())
                .isEqualTo(204);
        assertThat(as(stayer).post(sign, "{\"name\":\"接任" + tag + "\"}").code()).isEqualTo("ALREADY_SIGNED");

        JsonNode line = handover(BOSS, id).path("line");
        assertThat(line.path("state").asText()).isEqualTo("SIGNED");
        assertThat(line.path("parts").path(0).path("signedAs").asText()).isEqualTo("接任" + tag);
        assertThat(line.path("parts").path(0).path("signedAt").asText()).startsWith("20");
        assertThat(as(BOSS).post("/api/v1/handovers/" + id + "/undo", "").code())
                .isEqualTo("HANDOVER_SETTLED");
        assertThat(one(
                        "select string_agg(act || ' ' || login, ', ' order by id) from platform.audit_line where object = :id",
                        id))
                .isEqualTo("HAND_OVER mgr-ne, SIGN_HANDOVER " + stayer);
    }

    @Test
    @Tag("S3-02")
    @DisplayName("undone before it is signed, everything is back where it was")
    void undoneBeforeItIsSigned() {
        String first = withNeed("和平" + tag + "环保厂");
        String second = bare("沈河" + tag + "开关厂", "辽宁省");
        plan(leaver, second, "2099-05-04");
        note(leaver, second, "随客户走 " + tag, true);
        String before = state();
        String id = handedOver(BOSS);
        assertThat(state()).isNotEqualTo(before);

        assertThat(as(BOSS).post("/api/v1/handovers/" + id + "/undo", "").status())
                .isEqualTo(204);

        assertThat(state()).isEqualTo(before);
        assertThat(List.of(keeper(first), keeper(second))).containsOnly(leaver);
        assertThat(as(leaver).get("/api/v1/notes").text()).contains("随客户走 " + tag);
        assertThat(as(stayer).get("/api/v1/notes").text()).doesNotContain("随客户走 " + tag);
        assertThat(handover(BOSS, id).path("line").path("state").asText()).isEqualTo("UNDONE");
        assertThat(as(stayer)
                        .post("/api/v1/handovers/" + id + "/signature", "{\"name\":\"接任" + tag + "\"}")
                        .code())
                .isEqualTo("HANDOVER_UNDONE");
        assertThat(handedOver(BOSS)).as("and it may be made again").isNotEqualTo(id);
    }

    /** Who keeps, goes and holds, as one text. */
    private String state() {
        return one("""
                select (select string_agg(customer_id || person, ',' order by customer_id) from keeping.keeper
                        where until is null and person in ('leaver-' || :id, 'stayer-' || :id))
                    || (select string_agg(id || person, ',' order by id) from keeping.visit_plan where person in ('leaver-' || :id, 'stayer-' || :id))
                """, tag.toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    @Tag("S3-02")
    @DisplayName(
            "several receivers take it by list and by region; what nobody takes stops the act, and nothing has moved")
    void severalReceivers() {
        String here = bare("浑南" + tag + "起重厂", "辽宁省");
        String there = bare("浦东" + tag + "起重厂", "上海市");
        String chosen = bare("于洪" + tag + "起重厂", "辽宁省");
        String third = "third-" + tag.toLowerCase(java.util.Locale.ROOT);
        join(third, "第三" + tag, "NE");
        String byRegion = "{\"receiver\":\"rep-e-1\",\"region\":\"E\"}";
        String byList = "{\"receiver\":\"" + third + "\",\"customers\":[\"" + chosen + "\"]}";

        Caller.Answer incomplete = tried("desk", byRegion + "," + byList);
        assertThat(incomplete.code()).isEqualTo("HANDOVER_INCOMPLETE");
        assertThat(List.of(keeper(here), keeper(there), keeper(chosen))).containsOnly(leaver);

        Caller.Answer made = tried("desk", byRegion + "," + byList + ",{\"receiver\":\"" + stayer + "\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(List.of(keeper(here), keeper(there), keeper(chosen))).containsExactly(stayer, "rep-e-1", third);
        assertThat(handover("desk", made.json().path("id").asText())
                        .path("line")
                        .path("parts"))
                .hasSize(3);
    }

    @Test
    @DisplayName("nothing goes to whom could not open it, to nobody, or to the leaver; nor may everybody hand over")
    void whoMay() {
        String customer = bare("苏家屯" + tag + "泵厂", "辽宁省");
        assertThat(tried("desk", "{\"receiver\":\"rep-e-1\"}").code()).isEqualTo("OUT_OF_SIGHT");
        assertThat(tried(BOSS, "{\"receiver\":\"rep-e-1\"}").code()).isEqualTo("UNKNOWN_RECEIVER");
        assertThat(tried(BOSS, "{\"receiver\":\"" + leaver + "\"}").code()).isEqualTo("UNKNOWN_RECEIVER");
        assertThat(tried("mgr-e", "{\"receiver\":\"rep-e-1\"}").code()).isEqualTo("UNKNOWN_LEAVER");
        for (String other : List.of(stayer, "auditor", "tech1", "factory-crane", "agent-a001")) {
            assertThat(tried(other, "{\"receiver\":\"" + stayer + "\"}").status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(keeper(customer)).isEqualTo(leaver);
        String id = handedOver(BOSS);
        assertThat(as("rep-ne-1").get("/api/v1/handovers/" + id).status()).isEqualTo(404);
        assertThat(as("mgr-e").get("/api/v1/handovers/" + id).status()).isEqualTo(404);
        assertThat(as("auditor").get("/api/v1/handovers/" + id).status()).isEqualTo(200);
    }

    @Test
    @Tag("S3-02")
    @DisplayName(
            "gaps are listed: no contact, no next step, not visited for long, promises overdue; they go as they are mended")
    void gapsAreListed() {
        String poor = bare("康平" + tag + "阀门厂", "辽宁省");
        String rich = withNeed("法库" + tag + "电机厂");
        String id = handedOver(BOSS);
        assertThat(gaps(id, poor)).containsExactly("NO_CONTACT", "NOT_VISITED");
        assertThat(gaps(id, rich)).containsExactly("NO_NEXT_STEP", "NOT_VISITED", "OPEN_PROMISE");

        plan(stayer, rich, "2099-05-04");
        assertThat(gaps(id, rich)).containsExactly("NOT_VISITED", "OPEN_PROMISE");
    }

    private List<String> gaps(String id, String customer) {
        return StreamSupport.stream(handover(stayer, id).path("gaps").spliterator(), false)
                .filter(gap -> gap.path("customerId").asText().equals(customer))
                .map(gap -> gap.path("kind").asText())
                .toList();
    }

    @Test
    @Tag("S2-01")
    @DisplayName(
            "the leaver's exports of thirty days stand on it for the manager, with list, filter and rows, and not for the receiver")
    void exportsAreShown() {
        bare("新民" + tag + "轧钢厂", "辽宁省");
        Visitor.signedIn(port, leaver).get("/customers.xlsx?q=" + tag);
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("""
                                insert into platform.export (id, at, login, list, query, rows)
                                values (:id, now() - interval '31 days', :login, '/orders.xlsx', '', 9)
                                """)
                        .param("id", "old-" + tag)
                        .param("login", leaver)
                        .update());
        String id = handedOver(BOSS);

        JsonNode exports = handover(BOSS, id).path("exports");
        assertThat(exports).hasSize(1);
        assertThat(exports.path(0).path("list").asText()).isEqualTo("/customers.xlsx");
        assertThat(exports.path(0).path("query").asText()).isEqualTo("q=" + tag);
        assertThat(exports.path(0).path("rows").asLong()).isEqualTo(1);
        assertThat(handover(stayer, id).path("exports").isNull()).isTrue();
        assertThat(Visitor.signedIn(port, BOSS).page("/handovers/" + id)).contains("/customers.xlsx", "共 1 行");
        assertThat(Visitor.signedIn(port, stayer).page("/handovers/" + id)).doesNotContain("/customers.xlsx");
    }

    @Test
    @Tag("S2-01")
    @DisplayName("a leaver whose login is off takes nothing away: all is where it was, and can still be handed over")
    void aLeaverWhoIsOffTakesNothingAway() {
        String customer = withNeed("灯塔" + tag + "机器厂");
        plan(leaver, customer, "2099-05-04");
        note(leaver, customer, "随客户走 " + tag, true);
        Visitor.signedIn(port, "admin").act("/people/" + leaver, "/people/" + leaver + "/off", "");
        assertThat(as(leaver).get("/api/v1/notes").status()).isEqualTo(401);

        assertThat(counts(handover(BOSS, handedOver(BOSS))))
                .containsExactly("CUSTOMERS:1:1", "CONTACTS:1:1", "NEEDS:1:1", "PLANS:1:1", "NOTES:1:1");
        assertThat(as(stayer).get("/api/v1/customers/" + customer).status()).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "of customers merged since, each id goes over and the customer is counted once; taken apart again, both are the receiver's")
    void mergedCustomers() {
        String heir = withNeed("辽中" + tag + "铸造厂");
        String merged = bare("台安" + tag + "铸锻厂", "辽宁省");
        merge(merged, heir);
        String id = handedOver(BOSS);
        assertThat(counts(handover(BOSS, id))).contains("CUSTOMERS:1:1", "NEEDS:1:1");
        assertThat(List.of(keeper(heir), keeper(merged))).containsOnly(stayer);
    }

    private void merge(String from, String into) {
        wall.run(Scope.WORKER, () -> {
            jdbc.sql("update customers.membership set customer_id = :into where customer_id = :from and until is null")
                    .param("from", from)
                    .param("into", into)
                    .update();
            jdbc.sql("update customers.customer set merged_into = :into where id = :from")
                    .param("from", from)
                    .param("into", into)
                    .update();
        });
    }

    @Test
    @DisplayName("whoever visits first keeps the customer; a colleague's later visit changes nothing")
    void theFirstVisitorKeeps() {
        String customer = bare("朝阳" + tag + "纸厂", "辽宁省");
        sowing.visit(stayer, "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s-L","rep":"%2$s","visitedAt":"2026-03-05T09:30:00+08:00",
                 "customer":{"name":"朝阳%1$s纸厂","province":"辽宁省"},"opinions":["好"]}""".formatted(tag, stayer));
        assertThat(keeper(customer)).isEqualTo(leaver);
        assertThat(Visitor.signedIn(port, stayer).page("/customers/" + customer))
                .contains("负责人", "离任" + tag);
        assertThat(Visitor.signedIn(port, "factory-crane").page("/customers/" + customer))
                .doesNotContain("离任" + tag);
    }

    @Test
    @Tag("S3-02")
    @DisplayName(
            "by the page: the manager chooses, sees counts, gaps and exports, hands over; the receiver signs on its own page")
    void byThePage() {
        bare("本溪" + tag + "药机厂", "辽宁省");
        Visitor boss = Visitor.signedIn(port, BOSS);
        String outlook = "/handovers/new?leaver=" + leaver;
        assertThat(boss.page(outlook)).contains("本溪" + tag + "药机厂", "久未拜访", "没有联系人", "近 30 天没有导出过名单");

        String refused = Visitor.text(boss.act(outlook, "/handovers", "leaver=" + leaver));
        assertThat(refused).contains("没有接收人");
        String made = Visitor.text(boss.act(outlook, "/handovers", "leaver=" + leaver + "&rest=" + stayer));
        assertThat(made).contains("待签收", "撤回交接", "数目核对");

        Visitor receiver = Visitor.signedIn(port, stayer);
        String list = receiver.page("/handovers");
        String path = list.substring(list.indexOf("/handovers/"), list.indexOf('"', list.indexOf("/handovers/")));
        assertThat(receiver.page(path)).contains("签收").doesNotContain("撤回交接");
        String signed = Visitor.text(receiver.act(
                path,
                path + "/sign",
                "name=" + java.net.URLEncoder.encode("接任" + tag, java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(signed).contains("接任" + tag + " 签收").doesNotContain("待签收");
    }

    private List<String> plans(String login) {
        List<String> customers = new ArrayList<>();
        as(login)
                .get("/api/v1/visit-plans")
                .json()
                .path("items")
                .forEach(plan -> customers.add(plan.path("customerId").asText()));
        return customers;
    }

    private static List<String> counts(JsonNode handover) {
        List<String> counts = new ArrayList<>();
        handover.path("line")
                .path("parts")
                .path(0)
                .path("counts")
                .forEach(count -> counts.add(
                        count.path("kind").asText() + ":" + count.path("was").asText() + ":"
                                + count.path("became").asText()));
        return counts;
    }
}
