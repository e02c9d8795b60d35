package org.tongqu.hub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Caller;
import org.tongqu.hub.people.People;
import org.tongqu.hub.people.SignIn;
import org.tongqu.hub.platform.Scope;

@DisplayName("What the company did for an agent")
class SupportTest extends ReconciliationBed {
    private static final String SUPPORT = "/api/v1/agent-support";

    @Autowired
    private SignIn signIn;

    @BeforeEach
    void somebodyAtTheAgents() {
        signIn.add(List.of(new People.User(agent, "代理商" + tag, Sender.Role.AGENT, null, agent, true)), "demo", false);
    }

    @Test
    @Tag("S2-17")
    @DisplayName("is logged by the desk and by the region that has the agent, with what for, by whom and until when")
    void logged() throws Exception {
        String training = logged("desk", "TRAINING", "2026-03-02", ",\"until\":\"2026-03-04\",\"doneBy\":\"rep-ne-1\"");
        String visit = logged("mgr-ne", "JOINT_VISIT", "2026-04-02", "");

        for (String login : new String[] {"desk", "mgr-ne", "auditor"}) {
            assertThat(ids(login)).containsExactly(visit, training);
        }
        JsonNode one = list("desk").get(1);
        assertThat(one.path("doneBy").asText()).isEqualTo("rep-ne-1");
        assertThat(one.path("enteredBy").asText()).isEqualTo("desk");
        assertThat(one.path("until").asText()).isEqualTo("2026-03-04");
        assertThat(one.path("agentName").asText()).isEqualTo("对账" + tag + "代理");
        assertThat(page("desk", "/agents/" + agent)).contains("有效 2 条", "协同拜访", "为了" + tag, "2026-03-04");
        assertThat(english("mgr-ne", "/agent-support?agent=" + agent + "&kind=TRAINING"))
                .contains("Training", "为了" + tag)
                .doesNotContain("Joint visit</span>");
        assertThat(audited(training)).isEqualTo(1);
    }

    @Test
    @Tag("S2-17")
    @DisplayName("is never shown to the agent, nor to other regions, representatives or factories")
    void hidden() throws Exception {
        logged("desk", "CONTROL", "2026-03-02", "");

        assertThat(page(agent, "/agents/" + agent)).doesNotContain("为了" + tag, "扶植措施", "警示与管控");
        for (String stranger : new String[] {agent, "rep-ne-1", "factory-mt1", "tech1"}) {
            assertThat(Caller.as(port, stranger).get(SUPPORT).status())
                    .as(stranger)
                    .isEqualTo(403);
            assertThat(answer(stranger, "/agent-support").getStatus())
                    .as(stranger)
                    .isEqualTo(403);
            assertThat(answer(stranger, "/agent-support.xlsx").getStatus())
                    .as(stranger)
                    .isEqualTo(403);
            assertThat(asks(stranger, body("TRAINING", "2026-03-02", "")).status())
                    .as(stranger)
                    .isEqualTo(403);
        }
        assertThat(rowsSeenBy(new Sender(agent, Sender.Role.AGENT, null, agent)))
                .as("behind the wall")
                .isZero();
        assertThat(rowsSeenBy(new Sender("rep-ne-1", Sender.Role.REP, "NE", null)))
                .isZero();
        assertThat(rowsSeenBy(MANAGER)).isEqualTo(1);
        assertThat(Caller.as(port, "mgr-e").get(SUPPORT + "?agent=" + agent).status())
                .isEqualTo(404);
        assertThat(Caller.as(port, "mgr-e").get(SUPPORT).text()).doesNotContain(agent);
        assertThat(asks("mgr-e", body("TRAINING", "2026-03-02", "")).status()).isEqualTo(404);
        assertThat(asks("auditor", body("TRAINING", "2026-03-02", "")).status()).isEqualTo(403);
    }

