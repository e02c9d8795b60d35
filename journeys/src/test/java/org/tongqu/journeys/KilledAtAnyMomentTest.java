package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Killed with -9 in the middle of its work, the hub comes back with all that it acknowledged, each effect once. */
@ExtendWith(SharedGroup.class)
class KilledAtAnyMomentTest {
    private static final long SEED = 20261121;
    private static final int ROUNDS = 4;
    private static final String AGENT = "agent-a007";

    private final Mortal mortal;
    private final RunningHub hub;
    private final Factory lathes;
    private final Random random = new Random(SEED);

    KilledAtAnyMomentTest(Mortal mortal) {
        this.mortal = mortal;
        this.hub = mortal.hub();
        this.lathes = mortal.group().factory("factory-mt1");
    }

    @Test
    @Tag("S4-02")
    void killed_in_four_rounds_of_traffic_the_hub_loses_nothing_and_doubles_nothing() throws Exception {
        Traffic traffic = new Traffic(hub);
        for (int round = 1; round <= ROUNDS; round++) {
            mortal.group().folder(AGENT).drop("round-" + round + ".csv", report(round));
            traffic.start();
            traffic.awaitSome(10 + random.nextInt(20));
            Thread.sleep(random.nextInt(1500));
            hub.kill9();
            traffic.stop();
            hub.start();
            traffic.sendAgainWhatNobodyAcknowledged();
        }

        for (int round = 1; round <= ROUNDS; round++) {
            DropFolder.says(mortal.group().folder(AGENT).receipt("round-" + round + ".csv"), "PARTLY", 40, 2, 1);
        }
        assertThat(hub.as("desk").all("/api/v1/sales?agent=" + AGENT)).hasSize(40 * ROUNDS);
        every_visit_asked_the_factory_once(traffic.visits());
        every_order_stands_once(traffic.orders());
        the_audit_agrees();
    }

    @Test
    void killed_again_and_again_in_the_middle_of_a_workbook_the_hub_takes_each_row_once() throws Exception {
        String agent = "agent-a008";
        int rows = 30_000;
        byte[] workbook = LargeWorkbook.of(rows, LargeWorkbook.BAD_EACH);
        mortal.group().folder(agent).drop("large.xlsx", workbook);
        String id = the_file_is_known(agent);
        double read = 0;
        for (int kill = 1; kill <= 2; kill++) {
            double before = read;
            JsonNode half = Watching.until(
                    "more of the workbook read",
                    Duration.ofMinutes(2),
                    () -> hub.as("desk")
                            .get("/api/v1/messages/" + id)
                            .expect(200)
                            .json(),
                    message -> message.path("counts").path("read").asDouble() > before + 0.05);
            read = half.path("counts").path("read").asDouble();
            assertThat(half.path("outcome").isNull())
                    .as("still being read: %s", half.path("counts"))
                    .isTrue();
            hub.kill9();
            hub.start();
        }

        JsonNode receipt = mortal.group().folder(agent).receipt("large.xlsx");

        int bad = rows / LargeWorkbook.BAD_EACH;
        DropFolder.says(receipt, "PARTLY", rows - bad, bad, 0);
        JsonNode whole =
                hub.as("desk").get("/api/v1/messages/" + id).expect(200).json();
        assertThat(whole.path("counts").path("read").asDouble()).isEqualTo(1);
        assertThat(hub.as("desk").all("/api/v1/refused-rows?partner=" + agent)).hasSize(bad);
        assertThat(hub.as("desk").all("/api/v1/sales?agent=" + agent).stream()
                        .map(line -> line.path("contractNo").asText())
                        .distinct())
                .hasSize(rows - bad);
        the_audit_agrees();
    }

    private String the_file_is_known(String agent) {
        return Watching.until(
                        "the workbook in the journal",
                        () -> hub.as("desk")
                                .get("/api/v1/messages?kind=SALES_FILE&partner=" + agent)
                                .expect(200)
                                .json()
                                .path("items"),
                        items -> !items.isEmpty())
                .path(0)
                .path("id")
                .asText();
    }

    @Test
    void the_database_server_killed_while_requests_run_comes_back_with_all_that_was_acknowledged() throws Exception {
        Traffic traffic = new Traffic(hub);
        traffic.start();
        traffic.awaitSome(10);
        long first = postmaster();

        assertThat(ProcessHandle.of(first).orElseThrow().destroyForcibly()).isTrue();
        Watching.until(
                "another postmaster", Duration.ofSeconds(60), this::postmasterOrNone, pid -> pid > 0 && pid != first);
        Watching.until(
                "ready again",
                () -> hub.nobody().get("/actuator/health/readiness").status(),
                status -> status == 200);
        traffic.awaitSome(10);
        traffic.stop();

        traffic.sendAgainWhatNobodyAcknowledged();
        every_visit_asked_the_factory_once(traffic.visits());
        every_order_stands_once(traffic.orders());
        the_audit_agrees();
    }

