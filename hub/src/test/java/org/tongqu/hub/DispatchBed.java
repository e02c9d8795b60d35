package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.platform.Scope;

/** Technicians and needs of one test: whoever it enrols is not to be sent once it is over, so that no other test has them. */
abstract class DispatchBed extends HubTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    protected Sowing sowing;

    private final List<String> enrolled = new ArrayList<>();

    private @Nullable Caller caller;

    @BeforeEach
    void signIn() {
        caller = Caller.as(port, "desk");
    }

    @AfterEach
    void sendHome() {
        wall.run(
                Scope.WORKER,
                () -> enrolled.forEach(id -> jdbc.sql("update dispatch.technician set active = false where id = :id")
                        .param("id", id)
                        .update()));
    }

    protected Caller desk() {
        return Objects.requireNonNull(caller);
    }

    /** Where the region matters not, from the north-east, at most 20 days a month. */
    protected String enrol(String name, int level, String... skills) {
        return enrol(name, level, "NE", 20, null, skills);
    }

    protected String enrol(String name, int level, String region, int cap, @Nullable String login, String... skills) {
        ObjectNode technician = JSON.createObjectNode()
                .put("name", name)
                .put("level", level)
                .put("region", region)
                .put("lineManager", "总工办")
                .put("daysCap", cap)
                .put("login", login);
        Arrays.stream(skills)
                .map(skill -> skill.split("\\|", 2))
                .forEach(skill -> technician
                        .withArray("skills")
                        .addObject()
                        .put("productClass", skill[0])
                        .put("trade", skill[1]));
        Caller.Answer answer = desk().post("/api/v1/technicians", technician.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String id = answer.json().path("id").asText();
        enrolled.add(id);
        return id;
    }

    /** A need over these classes, filed by the north-east's rep; of two classes it is an A, of one with a function only a B. */
    protected String need(String... classes) {
        return needFrom("rep-ne-1", "NE", "辽宁", classes);
    }

    protected String needFrom(String rep, String region, String province, String... classes) {
        String tag = String.format(Locale.ROOT, "T%04d%s", Sowing.number(), Long.toString(System.nanoTime(), 36));
        String parts = Arrays.stream(classes)
                .map(code -> "{\"productClass\":\"" + code + "\",\"qty\":\"1\"}")
                .collect(Collectors.joining(","));
        String message = sowing.visit(rep, region, """
                {"formatVersion":1,"visitNo":"%4$s-%1$s","rep":"%5$s","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%2$s","province":"%6$s"},
                 "needs":[{"needNo":"1","summary":"派工 %1$s","functional":"每小时 10 吨","parts":[%3$s]}]}""".formatted(tag, Brands.firm(), parts, region, rep, province));
        return sowing.one("select id from needs.need where message_id = :id", message);
    }

    protected String dispatchOf(String need) {
        return sowing.one("select id from dispatch.dispatch where need_id = :id", need);
    }

    protected JsonNode dispatch(String id) {
        return seen(desk(), id);
    }

    protected static JsonNode seen(Caller reader, String id) {
        return reader.get("/api/v1/dispatches/" + id).json();
    }

    /** The dispatch once it looks so; the hub plans by itself. */
    protected JsonNode until(String id, Predicate<JsonNode> looks) {
        AtomicReference<@Nullable JsonNode> last = new AtomicReference<>();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            JsonNode now = dispatch(id);
            last.set(now);
            return looks.test(now);
        });
        return Objects.requireNonNull(last.get());
    }

    protected static boolean planned(JsonNode dispatch) {
        return !dispatch.at("/line/stale").asBoolean();
    }

    protected static List<String> team(JsonNode dispatch) {
        return list(dispatch.at("/line/places")).stream()
                .map(place -> place.path("technicianName").asText("-"))
                .toList();
    }

    protected static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    protected void act(Caller by, String id, String what, String body) {
        Caller.Answer answer = by.post("/api/v1/dispatches/" + id + "/" + what, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    protected void refused(String code, Caller by, String id, String what, String body) {
        Caller.Answer answer = by.post("/api/v1/dispatches/" + id + "/" + what, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
    }

    protected String factoryRefuses(String need, String factory) {
        String demand =
                sowing.one("select id from demand.demand where need_id = :id and factory = '" + factory + "'", need);
        return sowing.answer(factory, """
                {"demandId":"%s","at":"2026-03-05T10:00:00+08:00","refusal":{"reason":"产能不足"}}""".formatted(demand));
    }

    /** A part is no longer wanted. */
    protected void letGo(String need, int n) {
        String part = sowing.one("select id from needs.part where need_id = :id and n = " + n, need);
        assertThat(desk().post("/api/v1/needs/" + need + "/parts/" + part + "/withdrawal", "{\"reason\":\"不要了\"}")
                        .status())
                .isEqualTo(204);
    }

    protected void missDeadline(String id) {
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("update dispatch.dispatch set deadline = now() - interval '1 minute' where id = :id")
                        .param("id", id)
                        .update());
    }
}
