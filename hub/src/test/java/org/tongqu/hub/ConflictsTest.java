package org.tongqu.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Stewardship;

@DisplayName(
        "Two who hold one customer unknown to each other are named to one another, and one of them holds it in the end")
class ConflictsTest extends LeaverBed {
    private static final Sender DESK = new Sender("desk", Sender.Role.DESK, null, null);

    @Autowired
    private Stewardship stewardship;

    private String stranger = "";
    private String firm = "";
    private String customer = "";

    @BeforeEach
    void aFirmOfTheNorthEast() {
        stranger = "stranger-" + tag.toLowerCase(Locale.ROOT);
        join(stranger, "外区" + tag, "E");
        firm = Brands.firm();
        customer = visited(firm, "辽宁省", ",\"city\":\"沈阳市\"},\"opinions\":[\"好\"]");
    }

    @Test
    @Tag("S3-01")
    @DisplayName(
            "two files of two units that turn out to be one firm open a case before either's next visit, naming both and both managers")
    void byMerge() {
        String other = visitedBy(stranger, "E", Brands.firm());
        assertThat(conflicts(leaver)).isEmpty();

        stewardship.merge(DESK, customer, other, "同一家");

        for (String reader : new String[] {leaver, stranger, "mgr-ne", "mgr-e", "desk"}) {
            JsonNode line = about(reader, customer);
            assertThat(line.path("origin").asText()).as(reader).isEqualTo("MERGE");
            assertThat(line.path("state").asText()).isEqualTo("OPEN");
            assertThat(List.of(
                            line.at("/holder/login").asText(),
                            line.at("/other/login").asText()))
                    .containsExactlyInAnyOrder(leaver, stranger);
            assertThat(List.of(
                            line.at("/holder/name").asText(),
                            line.at("/other/name").asText()))
                    .containsExactlyInAnyOrder("离任" + tag, "外区" + tag);
            assertThat(line.path("managers").findValuesAsText("login")).contains("mgr-ne", "mgr-e");
            assertThat(line.path("due").asText()).startsWith("20");
        }
        String page = Visitor.signedIn(port, stranger)
                .page("/conflicts/" + about(stranger, customer).path("id").asText());
        assertThat(page).contains("离任" + tag, "外区" + tag, "两份客户合为一家");
        assertThat(conflicts(stayer)).as("a colleague who is neither").isEmpty();
        assertThat(about("mgr-sw", customer).isMissingNode())
                .as("a manager of neither")
                .isTrue();
    }

    @Test
    @Tag("S3-01")
    @DisplayName("the merge taken back, the case is gone by itself; merged again, it is a new one")
    void takenApart() {
        String other = visitedBy(stranger, "E", Brands.firm());
        String word = stewardship.merge(DESK, customer, other, null).orElseThrow();
        String id = about(leaver, customer).path("id").asText();

        stewardship.takeBack(DESK, word);

        assertThat(told(leaver, id).path("state").asText()).isEqualTo("GONE");
        assertThat(Visitor.signedIn(port, leaver).page("/conflicts/" + id)).contains("冲突自动消除");
        assertThat(keeper(customer)).isEqualTo(leaver);
        assertThat(keeper(other)).isEqualTo(stranger);

        stewardship.merge(DESK, customer, other, null);
        assertThat(open(leaver)).hasSize(1);
        assertThat(open(leaver).getFirst().path("id").asText()).isNotEqualTo(id);
    }

    @Test
    @Tag("S3-01")
    @DisplayName(
            "a visit of another region's person to a customer held by somebody opens one case, and a second visit none")
    void byVisit() {
        sowing.visit(stranger, "E", visit(stranger, "E", firm));
        sowing.visit(stranger, "E", visit(stranger, "E", firm));

        assertThat(open(leaver)).hasSize(1);
        assertThat(open(leaver).getFirst().path("origin").asText()).isEqualTo("VISIT");
        assertThat(open(leaver).getFirst().at("/other/login").asText()).isEqualTo(stranger);
    }

    @Test
    @DisplayName("a visit of a colleague of the same branch opens none")
    void colleagues() {
        sowing.visit(stayer, "NE", visit(stayer, "NE", firm));

        assertThat(conflicts(leaver)).isEmpty();
    }

