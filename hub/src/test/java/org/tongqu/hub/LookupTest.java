package org.tongqu.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whether a firm is known is told before a file is made, and no more than that")
class LookupTest extends LeaverBed {
    private static final String CONTACT = "令狐冲之";

    private String stranger = "";
    private String firm = "";
    private String phone = "";
    private String customer = "";

    @BeforeEach
    void aFirmOfTheNorthEast() {
        stranger = "stranger-" + tag.toLowerCase(Locale.ROOT);
        join(stranger, "外区" + tag, "E");
        firm = Brands.firm();
        phone = "135%08d".formatted(70_000_000 + Sowing.number());
        customer = visited(
                firm,
                "辽宁省",
                ",\"city\":\"沈阳市\",\"contact\":{\"name\":\"" + CONTACT + "\",\"phone\":\"" + phone
                        + "\"}},\"opinions\":[\"好\"]");
    }

    @Test
    @Tag("S3-01")
    @DisplayName("a person of another region hears that the north-east holds it, and nothing that stands in the file")
    void masked() {
        JsonNode said = asked(stranger, "name=" + words(firm));

        assertThat(said.path("outcome").asText()).isEqualTo("SAME");
        assertThat(said.path("known")).hasSize(1);
        assertThat(said.path("known").path(0).path("region").asText()).isEqualTo("NE");
        assertThat(said.path("known").path(0).path("branch").asText()).isEqualTo("NE");
        assertThat(said.path("known").path(0).path("mayClaim").asBoolean()).isTrue();
        assertThat(said.path("known").path(0).has("customer")).isFalse();
    }

    @Test
    @DisplayName(
            "nothing of the file leaks: not by the API, not by the page, the part for typing, its attributes or the audit trail")
    void nothingLeaks() {
        String question = "phone=" + phone;
        Visitor visitor = Visitor.signedIn(port, stranger);
        String api = as(stranger).get("/api/v1/lookup?" + question).text();
        String page = visitor.page("/lookup?" + question);

        assertThat(asked(stranger, question).path("outcome").asText()).isEqualTo("PERHAPS");
        assertThat(page).contains("可能已有", "已知，属东北（NE）", "由东北销售服务公司的人负责", "这也是我的客户");
        for (String told : new String[] {api, page}) {
            assertThat(told)
                    .doesNotContain(firm, firm.substring(2, 5), CONTACT, customer, leaver, "离任" + tag, "MOBILE");
        }
        assertThat(audited()).isEqualTo("LOOK_UP  " + phone);
    }

    private String audited() {
        return one(
                "select string_agg(act || ' ' || object || ' ' || detail, ', ' order by id) from platform.audit_line where login = :id",
                stranger);
    }

    @Test
    @DisplayName("its own region and the desk are led to the customer; the desk claims nothing")
    void withTheRight() {
        for (String login : new String[] {stayer, "mgr-ne", "desk"}) {
            JsonNode known = asked(login, "name=" + words(firm)).path("known").path(0);
            assertThat(known.path("customer").path("id").asText()).as(login).isEqualTo(customer);
            assertThat(known.path("customer").path("name").asText()).as(login).isEqualTo(firm);
            assertThat(known.path("mayClaim").asBoolean()).as(login).isEqualTo(!login.equals("desk"));
        }
        assertThat(asked(leaver, "name=" + words(firm))
                        .path("known")
                        .path(0)
                        .path("mayClaim")
                        .asBoolean())
                .as("its own keeper")
                .isFalse();
        assertThat(Visitor.signedIn(port, stayer).page("/lookup?name=" + words(firm)))
                .contains("已有这家客户", "/customers/" + customer);
    }

    @Test
    @DisplayName(
            "an agent hears that it is known and not whose it is, nor how many are; of its own customers it is told the name")
    void agents() {
        visited(firm.replace("机床厂", "印刷厂"), "辽宁省", ",\"city\":\"沈阳市\"},\"opinions\":[\"好\"]");
        String answer =
                as("agent-a002").get("/api/v1/lookup?name=" + words(firm)).text();
        JsonNode said = asked("agent-a002", "name=" + words(firm));

        assertThat(said.path("outcome").asText()).isEqualTo("SAME");
        assertThat(said.path("known")).hasSize(1);
        assertThat(answer).doesNotContain("NE", customer, CONTACT, phone);
        assertThat(Visitor.signedIn(port, "agent-a002").page("/lookup?phone=" + phone))
                .contains("已有客户")
                .doesNotContain("东北", firm, customer, "这也是我的客户");

        sowing.file("agent-a002", tag + ".csv", """
                报表编号,行号,销售日期,客户名称,省份,产品编码,数量,单价
                L-%1$s,1,2026-02-11,%2$s,辽宁省,CK6150,5,380000
                """.formatted(tag, firm));
        JsonNode own = asked("agent-a002", "name=" + words(firm)).path("known").path(0);
        assertThat(own.path("customer").path("name").asText()).isEqualTo(firm);
        assertThat(own.path("region").isTextual()).isFalse();
    }

