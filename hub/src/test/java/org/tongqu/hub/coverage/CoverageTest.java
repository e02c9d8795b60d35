package org.tongqu.hub.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Brands;
import org.tongqu.hub.Caller;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.clocks.Wait;
import org.tongqu.hub.people.People;
import org.tongqu.hub.people.SignIn;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Scope;

@DisplayName("Coverage of regions and product classes")
class CoverageTest extends HubTest {
    @Autowired
    private Sowing sowing;

    @Autowired
    private CoverageGaps gaps;

    @Autowired
    private SignIn signIn;

    private final List<String> made = new ArrayList<>();

    /** No other test shall find its needs given to somebody. */
    @AfterEach
    void endAll() {
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("update coverage.absence set taken_back_at = now() where why = 'left'")
                        .update());
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql(
                                "update coverage.assignment set from_day = '2000-01-01', until_day = '2000-01-02' where id = any(:ids)")
                        .param("ids", made.toArray(String[]::new))
                        .update());
    }

    @Test
    @Tag("S4-05")
    @DisplayName(
            "a cell counts who is there that day: a stand-in in place of one away, nobody where nobody stands in; an empty cell waits for the desk")
    void cells() {
        Caller desk = Caller.as(port, "desk");
        assertThat(there(desk, today(), "PRINTING")).isZero();
        String id = assign(desk, "rep-ne-1", "PRINTING", true);
        assertThat(there(desk, today(), "PRINTING")).isOne();
        assign(desk, "mgr-ne", "PRINTING", false);
        assertThat(there(desk, today(), "PRINTING")).isEqualTo(2);
        assertThat(there(desk, today().minusDays(1), "PRINTING")).isZero();
        assertThat(desk.post("/api/v1/coverage/assignments", wanted("rep-ne-1", "NE", "PRINTING", false))
                        .code())
                .isEqualTo("COVERED_ALREADY");
        assertThat(gap("PRINTING")).isFalse();
        assertThat(gap("ENVIRONMENTAL")).isTrue();

        LocalDate later = today().plusDays(40);
        String away = away(desk, "rep-ne-1", later, "mgr-ne");
        assertThat(there(desk, later, "PRINTING")).isOne();
        assertThat(there(desk, later.plusDays(1), "PRINTING")).isEqualTo(2);
        assertThat(desk.post("/api/v1/coverage/absences/" + away + "/take-back", "")
                        .status())
                .isEqualTo(204);
        assertThat(there(desk, later, "PRINTING")).isEqualTo(2);

        assertThat(desk.post("/api/v1/coverage/assignments/" + id + "/end", "").status())
                .isEqualTo(204);
        assertThat(there(desk, today().plusDays(1), "PRINTING")).isOne();
    }

    @Test
    @Tag("S4-05")
    @DisplayName("a need is also theirs who cover its class, or one above, in its region; whoever raised it keeps it")
    void needGoesToTheRightRep() {
        Caller desk = Caller.as(port, "desk");
        assign(desk, "mgr-ne", "BOILER", false);
        assign(desk, "rep-ne-1", "BOILER", true);
        String need = need("BOILER.CFB");
        String other = need("MACHINE_TOOL.BORING");

        Caller manager = Caller.as(port, "mgr-ne");
        assertThat(given(manager)).contains(need).doesNotContain(other);
        assertThat(given(Caller.as(port, "rep-ne-1"))).doesNotContain(need);
        assertThat(given(Caller.as(port, "rep-e-1"))).doesNotContain(need);
    }

    @Test
    @Tag("S4-05")
    @DisplayName("a manager assigns in the region of her own, a representative nowhere, and a region reads its own row")
    void whoAssigns() {
        Caller manager = Caller.as(port, "mgr-ne");
        assertThat(manager.post("/api/v1/coverage/assignments", wanted("rep-ne-1", "E", "CRANE", false))
                        .code())
                .isEqualTo("OTHER_REGION");
        assertThat(manager.post("/api/v1/coverage/assignments", wanted("rep-e-1", "NE", "CRANE", false))
                        .code())
                .isEqualTo("UNKNOWN_PERSON");
        assertThat(manager.post("/api/v1/coverage/assignments", wanted("rep-ne-1", "NE", "NONE", false))
                        .code())
                .isEqualTo("UNKNOWN_CELL");
        assertThat(Caller.as(port, "rep-ne-1")
                        .post("/api/v1/coverage/assignments", wanted("rep-ne-1", "NE", "CRANE", false))
                        .status())
                .isEqualTo(403);
        assertThat(manager.get("/api/v1/coverage").json().path("rows").findValuesAsText("region"))
                .containsExactly("NE");
    }

    @Test
    @Tag("S4-05")
    @DisplayName(
            "who has a class below stands in the cell above as covering it in part, is not counted, and the cell still waits for the desk")
    void parts() {
        Caller desk = Caller.as(port, "desk");
        String part = assign(desk, "rep-ne-1", "SWITCHGEAR.LV", false);
        JsonNode cell = cell(desk, "SWITCHGEAR");
        assertThat(cell.path("there").asInt()).isZero();
        assertThat(cell.path("partly").asBoolean()).isTrue();
        assertThat(cell.path("people")).isEmpty();
        assertThat(cell.path("parts")).hasSize(1);
        assertThat(cell.path("parts").path(0).path("productClass").asText()).isEqualTo("SWITCHGEAR.LV");
        assertThat(cell.path("parts").path(0).path("login").asText()).isEqualTo("rep-ne-1");
        assertThat(gap("SWITCHGEAR")).isTrue();

        assign(desk, "mgr-ne", "SWITCHGEAR", false);
        cell = cell(desk, "SWITCHGEAR");
        assertThat(cell.path("there").asInt()).isOne();
        assertThat(cell.path("partly").asBoolean()).isFalse();
        assertThat(cell.path("parts").path(0).path("id").asText()).isEqualTo(part);
        assertThat(gap("SWITCHGEAR")).isFalse();
    }

    @Test
    @Tag("S4-05")
    @DisplayName(
            "who is switched off covers nothing, for herself or for another: the matrix says so, no need goes there, and the cell waits for the desk")
    void left() {
        Caller desk = Caller.as(port, "desk");
        String leaver = "left-" + Sowing.number();
        signIn.add(List.of(new People.User(leaver, "离任的", Sender.Role.REP, "NE", null, true)), "demo", false);
        assign(desk, leaver, "ENVIRONMENTAL", false);
        assertThat(there(desk, today(), "ENVIRONMENTAL")).isOne();
        assertThat(gap("ENVIRONMENTAL")).isFalse();

        switchOff(leaver);
        assertThat(there(desk, today(), "ENVIRONMENTAL")).isZero();
        assertThat(there(Caller.as(port, "mgr-ne"), today(), "ENVIRONMENTAL")).isZero();
        assertThat(cell(desk, "ENVIRONMENTAL")
                        .path("people")
                        .path(0)
                        .path("left")
                        .asBoolean())
                .isTrue();
        assertThat(gap("ENVIRONMENTAL")).isTrue();
        String need = need("ENVIRONMENTAL.WATER");
        assertThat(sowing.one("select count(*) from coverage.routed where need_id = :id", need))
                .isEqualTo("0");

        assign(desk, "mgr-ne", "ENVIRONMENTAL", false);
        assertThat(gap("ENVIRONMENTAL")).isFalse();
        standsIn("mgr-ne", leaver);
        assertThat(there(desk, today(), "ENVIRONMENTAL")).isZero();
    }

    private void switchOff(String login) {
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("update people.app_user set active = false where login = :login")
                        .param("login", login)
                        .update());
    }

    /** Nobody may name one who left as a stand-in; one who leaves afterwards stands there already. */
    private void standsIn(String login, String standIn) {
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("""
                                insert into coverage.absence (id, login, region, from_day, until_day, stand_in, why, entered_by, entered_at)
                                values (:id, :login, 'NE', :day, :day, :standIn, 'left', 'desk', now())
                                """)
                        .param("id", "left-" + standIn)
                        .param("login", login)
                        .param("day", today())
                        .param("standIn", standIn)
                        .update());
    }

    private static JsonNode cell(Caller reader, String productClass) {
        return StreamSupport.stream(
                        reader.get("/api/v1/coverage").json().path("rows").spliterator(), false)
                .filter(row -> row.path("region").asText().equals("NE"))
                .flatMap(row -> StreamSupport.stream(row.path("cells").spliterator(), false))
                .filter(cell -> cell.path("productClass").asText().equals(productClass))
                .findFirst()
                .orElseThrow();
    }

    private String assign(Caller by, String login, String productClass, boolean direct) {
        Caller.Answer answer = by.post("/api/v1/coverage/assignments", wanted(login, "NE", productClass, direct));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String id = answer.json().path("id").asText();
        made.add(id);
        return id;
    }

    private static LocalDate today() {
        return LocalDate.now(Columns.HOUSE_ZONE);
    }

    private static String wanted(String login, String region, String productClass, boolean direct) {
        return "{\"login\":\"%s\",\"region\":\"%s\",\"productClass\":\"%s\",\"directSeller\":%s,\"from\":\"%s\"}"
                .formatted(login, region, productClass, direct, today());
    }

    private static String away(Caller by, String login, LocalDate day, String standIn) {
        Caller.Answer answer = by.post("/api/v1/coverage/absences", """
                {"login":"%s","from":"%s","until":"%s","standIn":"%s","why":"年假"}""".formatted(login, day, day, standIn));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private static int there(Caller reader, LocalDate day, String productClass) {
        JsonNode matrix = reader.get("/api/v1/coverage?day=" + day).json();
        return StreamSupport.stream(matrix.path("rows").spliterator(), false)
                .filter(row -> row.path("region").asText().equals("NE"))
                .flatMap(row -> StreamSupport.stream(row.path("cells").spliterator(), false))
                .filter(cell -> cell.path("productClass").asText().equals(productClass))
                .mapToInt(cell -> cell.path("there").asInt())
                .findFirst()
                .orElseThrow();
    }

    private boolean gap(String productClass) {
        return wall.read(Scope.WORKER, () -> gaps.waits(Instant.now().plusSeconds(1), 200)).stream()
                .map(Wait::id)
                .anyMatch(("NE|" + productClass)::equals);
    }

    private static List<String> given(Caller reader) {
        return reader.get("/api/v1/coverage/needs").json().path("items").findValuesAsText("needId");
    }

    private String need(String productClass) {
        String tag = "V" + Sowing.number() + Long.toString(System.nanoTime(), 36);
        String message = sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%2$s","province":"辽宁"},
                 "needs":[{"needNo":"1","summary":"覆盖 %1$s","parts":[{"productClass":"%3$s","productCode":"V-1","qty":"1"}]}]}""".formatted(tag, Brands.firm(), productClass));
        return sowing.one("select id from needs.need where message_id = :id", message);
    }
}
