package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An empty group on a PostgreSQL and an Artemis of somebody else's. */
class OutsideServersTest {
    private static final OutsideServers SERVERS = new OutsideServers();
    private static final RunningHub HUB = RunningHub.empty("outside", SERVERS.settings());

    @BeforeAll
    static void start() {
        HUB.start();
    }

    @AfterAll
    static void stop() {
        HUB.close();
        SERVERS.close();
    }

    @Test
    void a_visit_goes_all_the_way_in_a_group_set_up_from_nothing() {
        Caller admin = HUB.as("admin", oneTimePassword());
        HUB.as("admin", "demo").get("/api/v1/customers").expect(401);
        HUB.as("desk", "demo").get("/api/v1/customers").expect(401);
        String branchKey = partner(admin, "branch-ne", "BRANCH", "东北大区", "NE");
        String factoryKey = partner(admin, "works-1", "FACTORY", "一号机床厂", null);
        admin.put("/api/v1/routing-rules", Json.object("{'productClass':'MACHINE_TOOL','factory':'works-1'}"))
                .expect(200);
        Caller branch = Caller.bearer(HUB.url(), branchKey);

        try (Factory works = Factory.open(HUB, "works-1", factoryKey, admin)) {
            String visitNo = Messages.number("NE");
            branch.post(
                            "/api/v1/visits",
                            Messages.visitWithNeed(
                                    visitNo,
                                    "rep-of-theirs",
                                    Messages.customer("长春机车厂", "吉林省", "长春市"),
                                    "MACHINE_TOOL×3"))
                    .expect(202);

            JsonNode need = Watching.needOfVisit(branch, visitNo);
            JsonNode demand = Watching.demandInState(branch, need.path("id").asText(), "works-1", "QUOTED");
            assertThat(works.timesTaken(demand.path("id").asText())).isEqualTo(1);
        }
        assertThat(Files.exists(HUB.home().resolve("pg/data")))
                .as("a database of its own")
                .isFalse();
    }

    @Test
    void a_superuser_as_application_role_is_refused_in_both_languages() throws Exception {
        try (RunningHub careless = RunningHub.empty("careless", SERVERS.settingsOfACarelessPerson())) {
            RunningHub.Ended refused = careless.launchBeside("start", Map.of());

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.said())
                    .contains("row-level security cannot hold it", "超级用户")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_database_that_answers_before_it_has_flushed_is_refused_in_both_languages() throws Exception {
        Map<String, String> hasty = new HashMap<>(SERVERS.settings());
        hasty.merge("TONGQU_DB_URL", "?options=-c%20synchronous_commit%3Doff", String::concat);
        try (RunningHub careless = RunningHub.empty("hasty", hasty)) {
            RunningHub.Ended refused = careless.launchBeside("start", Map.of());

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.said())
                    .contains("synchronous_commit = off", "断电会丢失已确认的数据")
                    .doesNotContain("\tat ");
        }
    }

    private static String oneTimePassword() {
        String line = HUB.said().line("One-time password for admin", java.time.Duration.ofSeconds(5));
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private static String partner(
            Caller admin, String code, String kind, String name, @org.jspecify.annotations.Nullable String region) {
        Reply reply = admin.post(
                        "/api/v1/partners",
                        Json.MAPPER
                                .createObjectNode()
                                .put("code", code)
                                .put("kind", kind)
                                .put("name", name)
                                .put("region", region))
                .expect(201);
        assertThat(reply.json().path("folder").asText()).contains(code);
        return reply.json().path("apiKey").asText();
    }
}
