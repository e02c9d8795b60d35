package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What a technician leaves a seller with is knowledge for all")
class KnowledgeTest extends DispatchBed {
    private static final String PAGE = "/dispatch/knowledge";

    @Test
    @Tag("S0-08")
    @DisplayName(
            "a coaching note is found by product class and by word in every region, its dispatch named to those alone who see it")
    void foundByClassAndWord() {
        String tag = "K" + Sowing.number() + Long.toString(System.nanoTime(), 36);
        String id = dispatchOf(need("BOILER.CHAIN_GRATE"));
        act(desk(), id, "close", "{\"note\":\"链条炉先问煤种，%s。\"}".formatted(tag));

        Visitor rep = Visitor.signedIn(port, "rep-ne-1");
        assertThat(rep.page(PAGE)).contains("知识条目", tag, "/dispatch/" + id);
        assertThat(rep.page(PAGE + "?productClass=BOILER&words=" + tag.toLowerCase(java.util.Locale.ROOT)))
                .contains("链条炉先问煤种");
        assertThat(rep.page(PAGE + "?productClass=CRANE&words=" + tag)).doesNotContain("链条炉先问煤种");
        assertThat(rep.page(PAGE + "?words=" + tag + "x")).contains("还没有这样的条目");
        assertThat(rep.page("/dispatch")).contains("href=\"/dispatch/knowledge\"");
        for (String other : List.of("rep-e-1", "mgr-e", "tech1")) {
            assertThat(Visitor.signedIn(port, other).page(PAGE))
                    .as(other)
                    .contains(tag)
                    .doesNotContain("/dispatch/" + id);
        }
        assertThat(Visitor.signedIn(port, "desk").page(PAGE + "?lang=en")).contains("Knowledge items", tag);
        assertThat(Visitor.signedIn(port, "factory-boiler").get(PAGE).statusCode())
                .isEqualTo(403);
    }

    @Test
    @Tag("S0-08")
    @Tag("S4-06")
    @DisplayName(
            "before a visit the brief tells what was learnt of the classes the customer asks for now, the newest three, and no longer when its need is closed")
    void inTheBrief() {
        for (int n = 1; n <= 4; n++) {
            act(desk(), dispatchOf(need("ENVIRONMENTAL.DUST")), "close", "{\"note\":\"除尘心得 %d。\"}".formatted(n));
        }
        String asking = need("ENVIRONMENTAL.WATER");
        String customer =
                SownWorld.customer(sowing, sowing.one("select message_id from needs.need where id = :id", asking));
        JsonNode brief = Caller.as(port, "rep-ne-1")
                .get("/api/v1/customers/" + customer + "/brief")
                .json();
        assertThat(brief.path("lessons").findValuesAsText("words")).containsExactly("除尘心得 4。", "除尘心得 3。", "除尘心得 2。");
        Visitor rep = Visitor.signedIn(port, "rep-ne-1");
        assertThat(rep.page("/customers/" + customer + "/brief")).contains("除尘心得 4", "该类产品的知识条目", PAGE);

        letGo(asking, 0);
        assertThat(rep.page("/customers/" + customer + "/brief")).doesNotContain("除尘心得");
    }
}
