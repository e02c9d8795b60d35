package org.tongqu.hub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Brands;
import org.tongqu.hub.people.People;
import org.tongqu.hub.people.SignIn;

@DisplayName("An agent is asked about its own report, and sees nothing else of a difference")
class QuestionsTest extends ReconciliationBed {
    @Autowired
    private SignIn signIn;

    @BeforeEach
    void somebodyAtTheAgents() {
        signIn.add(List.of(new People.User(agent, "代理商" + tag, Sender.Role.AGENT, null, agent, true)), "demo", false);
    }

    @Test
    @Tag("S4-13")
    @DisplayName(
            "it sees the question beside its own figure and the name it reported, never another figure, number or reading")
    void asked() throws Exception {
        ships("2026-03-02", "7613");
        states("2026-03", "7417");
        reports("03", sale("2026-03-05", "7511"));
        Discrepancies.Line line = only();
        ask(line, "三月的数字请再核对");

        assertThat(page(agent, "/agents/" + agent)).doesNotContain("诚实度");
        String page = page(agent, "/questions");

        assertThat(page).contains("三月的数字请再核对", "您申报了 7511", product, firm, "2026-03");
        assertThat(page).doesNotContain("7613", "7417", line.id(), "\"/reconciliation", "少报", "对不上", "差异");
        String api =
                org.tongqu.hub.Caller.as(port, agent).get("/api/v1/questions").text();
        assertThat(api).contains("7511", firm).doesNotContain("7613", "7417", line.id(), "UNREPORTED");
        assertThat(english(agent, "/questions")).contains("You reported 7511");
    }

    @Test
    @DisplayName("a customer that the agent never reported is not named to it")
    void neverReported() throws Exception {
        ships("2026-03-02", "4");
        ask(only(), "三月有没有卖出？");

        assertThat(page(agent, "/questions")).contains("您没有申报", "三月有没有卖出？").doesNotContain(firm);
    }

    @Test
    @DisplayName("a sale the factory has under another customer's name: asked of the one, the other is not named")
    void otherCustomer() throws Exception {
        String other = Brands.firm();
        ships("2026-03-02", "4");
        reports("03", new Sale("2026-03-05", other, product, "4", "", ""));
        ask(only(), "三月卖给了谁？");

        assertThat(page(agent, "/questions")).contains("三月卖给了谁？").doesNotContain(firm);
    }

    @Test
    @DisplayName("its answer stands in the difference's history; a second one is refused, and so is another agent's")
    void answered() throws Exception {
        ships("2026-03-02", "6");
        reports("03", sale("2026-03-05", "5"));
        Discrepancies.Line line = only();
        ask(line, "还有一台呢？");
        String id = whole(line).questions().getFirst().id();
        String address = "/questions/" + id + "/answer";

        sent("agent-a001", post(address).param("answer", "我来答"));
        assertThat(whole(line).questions().getFirst().answer()).isNull();

        sent(agent, post(address).param("answer", "一台在库"));
        sent(agent, post(address).param("answer", "改口了"));

        assertThat(whole(line).questions().getFirst().answer()).isEqualTo("一台在库");
        assertThat(page("desk", "/reconciliation/" + line.id())).contains("一台在库", "代理商答复");
        assertThat(page("agent-a001", "/questions")).doesNotContain("还有一台呢？");
    }

    @Test
    @DisplayName("only agents have the page")
    void agentsAlone() throws Exception {
        for (String other : List.of("desk", "admin", "mgr-ne", "rep-ne-1", "factory-mt1")) {
            assertThat(answer(other, "/questions").getStatus()).as(other).isEqualTo(403);
        }
        assertThat(page(agent, "/")).contains("href=\"/questions\"").doesNotContain("href=\"/reconciliation\"");
    }

    private void ask(Discrepancies.Line line, String words) throws Exception {
        sent("desk", post("/reconciliation/" + line.id() + "/questions").param("words", words));
    }
}
