package org.tongqu.hub.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.Caller;
import org.tongqu.hub.HubTest;

@DisplayName("The house's calendar and its time rules")
class ClocksTest extends HubTest {
    @Autowired
    private WorkClock workClock;

    @Test
    @Tag("S0-03")
    @DisplayName(
            "2026 stands as the State Council published it, 2031 is not known yet, and a person enters what is published")
    void calendar() {
        Caller desk = Caller.as(port, "desk");
        JsonNode year = desk.get("/api/v1/clocks?year=2026").json();
        assertThat(year.path("known").asBoolean()).isTrue();
        assertThat(days(year, "OFF")).hasSize(33).contains("2026-02-15", "2026-02-23", "2026-10-07");
        assertThat(days(year, "WORK"))
                .containsExactly("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
        assertThat(workClock.calendar().isWorked(LocalDate.of(2026, 10, 10))).isTrue();

        assertThat(desk.get("/api/v1/clocks?year=2031").json().path("known").asBoolean())
                .isFalse();
        String day = "{\"day\":\"2031-01-01\",\"kind\":\"%s\",\"name\":\"元旦\",\"source\":\"试录\"}";
        assertThat(desk.post("/api/v1/clocks/days", day.formatted("OFF")).status())
                .isEqualTo(204);
        assertThat(workClock.calendar().isWorked(LocalDate.of(2031, 1, 1))).isFalse();
        assertThat(desk.post("/api/v1/clocks/days", day.formatted("WEEK")).status())
                .isEqualTo(204);
        assertThat(desk.get("/api/v1/clocks?year=2031").json().path("known").asBoolean())
                .isFalse();
        assertThat(Caller.as(port, "rep-ne-1")
                        .post("/api/v1/clocks/days", day.formatted("OFF"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Tag("S0-03")
    @DisplayName(
            "a rule for a class counts before the one for all, also for what lies below it; of several classes the shortest counts")
    void ruleOfAClass() {
        Caller desk = Caller.as(port, "desk");
        String rule =
                "{\"hop\":\"ANSWER\",\"productClass\":\"PRINTING\",\"grade\":\"C\",\"hours\":%d,\"warnHours\":2,\"managerHours\":4,\"deskHours\":8}";
        OffsetDateTime monday = OffsetDateTime.parse("2026-03-02T08:30:00+08:00");
        assertThat(desk.post("/api/v1/clocks/rules", rule.formatted(4)).status())
                .isEqualTo(204);
        assertThat(due("C", monday, "PRINTING")).isEqualTo("2026-03-02T13:30+08:00");
        assertThat(due("C", monday, "CRANE")).isEqualTo("2026-03-04T17:30+08:00");
        assertThat(due("C", monday, "CRANE", "PRINTING")).isEqualTo("2026-03-02T13:30+08:00");
        assertThat(desk.post("/api/v1/clocks/rules", rule.formatted(24)).status())
                .isEqualTo(204);
        assertThat(due("C", monday, "PRINTING")).isEqualTo("2026-03-04T17:30+08:00");
        assertThat(desk.post("/api/v1/clocks/rules", rule.formatted(0)).code()).isEqualTo("BAD_HOURS");
    }

    private String due(String grade, OffsetDateTime from, String... classes) {
        return workClock
                .due(Hop.ANSWER, Arrays.asList(classes), grade, from.toInstant())
                .atOffset(from.getOffset())
                .toString();
    }

    @Test
    @Tag("S0-03")
    @DisplayName("a warning lies before the limit, the manager and the desk are told after it, in working hours")
    void ladder() {
        OffsetDateTime due = OffsetDateTime.parse("2026-03-06T17:30:00+08:00");
        Wait wait = new Wait(
                Hop.ANSWER, "x", null, "x", "/", "NE", "NE", "A", null, "f", null, due.minus(Duration.ofDays(1)), due);
        WorkClock.Ladder ladder = workClock.ladder(wait);
        assertThat(ladder.warning())
                .isEqualTo(OffsetDateTime.parse("2026-03-06T15:30:00+08:00").toInstant());
        assertThat(ladder.manager())
                .isEqualTo(OffsetDateTime.parse("2026-03-09T13:30:00+08:00").toInstant());
        assertThat(ladder.desk())
                .isEqualTo(OffsetDateTime.parse("2026-03-09T17:30:00+08:00").toInstant());
    }

    private static List<String> days(JsonNode year, String kind) {
        return StreamSupport.stream(year.path("days").spliterator(), false)
                .filter(day -> day.path("kind").asText().equals(kind))
                .map(day -> day.path("day").asText())
                .toList();
    }
}
