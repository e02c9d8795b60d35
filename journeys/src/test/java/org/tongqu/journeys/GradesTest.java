package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A need is graded by the technical support it requires and not by who asks; the reason stands beside the grade. */
@ExtendWith(SharedGroup.class)
class GradesTest {
    private final Caller rep;

    GradesTest(Group group) {
        this.rep = group.as("rep-cs-1");
    }

    @Test
    @Tag("S0-01")
    void one_customer_has_needs_of_all_three_grades_each_with_its_reason() {
        ObjectNode complete = Messages.need("1", "MACHINE_TOOL×1", "SWITCHGEAR×1");
        ObjectNode designed = Messages.need("2", "BOILER×1");
        ObjectNode costly = plain("3");
        costly.set("budget", Json.object("{'amount':'1000000.00','currency':'CNY'}"));
        ObjectNode usual = plain("4");
        usual.set("budget", Json.object("{'amount':'999999.99','currency':'CNY'}"));
        ObjectNode visit =
                Messages.visit(Messages.number("CS"), "rep-cs-1", Messages.customer("武汉重型机器厂", "湖北省", "武汉市"));
        visit.putArray("needs").add(complete).add(designed).add(costly).add(usual);
        rep.post("/api/v1/visits", visit).expect(202);
        String visitNo = visit.path("visitNo").asText();
        Watching.until("four needs", () -> rep.all("/api/v1/needs?visitNo=" + visitNo), needs -> needs.size() == 4);

        graded(visitNo, "1", "A", "成套", "2 product classes");
        graded(visitNo, "2", "B", "功能", "function");
        graded(visitNo, "3", "B", "100 万", "1,000,000");
        graded(visitNo, "4", "C", "独立办理", "alone");
    }

    private void graded(String visitNo, String needNo, String grade, String zh, String en) {
        String id = rep.all("/api/v1/needs?visitNo=" + visitNo).stream()
                .filter(need -> need.path("needNo").asText().equals(needNo))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        JsonNode need = Watching.need(rep, id);
        assertThat(need.path("grade").asText()).as(needNo).isEqualTo(grade);
        assertThat(need.path("gradeReason").path("zh").asText()).contains(zh);
        assertThat(need.path("gradeReason").path("en").asText()).contains(en);
        assertThat(need.path("ruleVersion").asText()).isNotBlank();
    }

    private static ObjectNode plain(String needNo) {
        ObjectNode need = Messages.need(needNo, "CRANE×1");
        need.putNull("functional");
        ((ObjectNode) need.path("parts").path(0)).put("productCode", "QD20-22.5");
        return need;
    }
}
