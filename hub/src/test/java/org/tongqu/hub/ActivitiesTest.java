package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Calls, samples and quotes sent stand beside visits on one timeline")
class ActivitiesTest extends LeaverBed {
    private static final String HERE = "/api/v1/activities";

    @Test
    @Tag("S2-03")
    @DisplayName(
            "a call, samples and a quote about a need stand on the customer's page with the visit, newest first, in both languages and the export")
    void oneTimeline() {
        String customer = withNeed(Brands.firm());
        String need = as(leaver)
                .get("/api/v1/needs?customerId=" + customer)
                .json()
                .at("/items/0/id")
                .asText();
        log(customer, "CALL", "2025-03-05T10:00:00+08:00", "问交期" + tag, "");
        log(customer, "SAMPLE", "2025-03-06T10:00:00+08:00", "送刀片" + tag, "");
        log(
                customer,
                "QUOTE_SENT",
                "2025-03-07T10:00:00+08:00",
                "报两台" + tag,
                ",\"needId\":\"" + need + "\",\"amount\":\"320000.00\"");
        Visitor rep = Visitor.signedIn(port, leaver);
        String page = rep.page("/customers/" + customer);
        String story = page.substring(page.indexOf("id=\"story\""));
        List<Integer> places = List.of(
                story.indexOf("送出报价：报两台" + tag),
                story.indexOf("送样品：送刀片" + tag),
                story.indexOf("打电话：问交期" + tag),
                story.indexOf("提出 1 项需求"));
        assertThat(places).isSorted().allMatch(place -> place > 0);
        assertThat(story).contains("/needs/" + need);
        assertThat(rep.get("/customers/" + customer + "/story.xlsx").statusCode())
                .isEqualTo(200);
    }

    @Test
    @Tag("S2-03")
    @DisplayName(
            "they stay with the customer when it is handed over and keep who did them; partners and other regions see none")
    void theyStayWithTheCustomer() {
        String customer = bare(Brands.firm(), "辽宁省");
        log(customer, "CALL", "2025-03-05T10:00:00+08:00", "问候" + tag, "");
        handedOver(BOSS);
        assertThat(as(stayer)
                        .get(HERE + "?customerId=" + customer)
                        .json()
                        .at("/items/0/person")
                        .asText())
                .isEqualTo(leaver);
        assertThat(as("rep-e-1").get(HERE + "?customerId=" + customer).text()).doesNotContain("问候" + tag);
        assertThat(as("agent-a001").get(HERE + "?customerId=" + customer).text())
                .doesNotContain("问候" + tag);
    }

    @Test
    @DisplayName(
            "what is no activity, has no words, is ahead of time or for a customer out of sight is refused with what to do")
    void refusals() {
        String customer = bare(Brands.firm(), "辽宁省");
        assertThat(tried(customer, "DANCE", "2025-03-05T10:00:00+08:00", "x").code())
                .isEqualTo("UNKNOWN_ACTIVITY");
        assertThat(tried(customer, "CALL", "2025-03-05T10:00:00+08:00", " ").code())
                .isEqualTo("BAD_ACTIVITY_WORDS");
        assertThat(tried(customer, "CALL", "2099-03-05T10:00:00+08:00", "x").code())
                .isEqualTo("TIME_AHEAD");
        assertThat(tried(customer, "CALL", "gestern", "x").status()).isEqualTo(400);
        assertThat(as("rep-e-1").post(HERE, body(customer, "CALL", "", "x", "")).status())
                .isEqualTo(404);
        assertThat(as("agent-a001")
                        .post(HERE, body(customer, "CALL", "", "x", ""))
                        .status())
                .isEqualTo(403);
    }

    private Caller.Answer tried(String customer, String kind, String at, String words) {
        return as(leaver).post(HERE, body(customer, kind, at, words, ""));
    }

    private void log(String customer, String kind, String at, String words, String rest) {
        Caller.Answer answer = as(leaver).post(HERE, body(customer, kind, at, words, rest));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private static String body(String customer, String kind, String at, String words, String rest) {
        return "{\"customerId\":\"%s\",\"kind\":\"%s\",\"at\":\"%s\",\"words\":\"%s\"%s}"
                .formatted(customer, kind, at, words, rest);
    }
}
