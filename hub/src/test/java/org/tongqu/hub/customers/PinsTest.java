package org.tongqu.hub.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.tongqu.hub.Caller;
import org.tongqu.hub.platform.Scope;

@DisplayName("A person's pin stands over all feeds, with its reason, and every value keeps its history")
class PinsTest extends CareBed {

    @Test
    @DisplayName("over the customer's own newer word, until it is taken off; then the sources speak again")
    @Tag("S4-24")
    void overAllFeeds() {
        String name = firm();
        String customer = customerOf(hear(Word.visit(name).city("沈阳")));

        assertThat(care.pin(REP, customer, "city", " 抚顺市 ", "看过营业执照")).isEqualTo(CustomerCare.Answer.DONE);
        hear(Word.visit(name).city("沈阳市").days(20));

        CustomersPages.Value pinned = value(customer, "city");
        assertThat(pinned.value()).isEqualTo("抚顺市");
        assertThat(pinned.sourceKind()).isEqualTo("PIN");
        assertThat(pinned.rule()).isEqualTo("pin-1");
        assertThat(Objects.requireNonNull(pinned.pin()).who()).isEqualTo("rep-ne-1");
        assertThat(pinned.pin().why()).isEqualTo("看过营业执照");

        assertThat(care.unpin(DESK, customer, "city", "搬家了")).isEqualTo(CustomerCare.Answer.DONE);
        assertThat(value(customer, "city").value()).isEqualTo("沈阳市");
        assertThat(care.unpin(DESK, customer, "city", "再来一次")).isEqualTo(CustomerCare.Answer.NOT_PINNED);
    }

    @Test
    @DisplayName(
            "a pin of a merged customer counts for its heir, the newest pin wins, and after an un-merge each is back")
    @Tag("S4-24")
    void throughMergeAndBack() {
        String uscc = uscc();
        String called = firm();
        String alsoCalled = firm();
        String one = customerOf(hear(Word.factory(called).uscc(uscc).city("鞍山市")));
        String other = customerOf(hear(Word.agent(alsoCalled).city("大连市")));
        care.pin(DESK, one, "city", "本溪市", "电话核实");
        care.pin(DESK, other, "city", "丹东市", "电话核实");
        care.pin(DESK, other, "contactName", "周厂长", "名片");

        String joining = hear(Word.visit(alsoCalled).uscc(uscc));
        String heir = customerOf(joining);
        String merged = heir.equals(one) ? other : one;
        assertThat(shown(merged).id()).isEqualTo(heir);
        assertThat(shown(heir).city()).as("the pin set last").isEqualTo("丹东市");
        assertThat(value(heir, "contactName").value()).isEqualTo("周厂长");

        parted(merged, heir, merged.equals(other) ? alsoCalled : called, joining);

        assertThat(shown(one).city()).isEqualTo("本溪市");
        assertThat(shown(other).city()).isEqualTo("丹东市");
        assertThat(value(other, "contactName").value()).isEqualTo("周厂长");
        assertThat(shown(one).contact()).isNull();
    }

    /** As an un-merge does: the merged id stands for itself again and has its own records back. */
    private void parted(String merged, String heir, String name, String joining) {
        Instant now = Instant.parse("2026-03-20T00:00:00Z");
        wall.run(Scope.WORKER, () -> {
            jdbc.sql("update customers.customer set merged_into = null where id = :id")
                    .param("id", merged)
                    .update();
            jdbc.sql("""
                            update customers.membership m set customer_id = :merged from customers.source_record r
                            where r.id = m.source_record_id and m.customer_id = :heir and m.until is null and r.name = :name and r.id <> :joining
                            """)
                    .param("merged", merged)
                    .param("heir", heir)
                    .param("name", name)
                    .param("joining", joining)
                    .update();
            golden.choose(List.of(merged, heir), now);
        });
    }

    @Autowired
    private GoldenStore golden;

