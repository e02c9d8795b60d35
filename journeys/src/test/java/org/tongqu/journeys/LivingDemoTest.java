package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The demo as people start it: its six branches work through a real node, and none of its processes outlives it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LivingDemoTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(10);
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);

    /** Six classes in six regions; in the north-west nobody has printing presses. */
    private static final long CELLS_COVERED = 35;

    private static RunningHub hub;

    @BeforeAll
    static void start() {
        hub = RunningHub.livingDemo("living");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    @Order(1)
    @Tag("S4-03")
    void visits_of_all_six_branches_arrive_over_their_node_and_the_console_stays_clean() {
        List<JsonNode> branches = allSixAreHeard();

        assertThat(branches).allSatisfy(branch -> {
            String code = branch.path("branch").asText();
            assertThat(branch.path("completeThrough").asLong()).as(code).isGreaterThanOrEqualTo(10);
            assertThat(hub.as("desk").all("/api/v1/messages?kind=VISIT&partner=" + code))
                    .as("as the branch, by its line")
                    .hasSizeGreaterThanOrEqualTo(10)
                    .allMatch(visit -> visit.path("channel").asText().equals("BRANCH"));
        });
        assertThat(hub.said().toString()).doesNotContain(" WARN ", " ERROR ", "AMQ222216");
    }

    @Test
    @Order(2)
    void it_says_when_everything_is_in_and_then_everything_is() {
        hub.said().line("demo full", STARTS_WITHIN);

        assertThat(hub.as("desk").all("/api/v1/orders")).hasSizeGreaterThanOrEqualTo(42);
        assertThat(hub.as("desk").all("/api/v1/needs"))
                .extracting(need -> need.path("state").asText())
                .as("what was asked long ago has become something")
                .containsAnyOf("PAID", "DELIVERED", "ORDERED");
        assertThat(hub.as("desk").all("/api/v1/messages?kind=SALES_FILE")).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    @Order(3)
    void then_representatives_share_the_classes_and_an_agent_has_customers_needs_to_read() {
        Watching.until(
                "the last of the demo's entries",
                STARTS_WITHIN,
                () -> hub.as("desk").get("/api/v1/coverage").expect(200).json().findValues("there"),
                cells -> cells.stream().filter(there -> there.asInt() > 0).count() == CELLS_COVERED);

        assertThat(hub.as("agent-a001").all("/api/v1/agent-needs")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(hub.said().toString()).doesNotContain("Exception");
    }

    @Test
    @Order(4)
    void a_reset_while_it_runs_is_refused() throws InterruptedException {
        RunningHub.Ended reset = hub.launchBeside("demo", Map.of("TONGQU_PORT", "0"), "--reset");

        assertThat(reset.exitCode()).isEqualTo(1);
        assertThat(reset.said()).contains("held by another Tongqu");
    }

    @Test
    @Order(5)
    void killed_alone_or_with_its_hub_the_demo_leaves_no_node_behind() throws InterruptedException {
        ProcessHandle node = node();
        ProcessHandle demo = node.parent().orElseThrow();

        demo.destroyForcibly();
        untilGone(node);
        ProcessHandle next = node();
        assertThat(next.pid()).isNotEqualTo(node.pid());

        ProcessHandle nextDemo = next.parent().orElseThrow();
        hub.kill9();
        untilGone(nextDemo);
        untilGone(next);
    }

    private static List<JsonNode> allSixAreHeard() {
        return Watching.until(
                "six branches are heard through their first ten visits",
                STARTS_WITHIN,
                () -> Json.list(hub.as("desk")
                        .get("/api/v1/branches")
                        .expect(200)
                        .json()
                        .path("items")),
                seen -> seen.size() == 6
                        && seen.stream()
                                .allMatch(
                                        branch -> branch.path("completeThrough").asLong() >= 10));
    }

    private static ProcessHandle node() {
        return Watching.until(
                        "one node",
                        STARTS_WITHIN,
                        () -> hub.process()
                                .descendants()
                                .filter(LivingDemoTest::isNode)
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
    }

    /** Its demo names the same program, to start it. */
    private static boolean isNode(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(" -jar " + Product.branch());
    }

    private static void untilGone(ProcessHandle process) {
        Watching.until("process " + process.pid() + " is gone", AT_ONCE, process::isAlive, alive -> !alive);
    }
}
