package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tongqu.bench.chaos.Agent;

/**
 * Story 12: the hub falls in the midst of its work and is away for an hour, and a poisoned file lies among good ones; the factory goes on, and
 * when the hub is back nothing is lost, nothing is there twice, and bad rows are with their sender, with reasons.
 */
@ExtendWith(SharedGroup.class)
class Story12HubDownTest {
    private static final String AGENT = "agent-a011";

    private final RunningHub hub;
    private final DropFolder folder;
    private final Factory lathes;
    private final Traffic traffic;
    private final List<String> testimony = new ArrayList<>();

    Story12HubDownTest(Mortal mortal) {
        this.hub = mortal.hub();
        this.folder = mortal.group().folder(AGENT);
        this.lathes = mortal.group().factory("factory-mt1");
        this.traffic = new Traffic(hub);
    }

    @Test
    @Tag("S4-02")
    void the_hub_is_away_for_an_hour_and_a_poisoned_file_lies_among_good_ones() throws Exception {
        Agent clock = Agent.make(Product.freshFolder("story12"), "story12");
        visits_and_orders_arrive_and_three_files_one_of_them_poisoned();
        hub.kill9();
        the_factory_goes_on_and_the_agent_drops_another_file();
        hub.withJavaOptions(clock.option());
        clock.setClock(Duration.ofHours(1));
        hub.start();
        try {
            an_hour_has_passed_for_the_hub();
            senders_say_again_what_nobody_acknowledged();
            each_file_has_its_receipt_and_bad_rows_are_back_with_reasons();
            each_visit_of_the_stream_was_asked_of_the_factory_once();
            the_audit_with_all_witnesses_finds_nothing_missing_and_nothing_twice();
        } finally {
            hub.withJavaOptions();
            hub.restart();
        }
    }

    private void visits_and_orders_arrive_and_three_files_one_of_them_poisoned() {
        traffic.start();
        folder.drop("good-1.csv", report(1));
        folder.drop("poison.xlsx", poison());
        folder.drop("good-2.csv", report(2));
        traffic.awaitSome(15);
    }

    private void the_factory_goes_on_and_the_agent_drops_another_file() throws InterruptedException {
        int before = traffic.orders().size();
        Watching.until("the factory sells on", () -> traffic.orders().size(), count -> count > before + 2);
        folder.drop("good-3.csv", report(3));
        traffic.stop();
        assertThat(lathes.ledger()).as("the factory's own book").isNotEmpty();
    }

    /** By the time in its own answers, as everybody outside sees it. */
    private void an_hour_has_passed_for_the_hub() {
        traffic.sendAgainWhatNobodyAcknowledged();
        String last = traffic.orders().getLast();
        JsonNode message = hub.as("desk").all("/api/v1/messages?key=" + last).getFirst();
        assertThat(java.time.OffsetDateTime.parse(message.path("receivedAt").asText())
                        .toInstant())
                .isAfter(java.time.Instant.now().plus(Duration.ofMinutes(55)));
    }

    private void senders_say_again_what_nobody_acknowledged() {
        traffic.sendAllAgain();
    }

    private void each_file_has_its_receipt_and_bad_rows_are_back_with_reasons() {
        for (int n = 1; n <= 3; n++) {
            DropFolder.says(folder.receipt("good-" + n + ".csv"), "PARTLY", 20, 1, 0);
            assertThat(folder.rejected("good-" + n + ".csv", UTF_8)).contains("2026-02-30", "STORY12-" + n + "-bad");
        }
        JsonNode poisoned = folder.receipt("poison.xlsx");
        assertThat(poisoned.path("status").asText()).isEqualTo("REFUSED");
        assertThat(poisoned.path("reason_zh").asText()).contains("工作簿已损坏");
        assertThat(poisoned.path("reason_en").asText()).contains("the workbook is damaged");
    }

    private void each_visit_of_the_stream_was_asked_of_the_factory_once() {
        Caller desk = hub.as("desk");
        Map<String, List<JsonNode>> needs = Watching.until(
                "a need for each visit",
                Duration.ofMinutes(2),
                () -> Traffic.by("visitNo", desk.all("/api/v1/needs")),
                found -> found.keySet().containsAll(traffic.visits()));
        for (String visit : traffic.visits()) {
            String need =
                    needs.getOrDefault(visit, List.of()).getFirst().path("id").asText();
            String demand = Watching.demandOf(
                            desk.get("/api/v1/needs/" + need).expect(200).json(), "factory-mt1")
                    .path("id")
                    .asText();
            Watching.until("at the factory", () -> lathes.timesTaken(demand), times -> times == 1);
        }
    }

    private void the_audit_with_all_witnesses_finds_nothing_missing_and_nothing_twice()
            throws IOException, InterruptedException {
        Path witness = Product.freshFolder("witness");
        testimony.addAll(traffic.testimony());
        for (int n = 1; n <= 3; n++) {
            for (int row = 1; row <= 20; row++) {
                testimony.add("SALES_LINE\t" + AGENT + "|STORY12-" + n + "-" + row);
            }
        }
        Files.write(witness.resolve("sent.tsv"), testimony);
        RunningHub.Ended audit = hub.launchBeside("audit", Map.of(), "--witness", witness.toString());
        assertThat(audit.exitCode()).as(audit.said()).isZero();
    }

    private static byte[] report(int file) {
        StringBuilder text = new StringBuilder("销售日期,客户名称,型号,数量,单价,合同号\n");
        for (int row = 1; row <= 20; row++) {
            text.append("2026-0%d-11,锦州第%d机修厂,CK6140,1,186000.00,STORY12-%d-%d\n".formatted(file, row % 5, file, row));
        }
        text.append("2026-02-30,锦州第1机修厂,CK6140,1,186000.00,STORY12-%d-bad\n".formatted(file));
        return text.toString().getBytes(UTF_8);
    }

    /** Looks like a workbook for four bytes. */
    private static byte[] poison() {
        byte[] bytes = new byte[4096];
        new java.util.Random(12).nextBytes(bytes);
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, bytes, 0, 4);
        return bytes;
    }
}