    @Test
    @DisplayName("factories, technicians and the branches' machines do not look up")
    void notForEverybody() {
        for (String login : new String[] {"factory-crane", "tech1", "admin", "auditor"}) {
            assertThat(as(login).get("/api/v1/lookup?name=" + words(firm)).status())
                    .as(login)
                    .isEqualTo(403);
        }
    }

    @Test
    @DisplayName("another spelling and the short form are found; a firm of another brand is new")
    void spellings() {
        assertThat(asked(stranger, "province=" + words("辽宁") + "&name=" + words(firm.substring(2) + "有限公司"))
                        .path("outcome")
                        .asText())
                .isIn("SAME", "PERHAPS");
        assertThat(asked(stranger, "name=" + words(firm.substring(0, 5)))
                        .path("outcome")
                        .asText())
                .as("place and brand alone")
                .isEqualTo("PERHAPS");
        assertThat(asked(stranger, "name=" + words(Brands.firm()))
                        .path("outcome")
                        .asText())
                .isEqualTo("NEW");
        assertThat(asked(stranger, "phone=13500000001").path("outcome").asText())
                .isEqualTo("NEW");
    }

    @ParameterizedTest
    @ValueSource(strings = {"公司", "有限公司", "😀😀😀", "---", "个体户", "%'\"\\;--<b>", "机床厂"})
    @DisplayName("junk says too little, and never that somebody is new or known")
    void junk(String name) {
        assertThat(asked(stranger, "name=" + words(name)).path("outcome").asText())
                .isEqualTo("TOO_LITTLE");
        assertThat(Visitor.signedIn(port, stranger).page("/lookup?name=" + words(name)))
                .contains("写得太少，无法判断")
                .doesNotContain("<b>\"");
    }

    @Test
    @DisplayName("an empty question and 10,000 characters are told so, by the API and on the page")
    void noQuestion() {
        String endless = "沈阳".repeat(1_000);
        assertThat(as(stranger).get("/api/v1/lookup").code()).isEqualTo("BAD_PARAMETER");
        assertThat(as(stranger).get("/api/v1/lookup?name=%20&phone=").code()).isEqualTo("BAD_PARAMETER");
        assertThat(as(stranger).get("/api/v1/lookup?name=" + "a".repeat(10_000)).status())
                .isIn(400, 414);
        assertThat(as(stranger).get("/api/v1/lookup?name=" + "a".repeat(4_000)).code())
                .isEqualTo("BAD_PARAMETER");
        Visitor visitor = Visitor.signedIn(port, stranger);
        assertThat(visitor.page("/lookup?name=" + words(endless.substring(0, 600))))
                .contains("最多 200 个字");
        assertThat(visitor.page("/lookup")).doesNotContain("没有查到");
    }

    @Test
    @DisplayName("after 60 look-ups in ten minutes one is told to wait; what is typed on or asked again does not count")
    void theLimit() {
        String brand = Brands.next();
        for (int at = 1; at <= 3; at++) {
            asked(stranger, "name=" + words("沈阳" + brand.substring(0, at)));
        }
        asked(stranger, "name=" + words("沈阳" + brand));
        for (int at = 1; at < 60; at++) {
            asked(stranger, "phone=1350000%04d".formatted(at));
        }
        Caller.Answer refused = as(stranger).get("/api/v1/lookup?phone=13500009999");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("TOO_MANY_LOOKUPS");
        assertThat(refused.json().path("zh").asText()).contains("请过几分钟再查");
        assertThat(refused.json().path("en").asText()).contains("Wait some minutes");
        assertThat(Visitor.signedIn(port, stranger).page("/lookup?phone=13500009999"))
                .contains("请过几分钟再查");
        assertThat(as(stranger).get("/api/v1/lookup?phone=13500000007").status())
                .as("asked before")
                .isEqualTo(200);
        assertThat(as(stayer).get("/api/v1/lookup?phone=13500009999").status())
                .as("somebody else")
                .isEqualTo(200);
    }

    private JsonNode asked(String login, String question) {
        Caller.Answer answer = as(login).get("/api/v1/lookup?" + question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String words(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
