package org.tongqu.hub.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.Brands;
import org.tongqu.hub.Caller;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Scope;

@DisplayName("Reminders: one inbox, each once, and they stop with their cause")
class RemindersTest extends HubTest {
    @Autowired
    private Sowing sowing;

    @Autowired
    private Reminding reminding;

    @Test
    @Tag("S2-22")
    @Tag("S3-11")
    @DisplayName(
            "a factory's answer is warned of before it is due, goes from the owner to the manager to the desk, each once, and ends when it comes")
    void ladder() {
        String tag = "R" + Sowing.number() + Long.toString(System.nanoTime(), 36);
        String demand = demand(tag);
        Instant due = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        dueAt(demand, due);
        Caller rep = Caller.as(port, "rep-ne-1");

        look(due.minus(Duration.ofMinutes(1)));
        look(due.minus(Duration.ofSeconds(30)));
        assertThat(steps(rep, "OPEN", tag)).containsExactly("WARNING");
        assertThat(steps(Caller.as(port, "mgr-ne"), "OPEN", tag)).isEmpty();

        look(due.plusSeconds(1));
        look(due.plusSeconds(2));
        assertThat(steps(rep, "OPEN", tag)).containsExactly("LATE");
        assertThat(steps(rep, "PAST", tag)).containsExactly("WARNING");

        dueAt(demand, due.minus(Duration.ofDays(20)));
        look(due);
        look(due);
        assertThat(steps(rep, "OPEN", tag)).containsExactly("LATE");
        assertThat(steps(Caller.as(port, "mgr-ne"), "OPEN", tag)).containsExactly("MANAGER");
        assertThat(steps(Caller.as(port, "desk"), "OPEN", tag)).containsExactly("DESK");
        assertThat(steps(Caller.as(port, "rep-e-1"), "OPEN", tag)).isEmpty();

        sowing.answer("factory-crane", """
                {"demandId":"%s","at":"2026-03-05T10:00:00+08:00","refusal":{"reason":"产能不足"}}""".formatted(demand));
        look(due);
        assertThat(steps(rep, "OPEN", tag)).isEmpty();
        assertThat(steps(Caller.as(port, "mgr-ne"), "OPEN", tag)).isEmpty();
        assertThat(steps(Caller.as(port, "mgr-ne"), "PAST", tag)).containsExactly("MANAGER");
    }

    @Test
    @Tag("S2-22")
    @DisplayName("one's own reminder is put off until a day or done, and nobody else's is touched")
    void snoozedAndDone() {
        String tag = "R" + Sowing.number() + Long.toString(System.nanoTime(), 36);
        String demand = demand(tag);
        dueAt(demand, Instant.now().minusSeconds(1));
        look(Instant.now());
        Caller rep = Caller.as(port, "rep-ne-1");
        JsonNode mine = of(rep, "OPEN", tag).getFirst();
        String one = "/api/v1/reminders/" + mine.path("id").asText();
        assertThat(mine.path("what").asText()).contains(tag);
        assertThat(mine.path("holder").asText()).isEqualTo("factory-crane");
        assertThat(mine.path("owner").asText()).isEqualTo("rep-ne-1");
        long before = open(rep);

        LocalDate tomorrow = LocalDate.now(Columns.HOUSE_ZONE).plusDays(1);
        assertThat(rep.post(one + "/snooze", "{\"until\":\"" + tomorrow.minusDays(1) + "\"}")
                        .code())
                .isEqualTo("BAD_DAY");
        assertThat(Caller.as(port, "mgr-ne")
                        .post(one + "/snooze", "{\"until\":\"" + tomorrow + "\"}")
                        .status())
                .isEqualTo(404);
        assertThat(rep.post(one + "/snooze", "{\"until\":\"" + tomorrow + "\"}").status())
                .isEqualTo(204);
        look(Instant.now());
        assertThat(steps(rep, "OPEN", tag)).isEmpty();
        assertThat(steps(rep, "SNOOZED", tag)).containsExactly("LATE");
        assertThat(open(rep)).isEqualTo(before - 1);

        assertThat(rep.post(one + "/done", "").status()).isEqualTo(204);
        look(Instant.now());
        assertThat(steps(rep, "OPEN", tag)).isEmpty();
        assertThat(steps(rep, "SNOOZED", tag)).isEmpty();
        assertThat(steps(rep, "PAST", tag)).containsExactly("LATE");
        assertThat(rep.post(one + "/done", "").status()).isEqualTo(404);
        assertThat(Caller.as(port, "factory-crane").get("/api/v1/reminders").status())
                .isEqualTo(403);
        dueAt(demand, Instant.now().plus(Duration.ofDays(90)));
    }

    private String demand(String tag) {
        String message = sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%2$s","province":"辽宁"},
                 "needs":[{"needNo":"1","summary":"提醒 %1$s","parts":[{"productClass":"CRANE","productCode":"R-1","qty":"1"}]}]}""".formatted(tag, Brands.firm()));
        return sowing.one(
                "select d.id from demand.demand d join needs.need n on n.id = d.need_id where n.message_id = :id",
                message);
    }

    private void dueAt(String demand, Instant due) {
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("update demand.demand set due_at = :due where id = :id")
                        .param("due", Columns.utc(due))
                        .param("id", demand)
                        .update());
    }

    /** Only one hub at a time looks, and the shared one does so by itself too. */
    private void look(Instant now) {
        await().atMost(Duration.ofSeconds(20)).until(() -> reminding.look(now));
    }

    private static long open(Caller reader) {
        return reader.get("/api/v1/reminders").json().path("open").asLong();
    }

    private static List<String> steps(Caller reader, String state, String tag) {
        return of(reader, state, tag).stream()
                .map(each -> each.path("step").asText())
                .toList();
    }

    private static List<JsonNode> of(Caller reader, String state, String tag) {
        JsonNode items =
                reader.get("/api/v1/reminders?limit=200&state=" + state).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.path("what").asText().contains(tag))
                .toList();
    }
}