    @Test
    void term_stops_the_hub_in_time_though_work_is_under_way() throws Exception {
        Traffic traffic = new Traffic(hub);
        traffic.start();
        traffic.awaitSome(5);

        assertThat(hub.stop()).isLessThan(Duration.ofSeconds(30));
        traffic.stop();

        assertThat(hub.process().isAlive()).isFalse();
        hub.start();
        traffic.sendAgainWhatNobodyAcknowledged();
        every_visit_asked_the_factory_once(traffic.visits());
    }

    @Test
    void a_second_hub_on_the_same_home_is_refused_and_harms_nothing() throws Exception {
        RunningHub.Ended second = hub.launchBeside("demo", Map.of("TONGQU_PORT", "" + RunningHub.freePort()));

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.said())
                .contains("is held by another Tongqu (process " + hub.process().pid() + ")", "正被另一个通衢进程使用");
        hub.nobody().get("/actuator/health/readiness").expect(200);
    }

    private void every_visit_asked_the_factory_once(List<String> visits) {
        Caller desk = hub.as("desk");
        assertThat(visits).hasSizeGreaterThan(4);
        Map<String, List<JsonNode>> needs = Watching.until(
                "a need for each visit",
                Duration.ofMinutes(2),
                () -> Traffic.by("visitNo", desk.all("/api/v1/needs")),
                found -> found.keySet().containsAll(visits));
        Map<String, List<JsonNode>> demands = Watching.until(
                "a quote for each visit's need",
                Duration.ofMinutes(2),
                () -> Traffic.by("needId", desk.all("/api/v1/demands")),
                found -> visits.stream().allMatch(visit -> quoted(found, needs.getOrDefault(visit, List.of()))));
        JsonNode book = lathes.ledger();
        for (String visit : visits) {
            JsonNode need = theOnly(needs, visit);
            String demandId =
                    theOnly(demands, need.path("id").asText()).path("id").asText();
            assertThat(book.path(demandId).path("taken").asInt())
                    .as("%s at the factory", demandId)
                    .isEqualTo(1);
        }
    }

    private static JsonNode theOnly(Map<String, List<JsonNode>> found, String key) {
        List<JsonNode> all = found.getOrDefault(key, List.of());
        assertThat(all).as(key).hasSize(1);
        return all.getFirst();
    }

    private static boolean quoted(Map<String, List<JsonNode>> demands, List<JsonNode> needs) {
        return demands.getOrDefault(needs.getFirst().path("id").asText(), List.of()).stream()
                .anyMatch(demand -> demand.path("state").asText().equals("QUOTED"));
    }

    private void every_order_stands_once(List<String> orderNos) {
        Caller factory = hub.as("factory-mt1");
        assertThat(orderNos).hasSizeGreaterThan(4);
        Map<String, List<JsonNode>> orders = Watching.until(
                "all orders",
                () -> Traffic.by("orderNo", factory.all("/api/v1/orders")),
                found -> found.keySet().containsAll(orderNos));
        for (String orderNo : orderNos) {
            JsonNode order = theOnly(orders, orderNo);
            assertThat(order.path("payments")).as(orderNo).hasSize(1);
            assertThat(order.path("paid").asText()).as(orderNo).isEqualTo("100.00");
        }
    }

    private void the_audit_agrees() throws InterruptedException {
        RunningHub.Ended audit = hub.launchBeside("audit", Map.of());
        assertThat(audit.exitCode()).as(audit.said()).isZero();
        assertThat(audit.said()).contains("lost\t0", "doubled\t0");
    }

    private long postmaster() throws IOException {
        Path note = hub.home().resolve("pg/data/postmaster.pid");
        return Long.parseLong(Files.readAllLines(note).getFirst().strip());
    }

    private long postmasterOrNone() {
        try {
            return postmaster();
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    /** 43 rows: 40 sales, one said twice word for word, two that cannot be right. */
    private static byte[] report(int round) {
        StringBuilder text = new StringBuilder("销售日期,客户名称,型号,数量,单价,合同号\n");
        for (int row = 1; row <= 40; row++) {
            text.append("2026-0%d-11,大连第%d机修厂,CK6140,1,186000.00,KILL-%d-%d\n".formatted(round, row % 7, round, row));
        }
        text.append("2026-0%d-11,大连第1机修厂,CK6140,1,186000.00,KILL-%d-1\n".formatted(round, round));
        text.append("2026-02-30,大连第1机修厂,CK6140,1,186000.00,KILL-%d-51\n".formatted(round));
        text.append("2026-0%d-11,大连第1机修厂,CK6140,一些,186000.00,KILL-%d-52\n".formatted(round, round));
        return text.toString().getBytes(UTF_8);
    }
}
