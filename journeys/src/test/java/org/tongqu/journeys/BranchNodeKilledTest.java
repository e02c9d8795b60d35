package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Node and hub killed with -9 by turns while a line is told: the line ends complete, with every visit once. */
@ExtendWith(SharedGroup.class)
class BranchNodeKilledTest {
    private static final long SEED = 20261121;
    private static final int ROUNDS = 6;
    private static final int VISITS_A_ROUND = 400;
    private static final String BRANCH = "branch-nw";

    private final RunningHub hub;
    private final Random random = new Random(SEED);
    private final String mark = Messages.number("NW-KILLED");

    BranchNodeKilledTest(Mortal mortal) {
        this.hub = mortal.hub();
    }

    @Test
    void killed_at_seeded_moments_on_either_side_nothing_is_lost_and_nothing_is_there_twice() throws Exception {
        try (BranchNode node = BranchNode.towards(hub.url(), BRANCH).start()) {
            for (int round = 0; round < ROUNDS; round++) {
                capture(node, round);
                Thread.sleep(random.nextInt(600));
                if (round % 3 == 2) {
                    hub.kill9();
                    hub.start();
                } else {
                    node.kill9();
                    node.start();
                }
            }

            JsonNode line = node.untilAllIsTold(BRANCH);

            int all = ROUNDS * VISITS_A_ROUND;
            assertThat(line.path("last").asLong()).isEqualTo(all);
            assertThat(line.path("conflict").isNull()).isTrue();
            List<String> visitNos = hub.as("desk").all("/api/v1/messages?kind=VISIT&partner=" + BRANCH).stream()
                    .map(message -> message.path("keys").path(0).path("value").asText() + message.path("keys"))
                    .filter(keys -> keys.contains(mark))
                    .toList();
            assertThat(visitNos).hasSize(all).doesNotHaveDuplicates();
            RunningHub.Ended audit = hub.launchBeside("audit", Map.of());
            assertThat(audit.exitCode()).as(audit.said()).isZero();
            assertThat(audit.said()).contains("lost\t0", "doubled\t0");
        }
    }

    private void capture(BranchNode node, int round) {
        String lines = IntStream.range(0, VISITS_A_ROUND)
                .mapToObj(n -> Messages.visit(
                                mark + "-" + round + "-" + n,
                                "rep-nw-1",
                                Messages.customer("西安" + mark + "厂", "陕西省", "西安市"))
                        .toString())
                .collect(Collectors.joining("\n"));
        node.as(BRANCH)
                .with("Content-Type", "application/x-ndjson")
                .call("POST", "/api/v1/visits", BodyPublishers.ofString(lines))
                .expect(202);
    }
}