    @Test
    @Tag("S3-01")
    @DisplayName(
            "who hears at a look-up that it is held says: mine too, with a reason; the customer stays out of his sight")
    void byLookup() {
        Visitor visitor = Visitor.signedIn(port, stranger);
        String asked = "/lookup?name=" + words(firm);
        String form = "name=" + words(firm) + "&phone=&province=&line=0&region=NE&why=";

        assertThat(Visitor.text(visitor.act(asked, "/conflicts", form))).contains("请写明您为什么也在跟这家客户");
        String page = Visitor.text(visitor.act(asked, "/conflicts", form + words("三月起在谈行车")));
        visitor.act(asked, "/conflicts", form + words("再说一次"));

        assertThat(page).contains("离任" + tag, "外区" + tag, "三月起在谈行车", "现负责人").doesNotContain(customer);
        assertThat(open(leaver)).hasSize(1);
        JsonNode line = open(stranger).getFirst();
        assertThat(line.path("customerId").isMissingNode()).isTrue();
        assertThat(line.path("customer").asText()).isEqualTo(firm);
        assertThat(open(leaver).getFirst().path("customerId").asText()).isEqualTo(customer);
        assertThat(line.path("evidence"))
                .as("what stands in a file out of sight")
                .isEmpty();
        assertThat(open(leaver).getFirst().path("evidence")).isNotEmpty();
    }

    @Test
    @DisplayName("nobody claims what he keeps himself, what is not there, or what another region holds by now")
    void noClaim() {
        String path = "/api/v1/conflicts";
        String claim = "{\"name\":\"%s\",\"line\":%d,\"region\":\"%s\",\"why\":\"我的\"}";
        assertThat(as(leaver).post(path, claim.formatted(firm, 0, "NE")).code()).isEqualTo("LOOK_AGAIN");
        assertThat(as(stranger).post(path, claim.formatted(firm, 7, "NE")).code())
                .isEqualTo("LOOK_AGAIN");
        assertThat(as(stranger).post(path, claim.formatted(firm, -1, "NE")).code())
                .isEqualTo("LOOK_AGAIN");
        assertThat(as(stranger).post(path, claim.formatted(firm, 0, "SW")).code())
                .isEqualTo("LOOK_AGAIN");
        assertThat(as(stranger)
                        .post(path, claim.formatted(Brands.firm(), 0, "NE"))
                        .code())
                .isEqualTo("LOOK_AGAIN");
        for (String login : new String[] {"desk", "admin", "auditor", "agent-a001", "factory-crane"}) {
            assertThat(as(login).post(path, claim.formatted(firm, 0, "NE")).status())
                    .as(login)
                    .isEqualTo(403);
        }
        assertThat(conflicts(leaver)).isEmpty();
    }

    @Test
    @Tag("S3-01")
    @DisplayName("the desk decides who holds it, both read why; taken back, all is as it was")
    void decided() {
        String other = visitedBy(stranger, "E", Brands.firm());
        stewardship.merge(DESK, customer, other, null);
        String id = about(leaver, customer).path("id").asText();
        String path = "/api/v1/conflicts/" + id;
        String verdict = "{\"winner\":\"" + stranger + "\",\"why\":\"跟得久 " + tag + "\"}";

        for (String login : new String[] {leaver, stranger, "auditor"}) {
            assertThat(as(login).post(path + "/decision", verdict).status())
                    .as(login)
                    .isEqualTo(403);
        }
        assertThat(as("mgr-ne").post(path + "/decision", verdict).status())
                .as("manager of one side")
                .isEqualTo(403);
        assertThat(as("mgr-sw").post(path + "/decision", verdict).status())
                .as("of neither")
                .isEqualTo(404);
        assertThat(as("desk")
                        .post(path + "/decision", verdict.replace(stranger, stayer))
                        .code())
                .isEqualTo("UNKNOWN_HOLDER");
        assertThat(as("desk").post(path + "/decision", "{}").code()).isEqualTo("BAD_REASON");
        assertThat(as("desk").post(path + "/decision", verdict).status()).isEqualTo(204);
        assertThat(as("desk").post(path + "/decision", verdict).code()).isEqualTo("CONFLICT_SETTLED");

        assertThat(List.of(keeper(customer), keeper(other))).containsOnly(stranger);
        for (String reader : new String[] {leaver, stranger}) {
            assertThat(told(reader, id).at("/winner/login").asText()).isEqualTo(stranger);
            assertThat(Visitor.signedIn(port, reader).page("/conflicts/" + id))
                    .contains("由外区" + tag + "负责", "跟得久 " + tag);
        }

        assertThat(as("desk").post(path + "/take-back", "").status()).isEqualTo(204);
        assertThat(told(leaver, id).path("state").asText()).isEqualTo("OPEN");
        assertThat(keeper(customer)).isEqualTo(leaver);
        assertThat(keeper(other)).isEqualTo(stranger);

        assertThat(as("desk").post(path + "/decision", verdict).status())
                .as("again")
                .isEqualTo(204);
        assertThat(as("desk").post(path + "/take-back", "").status()).isEqualTo(204);
        assertThat(keeper(customer)).isEqualTo(leaver);
    }

