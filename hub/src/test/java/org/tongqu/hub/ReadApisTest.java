package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("What the read APIs tell")
class ReadApisTest extends HubTest {
    private static @Nullable SownWorld sown;

    @Autowired
    private Sowing sowing;

    @BeforeEach
    void sowOnce() {
        if (sown == null) {
            sown = SownWorld.sow(sowing);
        }
    }

    private static SownWorld world() {
        return Objects.requireNonNull(sown);
    }

    @Test
    @DisplayName("a visit's message tells its keys, its effects and the tries it took")
    void visitMessage() {
        JsonNode message = desk("/messages/" + world().neVisitMessage());
        assertThat(message.path("direction").asText()).isEqualTo("IN");
        assertThat(message.path("kind").asText()).isEqualTo("VISIT");
        assertThat(message.path("state").asText()).isEqualTo("TAKEN");
        assertThat(message.path("progress").asText()).isEqualTo("APPLIED");
        assertThat(message.path("login").asText()).isEqualTo("rep-ne-1");
        assertThat(message.path("receivedAt").asText()).endsWith("+08:00");
        assertThat(message.path("parked").asBoolean()).isFalse();
        assertThat(message.path("nextAttemptAt").isNull()).isTrue();
        assertThat(message.path("counts").isNull()).isTrue();
        assertThat(message.path("keys").findValuesAsText("value"))
                .contains(world().neVisitNo(), world().neCustomerName(), "SN-" + world().tag());
        assertThat(message.path("effects").findValuesAsText("room")).contains("visits", "customers", "needs", "demand");
        assertThat(message.path("attempts").get(0).path("outcome").asText()).isEqualTo("APPLIED");
    }

    @Test
    @DisplayName("a file's message counts its rows and names what is wrong with each refused one")
    void fileMessage() {
        JsonNode message = desk("/messages/" + world().a001FileMessage());
        assertThat(message.path("state").asText()).isEqualTo("PARTLY");
        assertThat(message.path("counts").toString())
                .isEqualTo("{\"rows\":2,\"accepted\":1,\"refused\":1,\"duplicate\":0,\"ignored\":0,\"read\":1.0}");
        JsonNode refusal = message.path("refusals").get(0);
        assertThat(refusal.path("rowNo").asLong()).isEqualTo(3);
        assertThat(refusal.path("zh").asText()).isNotBlank();
        assertThat(refusal.path("en").asText()).isNotBlank();
    }

    @Test
    @DisplayName(
            "a demand on its way out is found by the demand's id, with its partner and state, and answers under its own id")
    void outboundMessage() {
        JsonNode found = desk("/messages?key=" + world().machineToolDemand()).path("items");
        assertThat(found.findValuesAsText("direction")).containsExactly("OUT");
        JsonNode message = desk("/messages/" + found.get(0).path("id").asText());
        assertThat(message.path("partner").asText()).isEqualTo("factory-mt1");
        assertThat(message.path("kind").asText()).isEqualTo("DEMAND");
        assertThat(message.path("state").asText()).isIn("WAITING", "CLAIMED", "PARKED");
        assertThat(message.path("causedBy").asText()).isEqualTo(world().neVisitMessage());
    }

    @Test
    @DisplayName("the raw bytes come back as they were sent, as a download that no browser interprets")
    void payload() {
        Caller.Answer answer =
                Caller.as(port, "rep-ne-1").get("/api/v1/messages/" + world().neVisitMessage() + "/payload");
        assertThat(answer.text()).startsWith("{\"formatVersion\":1,\"visitNo\":\"" + world().neVisitNo());
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment");
        Caller.Answer file =
                Caller.as(port, "agent-a001").get("/api/v1/messages/" + world().a001FileMessage() + "/payload");
        assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(file.text()).contains("R-" + world().tag());
    }

