package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tongqu.demo.trade.Uscc;

/**
 * Story 7: a representative leaves. 200 customers move with their contacts, needs and plans; the counts are equal, the successor signs, private
 * notes stay private.
 */
@ExtendWith(SharedGroup.class)
class Story07LeaverTest {
    private static final int CUSTOMERS = 200;
    private static final int WITH_NEED = 40;
    private static final int PLANNED = 25;
    private static final String LEAVER = "rep-cs-2";
    private static final String SUCCESSOR = "rep-cs-1";
    private static final String MANAGER = "mgr-cs";
    private static final String SUCCESSORS_NAME = "罗敏";
    private static final String BRANDS = "楚湘粤桂珠琼鄂豫洛汉荆衡岳潇沅澧资浔昆嵩";
    private static final String SECOND = "峰源恒泰祥丰瑞康";

    private final Group group;
    private final Caller leaver;
    private final Caller successor;
    private final Caller manager;
    private final String tag = Messages.number("CS");

    Story07LeaverTest(Group group) {
        this.group = group;
        this.leaver = group.as(LEAVER);
        this.successor = group.as(SUCCESSOR);
        this.manager = group.as(MANAGER);
    }

    @Test
    @Tag("S3-02")
    @Tag("S2-01")
    @Tag("S3-04")
    void two_hundred_customers_move_whole_the_successor_signs_and_private_notes_stay_private() {
        Map<String, String> customers = the_leaver_has_visited_two_hundred_customers();
        List<String> ids = List.copyOf(customers.values());
        the_leaver_has_planned_visits(ids.subList(0, PLANNED));
        the_leaver_keeps_two_notes_on_one_of_them_one_marked_to_go(ids.getFirst());
        assertThat(plans(leaver)).hasSize(PLANNED);

        String first = the_manager_hands_everything_to_the_successor_in_one_act();
        the_counts_before_and_after_are_equal(first);
        the_manager_thinks_better_of_it_and_all_is_back(first);

        String handover = the_manager_hands_everything_to_the_successor_in_one_act();
        the_counts_before_and_after_are_equal(handover);
        sight_of_plans_and_the_marked_note_has_moved_at_once();
        the_gaps_are_told(handover);
        it_waits_until_the_successor_signs(handover);
        it_cannot_be_undone_any_more(handover);
        what_was_said_still_tells_who_said_it();
        the_private_note_is_read_by_nobody_but_its_author();
    }

    private Map<String, String> the_leaver_has_visited_two_hundred_customers() {
        for (int from = 0; from < CUSTOMERS; from += 50) {
            ArrayNode visits = Json.MAPPER.createArrayNode();
            for (int n = from; n < from + 50; n++) {
                visits.add(visit(n));
            }
            leaver.post("/api/v1/visits", visits).expect(202);
        }
        return Watching.until("the customers", this::customers, found -> found.size() == CUSTOMERS);
    }

    private ObjectNode visit(int n) {
        ObjectNode customer = Messages.customer(name(n), "湖北省", "武汉市").put("uscc", uscc(n));
        String number = tag + "-" + n;
        ObjectNode visit = Messages.visit(number, LEAVER, customer).put("visitedAt", "2025-03-02T09:30:00+08:00");
        if (n < WITH_NEED) {
            visit.putArray("needs").add(Messages.need("1", "CRANE×1").put("requiredBy", "2025-09-01"));
        }
        return visit;
    }

    private String name(int n) {
        return "武汉" + BRANDS.charAt(n % 20) + SECOND.charAt(n / 20 % 8) + BRANDS.charAt((n / 160 + n + 7) % 20) + "重工"
                + tag.substring(8) + "有限公司";
    }

    private static String uscc(int n) {
        return Uscc.of("420100", 770_000 + n);
    }