    @Test
    @Tag("S2-17")
    @DisplayName("is withdrawn with a reason: it stays, says who and why, counts no more and stands beside no score")
    void withdrawn() throws Exception {
        told();
        String kept = logged("desk", "DISPLAY", "2026-04-10", "");
        String wrong = logged("desk", "STOCK", "2026-04-11", "");
        assertThat(page("desk", "/agents/" + agent)).contains("有效 2 条");
        assertThat(withdraw("desk", wrong, "").code()).isEqualTo("BAD_REASON");
        assertThat(withdraw("mgr-e", wrong, "不是我的").status()).isEqualTo(404);

        assertThat(withdraw("mgr-ne", wrong, "重复" + tag).status()).isEqualTo(204);

        assertThat(ids("desk")).containsExactly(wrong, kept);
        JsonNode gone = list("desk").get(0);
        assertThat(gone.at("/withdrawn/by").asText()).isEqualTo("mgr-ne");
        assertThat(gone.at("/withdrawn/why").asText()).isEqualTo("重复" + tag);
        assertThat(gone.path("before").isNull() && gone.path("after").isNull()).isTrue();
        assertThat(list("desk").get(1).path("before").isNull()).isFalse();
        assertThat(page("desk", "/agents/" + agent)).contains("有效 1 条", "重复" + tag);
        assertThat(withdraw("desk", wrong, "再撤").code()).isEqualTo("WITHDRAWN_ALREADY");
        assertThat(audited(wrong)).isEqualTo(2);
    }

    @Test
    @Tag("S2-17")
    @DisplayName(
            "stands beside the score of the month before it and the latest after it, so that one sees whether it moved")
    void beforeAndAfter() throws Exception {
        told();
        logged("desk", "TRAINING", "2026-04-10", "");
        logged("desk", "TERMS", "2026-05-10", "");

        JsonNode training = list("desk").get(1);
        assertThat(training.at("/before/month").asText()).isEqualTo("2026-03-01");
        assertThat(training.at("/before/agreed").asInt()).isZero();
        assertThat(training.at("/before/judged").asInt()).isEqualTo(1);
        assertThat(training.at("/after/month").asText()).isEqualTo("2026-05-01");
        assertThat(training.at("/after/agreed").asInt()).isEqualTo(1);
        assertThat(list("desk").get(0).path("before").isNull())
                .as("nothing is known of April")
                .isTrue();
        assertThat(list("desk").get(0).path("after").isNull())
                .as("May is the action's own month")
                .isTrue();
        assertThat(page("desk", "/agents/" + agent))
                .contains("此前 2026-03：诚实度 0 %（1 个里 0 个对得上），5 台", "此后 2026-05：诚实度 100 %（1 个里 1 个对得上），4 台")
                .contains("此前一个月没有数", "此后还没有数");
    }

    @Test
    @Tag("S2-17")
    @DisplayName(
            "is entered and withdrawn on the agent's page and on the list, by choices, and leads back to where it was entered")
    void onThePages() throws Exception {
        String page = "/agents/" + agent;
        assertThat(page("desk", page))
                .contains("action=\"/agent-support\"", "value=\"TRAINING\"", "value=\"rep-ne-1\"");
        assertThat(page("auditor", page)).doesNotContain("action=\"/agent-support\"");
        assertThat(page("mgr-ne", "/agent-support")).contains("对账" + tag + "代理");
        assertThat(page("mgr-e", "/agent-support")).doesNotContain("对账" + tag + "代理");

        assertThat(sent("desk", form("TRAINING").param("back", agent)).getRedirectedUrl())
                .isEqualTo(page);
        assertThat(sent("mgr-ne", form("STOCK")).getRedirectedUrl()).isEqualTo("/agent-support");
        String id = ids("desk").getFirst();
        String withdraw = "/agent-support/" + id + "/withdraw";
        assertThat(page("desk", page)).contains("action=\"" + withdraw + "\"");
        assertThat(sent("desk", post(withdraw).param("why", "错").param("back", agent))
                        .getRedirectedUrl())
                .isEqualTo(page);
        assertThat(page("desk", page)).doesNotContain("action=\"" + withdraw + "\"");
    }

