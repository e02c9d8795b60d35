package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One standard format for what is heard on a visit: with a version, and with the field named where something is missing. */
@ExtendWith(SharedGroup.class)
class VisitFormatTest {
    private final Caller rep;

    VisitFormatTest(Group group) {
        this.rep = group.as("rep-e-1");
    }

    @ParameterizedTest
    @Tag("S4-07")
    @ValueSource(
            strings = {
                "/visitNo",
                "/rep",
                "/visitedAt",
                "/customer/name",
                "/formatVersion",
                "/needs/0/summary",
                "/needs/0/parts/0/qty"
            })
    void a_visit_that_lacks_a_mandatory_part_is_refused_with_the_field_named(String pointer) {
        ObjectNode visit = whole();
        int end = pointer.lastIndexOf('/');
        ((ObjectNode) visit.at(pointer.substring(0, end))).remove(pointer.substring(end + 1));

        assertThat(pointersOf(visit)).containsExactly(pointer);
    }

    @ParameterizedTest
    @Tag("S4-07")
    @CsvSource({
        "/formatVersion, 2",
        "/visitedAt, yesterday",
        "/rep, rep-ne-1",
        "/needs/0/parts/0/qty, -1",
        "/needs/0/requiredBy, 2026-02-30"
    })
    void a_visit_that_says_it_wrong_is_refused_with_the_field_named(String pointer, String wrong) {
        ObjectNode visit = whole();
        int end = pointer.lastIndexOf('/');
        ObjectNode holder = (ObjectNode) visit.at(pointer.substring(0, end));
        if (pointer.equals("/formatVersion")) {
            holder.put("formatVersion", Integer.parseInt(wrong));
        } else {
            holder.put(pointer.substring(end + 1), wrong);
        }

        assertThat(pointersOf(visit)).containsExactly(pointer);
    }

    @Test
    @Tag("S4-07")
    void a_visit_that_says_nothing_is_refused() {
        ObjectNode visit = whole();
        visit.retain("formatVersion", "visitNo", "rep", "visitedAt", "customer", "suggestions");

        Reply reply = rep.post("/api/v1/visits", visit).expect(422);

        assertThat(reply.receipt().path("errors").path(0).path("code").asText()).isEqualTo("EMPTY_VISIT");
    }

    @Test
    @Tag("S4-07")
    void every_word_of_a_whole_visit_arrives() {
        ObjectNode visit = whole();
        visit.put("rememberedToo", "领带颜色");

        String message = rep.post("/api/v1/visits", visit)
                .expect(202)
                .receipt()
                .path("messageId")
                .asText();

        JsonNode taken = Watching.settled(rep, message);
        assertThat(taken.path("outcome").asText()).isEqualTo("TAKEN");
        assertThat(rep.get("/api/v1/messages/" + message + "/payload")
                        .expect(200)
                        .json())
                .isEqualTo(visit);
        JsonNode need = Watching.needOfVisit(rep, visit.path("visitNo").asText());
        JsonNode said = visit.path("needs").path(0);
        for (String field : List.of("needNo", "summary", "functional", "requiredBy")) {
            assertThat(need.path(field)).as(field).isEqualTo(said.path(field));
        }
        assertThat(need.path("budget")).isEqualTo(said.path("budget"));
        assertThat(Json.texts(need.path("parts"), "productClass")).containsExactly("PRINTING", "PRINTING");
        assertThat(Json.texts(need.path("parts"), "qty")).containsExactly("2", "2");
    }

    private List<String> pointersOf(ObjectNode visit) {
        Reply reply = rep.post("/api/v1/visits", visit).expect(422);
        assertThat(reply.receipt().path("status").asText()).isEqualTo("REFUSED");
        reply.receipt().path("errors").forEach(error -> {
            assertThat(error.path("zh").asText()).containsPattern("\\p{IsHan}");
            assertThat(error.path("en").asText()).isNotBlank();
        });
        return Json.texts(reply.receipt().path("errors"), "pointer");
    }

    private static ObjectNode whole() {
        ObjectNode visit = Messages.visitWithNeed(
                Messages.number("E"),
                "rep-e-1",
                Messages.customer("苏州彩印包装厂", "江苏省", "苏州市"),
                "PRINTING×2",
                "PRINTING×2");
        visit.set(
                "usage",
                Messages.array(List.of(Json.object(
                        "{'serial':'J2108-77','model':'J2108','runningHours':'1200.5','faults':1,'note':'输纸不稳'}"))));
        visit.set(
                "salesStatements",
                Messages.array(List.of(
                        Json.object("{'productCode':'J2108','qty':'4','boughtFrom':'agent-a009','month':'2026-02'}"))));
        visit.putArray("suggestions").add("加装自动清洗");
        return visit;
    }
}
