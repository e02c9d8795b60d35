package org.tongqu.hub.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongqu.hub.Brands;
import org.tongqu.hub.PagesBed;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.platform.Toast;

@DisplayName("The desk for customers in doubt")
class DoubtsPageTest extends PagesBed {
    private static final Pattern PAIR = Pattern.compile("/doubts\\?record=([0-9a-f-]{36})&amp;other=([0-9a-f-]{36})");

    private final String brand = Brands.next();

    @Test
    @DisplayName("shows both side by side, why, and what is to press; one button joins them and one takes it back")
    @Tag("S4-24")
    void joinedAndTakenBack() throws Exception {
        String lathes = visited("沈阳" + brand + "机床有限公司");
        visited("沈阳" + brand + "锅炉有限公司");
        String either = visited(brand);
        Matcher pair = pairOf(lathes, either);
        String shown = page("desk", "/doubts?record=" + pair.group(1) + "&other=" + pair.group(2));
        assertThat(shown)
                .contains(
                        "沈阳" + brand + "机床有限公司", "同一城市", "+2.5", "data-key=\"s\"", "data-key=\"d\"", "data-key=\"l\"");

        MockHttpServletResponse answer = sent("desk", decision(pair, "SAME"));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/doubts");
        assertThat(customer(either)).isEqualTo(customer(lathes));

        String page = page("desk", "/customers/" + customer(lathes) + "/split");
        Matcher word =
                Pattern.compile("/doubts/words/([0-9a-f-]{36})/take-back").matcher(page);
        assertThat(word.find()).isTrue();
        sent("desk", post("/doubts/words/" + word.group(1) + "/take-back"));
        assertThat(customer(either)).isNotEqualTo(customer(lathes));
    }

    @Test
    @DisplayName("put off, a pair is out of the queue; decided once, it is not decided again")
    void laterAndOnce() throws Exception {
        String lathes = visited("沈阳" + brand + "机床有限公司");
        visited("沈阳" + brand + "锅炉有限公司");
        String either = visited(brand);
        Matcher pair = pairOf(lathes, either);

        sent("desk", decision(pair, "LATER"));
        assertThat(page("desk", "/doubts")).doesNotContain("record=" + pair.group(1) + "&amp;other=" + pair.group(2));

        sent("desk", decision(pair, "DIFFERENT"));
        assertThat(customer(either)).isNotEqualTo(customer(lathes));
        assertThat(toast("desk", decision(pair, "SAME")).says()).contains("已经定过");
        assertThat(customer(either)).isNotEqualTo(customer(lathes));
    }

    @Test
    @DisplayName(
            "pairs ticked in the queue are decided at once, with one undo; names that were learned are shown and revoked")
    void manyAndNames() throws Exception {
        String lathes = visited("沈阳" + brand + "机床有限公司");
        visited("沈阳" + brand + "锅炉有限公司");
        String either = visited(brand);
        Matcher pair = pairOf(lathes, either);
        assertThat(page("desk", "/doubts?record=" + pair.group(1) + "&other=" + pair.group(2)))
                .contains("name=\"learn\"", "曾用名：");

        sent("desk", decision(pair, "SAME").param("learn", "FORMER_NAME"));

        Matcher learned =
                Pattern.compile("/doubts/names/([0-9a-f-]{36})/revoke").matcher(page("desk", "/doubts"));
        assertThat(learned.find()).isTrue();
        assertThat(toast("desk", post("/doubts/names/" + learned.group(1) + "/revoke"))
                        .says())
                .contains("已撤销");
        String word = sowing.one(
                "select id from customers.decision where :id = any(left_records || right_records)", record(either));
        sent("desk", post("/doubts/words/" + word + "/take-back"));

        Toast batch = toast(
                "desk",
                post("/doubts/batches").param("verdict", "SAME").param("pick", pair.group(1) + "|" + pair.group(2)));
        assertThat(batch.says()).contains("已一起定了 1 对");
        assertThat(customer(either)).isEqualTo(customer(lathes));
        sent("desk", post(Objects.requireNonNull(batch.undo())));
        assertThat(customer(either)).isNotEqualTo(customer(lathes));
        assertThat(sent("desk", post("/doubts/batches").param("verdict", "SAME").param("pick", "nothing"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("records ticked on a customer's page leave it, with an undo")
    @Tag("S4-24")
    void split() throws Exception {
        String one = visited("沈阳" + brand + "机床有限公司");
        String two = visited("沈阳市" + brand + "机床");
        assertThat(customer(two)).isEqualTo(customer(one));
        String address = "/customers/" + customer(one) + "/split";
        assertThat(page("desk", address)).contains(record(two), "为何归在这里");

        sent("desk", post(address).param("record", record(two)).param("why", "两家"));

        assertThat(customer(two)).isNotEqualTo(customer(one));
        assertThat(page("desk", "/customers/" + customer(one)))
                .as("kept apart by a person, they are still kin or strangers, never one")
                .contains("沈阳" + brand + "机床有限公司");
    }

    @Test
    @DisplayName("is for headquarters' desk alone")
    void deskOnly() throws Exception {
        String one = visited("沈阳" + brand + "机床有限公司");
        for (String login : new String[] {"rep-ne-1", "mgr-ne", "auditor", "factory-crane", "agent-a001"}) {
            assertThat(answer(login, "/doubts").getStatus()).as(login).isEqualTo(403);
            assertThat(sent(
                                    login,
                                    post("/customers/" + customer(one) + "/merge")
                                            .param("other", customer(one)))
                            .getStatus())
                    .as(login)
                    .isEqualTo(403);
        }
    }

    private MockHttpServletRequestBuilder decision(Matcher pair, String verdict) {
        return post("/doubts")
                .param("record", pair.group(1))
                .param("other", pair.group(2))
                .param("verdict", verdict);
    }

    private Matcher pairOf(String one, String two) throws Exception {
        Matcher pair = PAIR.matcher(page("desk", "/customers/" + customer(two) + "/split"));
        while (pair.find()) {
            if (java.util.Set.of(pair.group(1), pair.group(2))
                    .containsAll(java.util.Set.of(record(one), record(two)))) {
                return pair;
            }
        }
        throw new AssertionError("no such pair");
    }

    /** The message of a visit to a firm in Shenyang. */
    private String visited(String name) {
        return sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-D%d","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%s","province":"辽宁省","city":"沈阳市"},"opinions":["好"]}""".formatted(Sowing.number(), name));
    }

    private String record(String message) {
        return sowing.one("select id from customers.source_record where message_id = :id", message);
    }

    private String customer(String message) {
        return sowing.one("""
                        select m.customer_id from customers.membership m join customers.source_record r on r.id = m.source_record_id
                        where r.message_id = :id and m.until is null
                        """, message);
    }
}