    @Test
    @Tag("S3-01")
    @DisplayName("the manager of both sides decides between two of its own, unless it is one of them")
    void managerOfBoth() {
        String other = Brands.firm();
        sowing.visit(stayer, "NE", visit(stayer, "NE", other));
        stewardship.merge(DESK, customer, found(other), null);
        String id = about(leaver, customer).path("id").asText();

        assertThat(told("mgr-ne", id).path("mayDecide").asBoolean()).isTrue();
        Visitor boss = Visitor.signedIn(port, BOSS);
        String page = Visitor.text(boss.act(
                "/conflicts/" + id, "/conflicts/" + id + "/decide", "winner=" + stayer + "&why=" + words("离得近")));
        assertThat(page).contains("由接任" + tag + "负责", "收回判定");
        assertThat(keeper(customer)).isEqualTo(stayer);
        boss.act("/conflicts/" + id, "/conflicts/" + id + "/take-back", "");
        assertThat(keeper(customer)).isEqualTo(leaver);

        String own = Brands.firm();
        sowing.visit(BOSS, "NE", visit(BOSS, "NE", own));
        stewardship.merge(DESK, customer, found(own), null);
        JsonNode ofHis = open(BOSS).stream()
                .filter(line -> line.findValuesAsText("login").subList(0, 2).containsAll(List.of(BOSS, leaver)))
                .findFirst()
                .orElseThrow();
        assertThat(ofHis.path("mayDecide").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("a decision is not taken back over a handover; parted, a decided case gives each side its own again")
    void afterADecision() {
        String other = visitedBy(stranger, "E", Brands.firm());
        String word = stewardship.merge(DESK, customer, other, null).orElseThrow();
        String id = about(leaver, customer).path("id").asText();
        String verdict = "{\"winner\":\"" + leaver + "\",\"why\":\"近\"}";
        as("desk").post("/api/v1/conflicts/" + id + "/decision", verdict);
        assertThat(keeper(other)).isEqualTo(leaver);

        stewardship.takeBack(DESK, word);
        assertThat(keeper(other)).isEqualTo(stranger);
        assertThat(keeper(customer)).isEqualTo(leaver);
        assertThat(told(leaver, id).path("state").asText()).isEqualTo("GONE");

        stewardship.merge(DESK, customer, other, null);
        String next = open(leaver).getFirst().path("id").asText();
        as("desk").post("/api/v1/conflicts/" + next + "/decision", verdict);
        handedOver("desk");
        assertThat(as("desk")
                        .post("/api/v1/conflicts/" + next + "/take-back", "")
                        .code())
                .isEqualTo("CONFLICT_MOVED_ON");
    }

    private String visitedBy(String rep, String region, String name) {
        return SownWorld.customer(sowing, sowing.visit(rep, region, visit(rep, region, name)));
    }

    private String found(String name) {
        return one(
                "select customer_id from customers.membership m join customers.source_record r on r.id = m.source_record_id where r.name = :id and m.until is null limit 1",
                name);
    }

    private String visit(String rep, String region, String name) {
        return """
                {"formatVersion":1,"visitNo":"%1$s-%2$s-%3$d","rep":"%4$s","visitedAt":"2025-03-02T09:30:00+08:00",
                 "customer":{"name":"%5$s","province":"辽宁省","city":"沈阳市"},"opinions":["好"]}""".formatted(region, tag, Sowing.number(), rep, name);
    }

    private List<JsonNode> conflicts(String reader) {
        Caller.Answer answer = as(reader).get("/api/v1/conflicts");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .toList();
    }

    private List<JsonNode> open(String reader) {
        return conflicts(reader).stream()
                .filter(line -> line.path("state").asText().equals("OPEN"))
                .toList();
    }

    private JsonNode about(String reader, String customerId) {
        return conflicts(reader).stream()
                .filter(line -> line.path("customerId").asText().equals(customerId))
                .findFirst()
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }

    private JsonNode told(String reader, String id) {
        return as(reader).get("/api/v1/conflicts/" + id).json();
    }

    private static String words(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