    @Test
    @DisplayName("a message to be sent again that is not parked is a conflict, not a second effect")
    void notParked() {
        Caller.Answer answer =
                Caller.as(port, "desk").post("/api/v1/messages/" + world().neVisitMessage() + "/resend", "");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("NOT_PARKED");
        assertThat(Caller.as(port, "desk")
                        .post("/api/v1/messages/no-such/resend", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("a parked message sent again takes effect once, however often it was tried before")
    void resentOnce() {
        String needs = "select count(*) from needs.need where message_id = :id";
        assertThat(sowing.one(needs, world().eVisitMessage())).isEqualTo("1");
        sowing.park(world().eVisitMessage());
        JsonNode parked =
                desk("/messages?state=PARKED&key=" + world().eVisitNo()).path("items");
        assertThat(parked.findValuesAsText("id")).containsExactly(world().eVisitMessage());
        assertThat(parked.get(0).path("parked").asBoolean()).isTrue();
        Caller.as(port, "desk").post("/api/v1/messages/" + world().eVisitMessage() + "/resend", "");
        sowing.applied(world().eVisitMessage());
        assertThat(sowing.one(needs, world().eVisitMessage())).isEqualTo("1");
        assertThat(sowing.one(
                        "select login || ' ' || act from platform.audit_line where object = :id",
                        world().eVisitMessage()))
                .isEqualTo("desk RESEND_MESSAGE");
    }

    @Test
    @DisplayName("a customer tells each value, and on demand who said it, in which message and when")
    void customer() {
        JsonNode plain = desk("/customers/" + world().neCustomer());
        assertThat(plain.has("provenance")).isFalse();
        assertThat(plain.has("askedId")).isFalse();
        JsonNode customer = desk("/customers/" + world().neCustomer() + "?provenance=true");
        assertThat(customer.path("name").asText()).isEqualTo(world().neCustomerName());
        assertThat(customer.path("region").asText()).isEqualTo("NE");
        assertThat(customer.path("lifeState").asText()).isEqualTo("ACTUAL");
        assertThat(customer.path("contact").path("phone").asText()).isEqualTo("13900000000");
        assertThat(customer.path("sources").findValuesAsText("kind")).contains("VISIT", "FACTORY", "AGENT");
        JsonNode address = customer.path("provenance").path("address");
        assertThat(address.path("value").asText()).isEqualTo("铁西区 1 号");
        assertThat(address.path("source").asText()).isEqualTo("NE");
        assertThat(address.path("sourceKind").asText()).isEqualTo("VISIT");
        assertThat(address.path("messageId").asText()).isEqualTo(world().neVisitMessage());
        assertThat(address.path("observedAt").asText()).isEqualTo("2026-03-02T09:30:00+08:00");
        assertThat(customer.path("provenance").path("contactPhone").path("rule").asText())
                .isNotBlank();
    }

    @Test
    @DisplayName("an agent reads the customer made of its own words alone: no address, no contact that others told")
    void customerOfAnAgent() {
        JsonNode customer = json("agent-a001", "/customers/" + world().neCustomer() + "?provenance=true");
        assertThat(customer.path("name").asText()).isEqualTo(world().neCustomerName());
        assertThat(customer.path("province").asText()).isEqualTo("辽宁省");
        assertThat(customer.path("address").isNull()).isTrue();
        assertThat(customer.path("contact").isNull()).isTrue();
        assertThat(customer.path("sources").findValuesAsText("kind")).containsOnly("AGENT");
        assertThat(customer.path("provenance").findValuesAsText("source")).containsOnly("agent-a001");
        assertThat(customer.path("provenance").path("name").path("rowNo").asLong())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("the id of a customer merged into another answers with the one it has become")
    void mergedCustomer() {
        String called = "福州" + Brands.next() + "机床厂";
        String first = customerOf(visited(called, null));
        String second = customerOf(visited("福州" + Brands.next() + "机床厂", "91350100M000100Y43"));
        assertThat(first).isNotEqualTo(second);
        visited(called, "91350100M000100Y43");
        JsonNode answers = desk("/customers/" + first);
        JsonNode same = desk("/customers/" + second);
        assertThat(answers.path("id").asText()).isEqualTo(same.path("id").asText());
        assertThat(Stream.of(answers, same).filter(one -> one.has("askedId")).toList())
                .singleElement()
                .satisfies(merged -> assertThat(merged.path("askedId").asText())
                        .isNotEqualTo(merged.path("id").asText()));
        assertThat(answers.path("sources")).hasSize(3);
    }

    private String visited(String name, @Nullable String uscc) {
        return sowing.visit(
                "rep-e-1", "E", """
                {"formatVersion":1,"visitNo":"E-M%d","rep":"rep-e-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%s","province":"福建省","uscc":%s},"opinions":["好"]}""".formatted(Sowing.number(), name, uscc == null ? "null" : '"' + uscc + '"'));
    }

    private String customerOf(String message) {
        return SownWorld.customer(sowing, message);
    }

    @Test
    @DisplayName("a need tells grade and reason, its parts, and what each factory was asked and said")
    void need() {
        JsonNode need = desk("/needs/" + world().neNeed());
        assertThat(need.path("number").asText()).matches("N-\\d{4}-\\d{6}");
        assertThat(need.path("grade").asText()).isEqualTo("A");
        assertThat(need.path("gradeReason").path("zh").asText()).contains("成套");
        assertThat(need.path("ruleVersion").asText()).isNotBlank();
        assertThat(need.path("budget").path("amount").isTextual()).isTrue();
        assertThat(need.path("budget").path("amount").asText()).isEqualTo("1200000.00");
        assertThat(need.path("requiredBy").asText()).isEqualTo("2026-09-01");
        assertThat(need.path("customerId").asText()).isEqualTo(world().neCustomer());
        assertThat(need.path("parts").get(0).path("qty").asText()).isEqualTo("2");
        assertThat(need.path("demands").findValuesAsText("factory")).containsExactly("factory-crane", "factory-mt1");
        JsonNode crane = need.path("demands").get(0);
        assertThat(crane.path("state").asText()).isEqualTo("ORDERED");
        assertThat(crane.path("late").asBoolean()).isFalse();
        assertThat(crane.path("quote").path("price").path("amount").asText()).isEqualTo("465000.00");
        assertThat(crane.path("quote").path("leadTimeDays").asInt()).isEqualTo(75);
        assertThat(crane.path("orderNo").asText()).isEqualTo(world().orderNo());
        assertThat(crane.path("hops").findValuesAsText("station"))
                .contains("ASKED", "ACKNOWLEDGED", "QUOTED", "ORDERED");
        assertThat(need.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id",
                        "number",
                        "visitNo",
                        "needNo",
                        "summary",
                        "functional",
                        "requiredBy",
                        "budget",
                        "region",
                        "state",
                        "grade",
                        "gradeReason",
                        "ruleVersion",
                        "customerId",
                        "parts",
                        "demands",
                        "combined",
                        "raisedAt");
    }

    @Test
    @DisplayName("a factory reads of a need its own part and its own demand, and no message that is not its own")
    void needOfAFactory() {
        JsonNode need = json("factory-crane", "/needs/" + world().neNeed());
        assertThat(need.path("parts").findValuesAsText("productClass")).containsExactly("CRANE");
        assertThat(need.path("demands").findValuesAsText("factory")).containsExactly("factory-crane");
        assertThat(need.toString()).doesNotContain(world().neVisitMessage()).contains(world().craneAnswerMessage());
        JsonNode demand = json("factory-crane", "/demands/" + world().craneDemand());
        assertThat(demand.path("needId").asText()).isEqualTo(world().neNeed());
        assertThat(demand.path("summary").asText()).contains(world().tag());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/messages", "/customers", "/needs", "/demands"})
    @DisplayName("a list gone through page by page holds each item once, newest first, as one big page does")
    void pageThrough(String list) {
        SownWorld.sow(sowing);
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = desk(list + "?limit=2" + after);
            assertThat(page.path("items").size()).isBetween(1, 2);
            page.path("items").forEach(item -> paged.add(item.path("id").asText()));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asText();
        } while (!after.isEmpty() && paged.size() < 40);
        assertThat(paged).doesNotHaveDuplicates().hasSizeGreaterThan(2);
        List<String> whole = new ArrayList<>();
        desk(list + "?limit=200")
                .path("items")
                .forEach(item -> whole.add(item.path("id").asText()));
        assertThat(whole).startsWith(paged.toArray(String[]::new));
    }

    @ParameterizedTest(name = "GET {0} is {1} {2}")
    @CsvSource({
        "/messages?limit=0, 400, BAD_PARAMETER",
        "/messages?limit=201, 400, BAD_PARAMETER",
        "/messages?limit=x, 400, BAD_PARAMETER",
        "/messages?after=x, 400, BAD_PARAMETER",
        "/messages?state=LOST, 400, BAD_PARAMETER",
        "/messages?kind=LETTER, 400, BAD_PARAMETER",
        "/messages?key=a%00b, 400, BAD_PARAMETER",
        "/customers?after=-1, 400, BAD_PARAMETER",
        "/needs?state=LATE, 400, BAD_PARAMETER",
        "/demands?state=LATE, 400, BAD_PARAMETER",
        "/messages/%27%20or%201=1, 404, NOT_FOUND",
        "/messages/a%00b, 400, BAD_REQUEST",
        "/nothing-here, 404, NOT_FOUND",
        "/messages/x/resend, 405, METHOD_NOT_ALLOWED"
    })
    @DisplayName("a request that cannot be meant gets a problem in both languages")
    void problems(String path, int status, String code) {
        Caller.Answer answer = Caller.as(port, "desk").get("/api/v1" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.fieldNames()).toIterable().contains("type", "title", "status", "detail", "code", "zh", "en");
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("zh").asText()).isNotBlank();
    }

    @Test
    @DisplayName("a body that is not JSON is told so, without a stack")
    void notJson() {
        Caller.Answer answer = Caller.as(port, "admin").post("/api/v1/partners", "not json");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BAD_REQUEST");
        assertThat(answer.text()).doesNotContain("Exception", "at org.");
    }

    private JsonNode desk(String path) {
        return json("desk", path);
    }

    private JsonNode json(String login, String path) {
        Caller.Answer answer = Caller.as(port, login).get("/api/v1" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