    /** Ids by name, as the leaver sees them. */
    private Map<String, String> customers() {
        return leaver.all("/api/v1/customers?q=" + Caller.encoded("重工" + tag.substring(8))).stream()
                .collect(Collectors.toMap(
                        each -> each.path("name").asText(),
                        each -> each.path("id").asText(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private void the_leaver_has_planned_visits(List<String> ids) {
        ids.forEach(id -> leaver.post(
                        "/api/v1/visit-plans",
                        Json.object("{'day':'2099-06-01','purpose':'年检'}").put("customerId", id))
                .expect(204));
    }

    private void the_leaver_keeps_two_notes_on_one_of_them_one_marked_to_go(String id) {
        note(id, "总工只认数据 " + tag, true);
        note(id, "我与他是同乡 " + tag, false);
    }

    private void note(String id, String words, boolean handOver) {
        ObjectNode note = Json.MAPPER.createObjectNode();
        leaver.post(
                        "/api/v1/notes",
                        note.put("customerId", id).put("words", words).put("handOver", handOver))
                .expect(204);
    }

    private String the_manager_hands_everything_to_the_successor_in_one_act() {
        ObjectNode asked = Json.object("{'leaver':'" + LEAVER + "','receivers':[{'receiver':'" + SUCCESSOR + "'}]}");
        return manager.post("/api/v1/handovers", asked)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private void the_counts_before_and_after_are_equal(String handover) {
        JsonNode counts = told(handover).path("line").path("parts").path(0).path("counts");
        assertThat(Json.texts(counts, "kind")).containsExactly("CUSTOMERS", "CONTACTS", "NEEDS", "PLANS", "NOTES");
        assertThat(Json.texts(counts, "was")).containsExactly("200", "200", "40", "25", "1");
        assertThat(Json.texts(counts, "became")).isEqualTo(Json.texts(counts, "was"));
    }

    private void the_manager_thinks_better_of_it_and_all_is_back(String handover) {
        manager.post("/api/v1/handovers/" + handover + "/undo", "").expect(204);
        assertThat(state(handover)).isEqualTo("UNDONE");
        assertThat(plans(leaver)).hasSize(PLANNED);
        assertThat(plans(successor)).isEmpty();
        assertThat(notes(leaver)).contains("总工只认数据 " + tag, "我与他是同乡 " + tag);
    }

    private void sight_of_plans_and_the_marked_note_has_moved_at_once() {
        assertThat(plans(successor)).hasSize(PLANNED);
        assertThat(plans(leaver)).isEmpty();
        assertThat(notes(successor)).contains("总工只认数据 " + tag).doesNotContain("同乡");
        assertThat(notes(leaver)).doesNotContain("总工只认数据");
    }

    /** Every one of the 200 was last visited in March; the 40 needs were wanted by September, and 15 of them have no visit planned. */
    private void the_gaps_are_told(String handover) {
        Map<String, Long> gaps = Json.list(told(handover).path("gaps")).stream()
                .collect(Collectors.groupingBy(gap -> gap.path("kind").asText(), TreeMap::new, Collectors.counting()));
        assertThat(gaps)
                .containsEntry("NOT_VISITED", 200L)
                .containsEntry("OPEN_PROMISE", 40L)
                .doesNotContainKey("NO_CONTACT");
        assertThat(gaps.get("NO_NEXT_STEP")).isBetween(15L, 40L);
    }

    private void it_waits_until_the_successor_signs(String handover) {
        assertThat(state(handover)).isEqualTo("WAITING");
        String signature = "/api/v1/handovers/" + handover + "/signature";
        ObjectNode name = Json.MAPPER.createObjectNode().put("name", SUCCESSORS_NAME);
        manager.post(signature, name).expect(422);
        successor.post(signature, name).expect(204);
        JsonNode part = told(handover).path("line").path("parts").path(0);
        assertThat(state(handover)).isEqualTo("SIGNED");
        assertThat(part.path("signedAs").asText()).isEqualTo(SUCCESSORS_NAME);
        assertThat(part.path("signedAt").asText()).isNotBlank();
    }

    private void it_cannot_be_undone_any_more(String handover) {
        manager.post("/api/v1/handovers/" + handover + "/undo", "").expect(422);
    }

    private void what_was_said_still_tells_who_said_it() {
        assertThat(customers()).hasSize(CUSTOMERS);
        JsonNode need = Watching.needOfVisit(successor, tag + "-0");
        assertThat(need.path("visitNo").asText()).isEqualTo(tag + "-0");
    }

    private void the_private_note_is_read_by_nobody_but_its_author() {
        Set<String> readers = new TreeSet<>(
                List.of(SUCCESSOR, MANAGER, "desk", "admin", "auditor", "rep-e-1", "factory-crane", "agent-a001"));
        readers.forEach(reader -> assertThat(notes(group.as(reader))).as(reader).doesNotContain("同乡"));
        assertThat(notes(leaver)).contains("我与他是同乡 " + tag);
    }

    private String notes(Caller reader) {
        return reader.get("/api/v1/notes?limit=200").expect(200).body();
    }

    private static List<JsonNode> plans(Caller person) {
        return Json.list(person.get("/api/v1/visit-plans").expect(200).json().path("items"));
    }

    private String state(String handover) {
        return told(handover).path("line").path("state").asText();
    }

    private JsonNode told(String handover) {
        return manager.get("/api/v1/handovers/" + handover).expect(200).json();
    }
}