    @Test
    @Tag("S2-17")
    @DisplayName(
            "is refused with a word on what to do: no kind, a day to come, days the wrong way round, no purpose, a stranger")
    void refused() {
        assertThat(asks("desk", body("PRESENT", "2026-03-02", "")).code()).isEqualTo("UNKNOWN_KIND");
        assertThat(asks("desk", body("TRAINING", "2999-03-02", "")).code()).isEqualTo("BAD_DAYS");
        assertThat(asks("desk", body("TRAINING", "2026-03-02", ",\"until\":\"2026-03-01\""))
                        .code())
                .isEqualTo("BAD_DAYS");
        assertThat(asks("desk", body("TRAINING", "-999999999-01-01", "")).code())
                .isEqualTo("BAD_DAYS");
        assertThat(asks("mgr-ne", body("TRAINING", "2026-03-02", ",\"doneBy\":\"rep-e-1\""))
                        .code())
                .isEqualTo("UNKNOWN_PERSON");
        assertThat(asks("desk", "{\"agent\":\"" + agent + "\",\"kind\":\"TRAINING\",\"purpose\":\" \"}")
                        .code())
                .isEqualTo("BAD_PURPOSE");
        assertThat(asks("desk", "{\"agent\":\"nobody\",\"kind\":\"TRAINING\",\"purpose\":\"试\"}")
                        .status())
                .isEqualTo(404);
        assertThat(ids("desk")).isEmpty();
    }

    @Test
    @Tag("S2-17")
    @DisplayName(
            "goes out as a workbook with the score on either side, and a purpose that begins like a formula is text")
    void exported() throws Exception {
        told();
        tag = "=1+1" + tag;
        logged("desk", "TRAINING", "2026-04-10", "");

        String cells = ReconciliationPagesTest.sheet(
                answer("desk", "/agent-support.xlsx?agent=" + agent).getContentAsByteArray());

        assertThat(cells).contains("为了=1+1", "培训", agent, "F-").doesNotContain("<f>", "<f ");
    }

    /** March differs, May agrees. */
    private void told() {
        ships("2026-03-12", "6");
        reports("03", sale("2026-03-15", "5"));
        ships("2026-05-12", "4");
        reports("05", sale("2026-05-15", "4"));
        quiet();
    }

    private String body(String kind, String day, String rest) {
        return "{\"agent\":\"%s\",\"kind\":\"%s\",\"day\":\"%s\",\"purpose\":\"为了%s\"%s}"
                .formatted(agent, kind, day, tag, rest);
    }

    private Caller.Answer asks(String login, String body) {
        return Caller.as(port, login).post(SUPPORT, body);
    }

    private String logged(String login, String kind, String day, String rest) {
        Caller.Answer answer = asks(login, body(kind, day, rest));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private Caller.Answer withdraw(String login, String id, String why) {
        return Caller.as(port, login).post(SUPPORT + "/" + id + "/withdraw", "{\"why\":\"" + why + "\"}");
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder form(String kind) {
        return post("/agent-support")
                .param("agent", agent)
                .param("kind", kind)
                .param("day", "")
                .param("until", "")
                .param("purpose", "为了" + tag)
                .param("doneBy", "");
    }

    private JsonNode list(String login) {
        Caller.Answer answer = Caller.as(port, login).get(SUPPORT + "?agent=" + agent);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("items");
    }

    private List<String> ids(String login) {
        return list(login).findValuesAsText("id");
    }

    private long rowsSeenBy(Sender reader) {
        return wall.read(
                Scope.of(reader),
                () -> jdbc.sql("select count(*) from support.action where agent = :agent")
                        .param("agent", agent)
                        .query(Long.class)
                        .single());
    }

    private long audited(String id) {
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql("select count(*) from platform.audit_line where object = :id and act = 'LOG_SUPPORT'")
                        .param("id", id)
                        .query(Long.class)
                        .single());
    }
}
