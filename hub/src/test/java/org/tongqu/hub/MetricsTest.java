package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.platform.Scope;

@DisplayName("The page that monitoring reads")
class MetricsTest extends HubTest {
    private static final String PAGE = "/actuator/prometheus";
    private static final Path BOARD = Path.of(System.getProperty("tongqu.root", ".."), "ops/grafana/tongqu.json");
    private static final Pattern NAME = Pattern.compile("\\b[a-z]+(?:_[a-z0-9]+){1,}\\b(?=[{\\[)]| |$)");
    private static final Set<String> NO_METRICS = Set.of("histogram_quantile");

    @Autowired
    private Sowing sowing;

    @Autowired
    private ObjectProvider<OpenTelemetry> traces;

    @BeforeEach
    void somethingHappened() {
        sowing.order("factory-crane", order("METRICS-" + Sowing.number()));
    }

    private String page() {
        return Caller.as(port, "auditor").get(PAGE).text();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("is read by administrators and auditors alone")
    @CsvSource({
        "admin,200",
        "auditor,200",
        "desk,403",
        "mgr-ne,403",
        "factory-crane,403",
        "agent-a001,403",
        "nobody,401"
    })
    void whoReads(String login, int status) {
        Caller caller = login.equals("nobody") ? Caller.nobody(port) : Caller.as(port, login);

        assertThat(caller.get(PAGE).status()).isEqualTo(status);
        assertThat(caller.get("/actuator/env").status()).isNotEqualTo(200);
    }

    @Test
    @DisplayName("tells messages by kind and outcome, with nothing but codes for labels")
    void messagesByKindAndOutcome() {
        Caller.as(port, "factory-crane")
                .post("/api/v1/orders", order("METRICS-" + Sowing.number()).replace("\"qty\":\"1\"", "\"qty\":\"0\""));

        await().untilAsserted(() -> assertThat(value("tongqu_messages_recent", "kind=\"ORDER\"", "outcome=\"TAKEN\""))
                .isPositive());
        assertThat(value("tongqu_messages_recent", "kind=\"ORDER\"", "outcome=\"REFUSED\""))
                .isPositive();
        assertThat(page()).doesNotContain("沈阳水泵厂");
    }

    @Test
    @DisplayName("tells what waits and stands parked for a partner, and since when")
    void outboxOfAPartner() {
        String partner = "factory-metrics-" + Sowing.number();
        wall.run(Scope.WORKER, () -> {
            put(partner, "WAITING");
            put(partner, "PARKED");
        });

        String label = "partner=\"" + partner + "\"";
        assertThat(value("tongqu_outbox_waiting", label)).isEqualTo(1);
        assertThat(value("tongqu_outbox_parked", label)).isEqualTo(1);
        assertThat(value("tongqu_outbox_oldest_waiting_seconds", label)).isBetween(3600.0, 3700.0);
    }

    /** Due in a hundred years, so that nobody delivers it meanwhile. */
    private void put(String partner, String state) {
        jdbc.sql("""
                        insert into platform.outbox (id, partner, lane, effect_key, kind, load, state, tries_left, next_attempt_at, created_at)
                        values (:id, :partner, :id, :id, 'DEMAND', '{}', :state, 1, now() + interval '100 years', now() - interval '1 hour')
                        """)
                .param("id", "01990000-0000-7000-9000-" + "%012d".formatted(Sowing.number()))
                .param("partner", partner)
                .param("state", state)
                .update();
    }

    @Test
    @DisplayName("tells how long a branch has been silent and what it still held")
    void aSilentBranch() {
        String branch = "branch-metrics-" + Sowing.number();
        wall.run(Scope.WORKER, () -> jdbc.sql("""
                        insert into journal.branch_line (line, branch, complete_through, head, waiting, opened_at, heard_at)
                        values (:branch, :branch, 0, '', 7, now() - interval '2 hours', now() - interval '10 minutes')
                        """).param("branch", branch).update());

        assertThat(value("tongqu_branch_silent_seconds", "branch=\"" + branch + "\""))
                .isBetween(600.0, 700.0);
        assertThat(value("tongqu_branch_waiting", "branch=\"" + branch + "\"")).isEqualTo(7);
    }

    @Test
    @DisplayName("has every figure that the Grafana dashboard asks for")
    void theDashboardAsksForWhatIsThere() throws Exception {
        Set<String> asked = asked(new ObjectMapper().readTree(Files.readString(BOARD)));
        assertThat(asked).hasSizeGreaterThan(10);

        await().untilAsserted(() -> {
            Set<String> told = page().lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("[{ ]", 2)[0])
                    .collect(Collectors.toSet());
            assertThat(told).containsAll(asked);
        });
    }

    private static Set<String> asked(JsonNode board) {
        Set<String> names = new TreeSet<>();
        board.findValuesAsText("expr")
                .forEach(expr -> NAME.matcher(expr)
                        .results()
                        .map(found -> found.group())
                        .filter(name -> !NO_METRICS.contains(name))
                        .forEach(names::add));
        return names;
    }

    @Test
    @DisplayName("comes without the parts that make and send spans, where no one asked for spans")
    void noSpansUnasked() {
        assertThat(traces.stream()).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().contains("BatchSpanProcessor"));
    }

    private double value(String name, String... labels) {
        return page().lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> Set.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String order(String orderNo) {
        return """
                {"orderNo":"%s","orderedAt":"2026-03-20T10:00:00+08:00","currency":"CNY","customer":{"name":"沈阳水泵厂"},
                 "lines":[{"lineNo":"1","productCode":"QD20","productClass":"CRANE","qty":"1","unitPrice":"380000.00"}]}
                """.formatted(orderNo);
    }
}