    @Test
    @DisplayName(
            "what cannot be meant is refused with words at the field, and nothing is changed: a code whose check fails, no reason")
    void refused() throws Exception {
        String uscc = uscc();
        String customer = customerOf(hear(Word.visit(firm()).uscc(uscc)));
        String path = "/customers/" + customer + "/values/uscc/pin";

        MockHttpServletResponse wrong = send("rep-ne-1", path, "value", miswritten(uscc), "why", "抄自合同");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8))
                .contains("校验位", "aria-invalid=\"true\"", miswritten(uscc), "抄自合同");
        MockHttpServletResponse noReason = send("rep-ne-1", path, "value", uscc(), "why", " ");
        assertThat(noReason.getStatus()).isEqualTo(422);
        assertThat(noReason.getContentAsString(StandardCharsets.UTF_8)).contains("请写明依据");
        assertThat(care.pin(REP, customer, "province", "火星", "听说")).isEqualTo(CustomerCare.Answer.WRONG_VALUE);
        assertThat(care.pin(REP, customer, "contactPhone", "000000000", "听说"))
                .isEqualTo(CustomerCare.Answer.WRONG_VALUE);
        assertThat(care.pin(REP, customer, "name", "未知", "听说")).isEqualTo(CustomerCare.Answer.WRONG_VALUE);

        assertThat(shown(customer).uscc()).isEqualTo(uscc);
        assertThat(pins(customer)).isEqualTo("0");
    }

    @Test
    @DisplayName("a code that is another customer's is not pinned to a second one")
    void oneCodeOneCustomer() {
        String uscc = uscc();
        hear(Word.visit(firm()).uscc(uscc));
        String other = customerOf(hear(Word.visit(firm())));

        assertThat(care.pin(DESK, other, "uscc", uscc, "抄自合同")).isEqualTo(CustomerCare.Answer.HELD_BY_ANOTHER);
        assertThat(shown(other).uscc()).isNull();
        String own = uscc();
        assertThat(care.pin(DESK, other, "uscc", own.toLowerCase(Locale.ROOT), "营业执照"))
                .isEqualTo(CustomerCare.Answer.DONE);
        assertThat(shown(other).uscc()).isEqualTo(own);
    }

    @Test
    @DisplayName("a pinned province moves the customer to its region, and stays there whatever feeds say")
    @Tag("S4-03")
    void provinceMovesTheRegion() {
        String name = firm();
        String customer = customerOf(hear(Word.visit(name)));

        care.pin(DESK, customer, "province", "广东", "总部迁址");
        assertThat(shown(customer).region()).isEqualTo("CS");
        hear(Word.factory(name).city("沈阳市"));
        assertThat(shown(customer).region()).isEqualTo("CS");
        assertThat(shown(customer).province()).isEqualTo("广东省");

        care.unpin(DESK, customer, "province", "没有迁");
        assertThat(shown(customer).region()).isEqualTo("NE");
    }

    @Test
    @DisplayName("by the customer's own region and the desk, and by nobody else; a form from elsewhere is refused")
    void whoMay() throws Exception {
        String customer = customerOf(hear(Word.visit(firm())));
        String path = "/customers/" + customer + "/values/city/pin";

        assertThat(send("rep-e-1", path, "value", "上海市", "why", "x").getStatus())
                .isEqualTo(404);
        for (String login : new String[] {"auditor", "admin", "factory-crane", "agent-a001", "tech1"}) {
            assertThat(send(login, path, "value", "上海市", "why", "x").getStatus())
                    .as(login)
                    .isEqualTo(403);
        }
        assertThat(sendWithoutToken("rep-ne-1", path, "value", "上海市", "why", "x")
                        .getStatus())
                .isEqualTo(403);
        assertThat(pins(customer)).isEqualTo("0");

        assertThat(send("mgr-ne", path, "value", "沈阳市", "why", "当面核对").getStatus())
                .isEqualTo(302);
        assertThat(shown(customer).city()).isEqualTo("沈阳市");
        assertThat(sendWithoutToken("rep-ne-1", path.replace("/pin", "/unpin"), "why", "x")
                        .getStatus())
                .isEqualTo(403);
        assertThat(send("rep-e-1", path.replace("/pin", "/unpin"), "why", "x").getStatus())
                .isEqualTo(404);
        assertThat(send("rep-ne-1", path.replace("/pin", "/unpin"), "why", "错了").getStatus())
                .isEqualTo(302);
        assertThat(shown(customer).city()).isNull();
        assertThat(sowing.one(
                        "select string_agg(login || ' ' || act, ', ' order by id) from platform.audit_line where object = :id",
                        customer))
                .isEqualTo("mgr-ne PIN, rep-ne-1 UNPIN");
    }

    @Test
    @DisplayName("a customer that another region keeps may be seen by who visited it, and is not for them to pin")
    void keptByAnotherRegion() throws Exception {
        String customer = customerOf(hear(Word.visit(firm()).province("广东省")));

        assertThat(send("rep-ne-1", "/customers/" + customer + "/values/city/pin", "value", "广州市", "why", "x")
                        .getStatus())
                .isEqualTo(403);
        assertThat(page("rep-ne-1", "/customers/" + customer + "/values/name")).doesNotContain("核定这个值");
    }

    @Test
    @DisplayName(
            "the history names each value with source, message, row, times, rule, confidence, and who pinned it why")
    @Tag("S4-24")
    void history() throws Exception {
        String name = firm();
        String record = hear(Word.agent(name).city("大连市").days(-400));
        String customer = customerOf(record);
        String message = sowing.one("select message_id from customers.source_record where id = :id", record);
        hear(Word.factory(name).city("鞍山市"));
        care.pin(REP, customer, "city", "抚顺市", "营业执照原件");
        care.unpin(DESK, customer, "city", "执照是旧的");

        Caller.Answer told = caller("rep-ne-1").get("/api/v1/customers/" + customer + "/values/city");
        assertThat(told.status()).isEqualTo(200);
        assertThat(values(told)).containsExactly("鞍山市", "抚顺市", "鞍山市", "大连市");
        var oldest = told.json().path("history").path(3);
        assertThat(oldest.path("value").path("messageId").asText()).isEqualTo(message);
        assertThat(oldest.path("value").path("rowNo").asInt()).isEqualTo(7);
        assertThat(oldest.path("until").asText()).isNotBlank();
        var pin = told.json().path("history").path(1).path("value").path("pin");
        assertThat(pin.path("who").asText()).isEqualTo("rep-ne-1");
        assertThat(pin.path("endedBy").asText()).isEqualTo("desk");
        assertThat(pin.path("endedWhy").asText()).isEqualTo("执照是旧的");
        assertThat(told.json().path("today").path("confidence").path("score").asDouble())
                .as("a factory's, and the agent says otherwise")
                .isBetween(0.4, 0.65);

        assertThat(page("rep-ne-1", "/customers/" + customer + "/values/city"))
                .contains("/messages?open=" + message, "第 7 行", "营业执照原件", "执照是旧的", "另有 1 个来源说法不同");
        assertThat(page("rep-ne-1", "/customers/" + customer)).contains("/customers/" + customer + "/values/city");
        assertThat(caller("rep-e-1")
                        .get("/api/v1/customers/" + customer + "/values/city")
                        .status())
                .isEqualTo(404);
        assertThat(caller("rep-ne-1")
                        .get("/api/v1/customers/" + customer + "/values/weight")
                        .status())
                .isEqualTo(404);
        assertThat(caller("agent-a001")
                        .get("/api/v1/customers/" + customer + "/values/city")
                        .json()
                        .path("history"))
                .as("a partner reads its own words alone")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "a message tells every value it changed, before and after, also where it shows two customers to be one")
    void whatAMessageChanged() throws Exception {
        String uscc = uscc();
        String called = firm();
        String alsoCalled = firm();
        String first = hear(Word.factory(called).uscc(uscc).city("鞍山市"));
        hear(Word.agent(alsoCalled).city("大连市"));
        String joining = hear(Word.visit(alsoCalled).uscc(uscc).city("沈阳市").days(1));
        String customer = customerOf(joining);

        var changes = files.changes(DESK, message(joining));
        assertThat(changes)
                .extracting(CustomerFiles.Change::field, CustomerFiles.Change::before, CustomerFiles.Change::after)
                .contains(tuple("city", "鞍山市", "沈阳市"), tuple("name", called, alsoCalled));
        assertThat(changes).extracting(CustomerFiles.Change::customerId).containsOnly(customer);
        assertThat(files.changes(DESK, message(first)))
                .extracting(CustomerFiles.Change::before, CustomerFiles.Change::after)
                .as("what came later is not its doing")
                .contains(tuple(null, "鞍山市"));
        assertThat(files.changes(STRANGER, message(joining))).isEmpty();
        assertThat(page("desk", "/messages?open=" + message(joining)))
                .contains("<del>鞍山市</del>", "<b>沈阳市</b>", "/customers/" + customer + "/values/city");
        assertThat(caller("desk")
                        .get("/api/v1/messages/" + message(joining) + "/values")
                        .json()
                        .path("items")
                        .findValuesAsText("after"))
                .contains("沈阳市", alsoCalled);
    }

    private static List<String> values(Caller.Answer told) {
        List<String> values = new ArrayList<>();
        told.json()
                .path("history")
                .forEach(past -> values.add(past.path("value").path("value").asText()));
        return values;
    }

    private String message(String record) {
        return sowing.one("select message_id from customers.source_record where id = :id", record);
    }

    private String pins(String customer) {
        return sowing.one("select count(*) from customers.pin where customer_id = :id", customer);
    }
}
