package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("The boiler factory by AMQP 1.0, with Qpid Proton in Python and nothing of ours")
@Tag("S4-07")
@ExtendWith(SharedGroup.class)
class AmqpTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final String PARTNER = "partner.py";
    private static final String MISSING =
            "python3-qpid-proton is not installed (apt-get install python3-qpid-proton): the foreign AMQP client is left out";

    private final Group group;

    AmqpTest(Group group) {
        this.group = group;
        BoilerFactory.open(group.hub());
    }

    @BeforeAll
    static void theClient() throws Exception {
        boolean there = Product.started(new ProcessBuilder(PYTHON, "-c", "import proton"))
                        .waitFor()
                == 0;
        if ("1".equals(System.getenv("TONGQU_REQUIRE_CLIENTS"))) {
            assertTrue(there, MISSING);
        }
        assumeTrue(there, MISSING);
    }

    @Test
    @DisplayName("an order is taken, its repeat told, and what is wrong told too")
    void orders() throws Exception {
        String orderNo = Messages.number("HT-AMQP");
        String order = Messages.order(orderNo, Messages.customer("营口锅炉房", "辽宁省", "营口市"), "1", "100.00")
                .toString();

        assertThat(say("ORDER", order).at("/receipts/0/status").asText()).isEqualTo("RECEIVED");
        assertThat(say("ORDER", order).at("/receipts/0/status").asText()).isEqualTo("DUPLICATE");
        assertThat(say("ORDER", "{}").at("/receipts/0/status").asText()).isEqualTo("REFUSED");
        assertThat(say("NOTHING", order).path("code").asText()).isEqualTo("UNKNOWN_KIND");
        assertThat(Watching.order(group.as("desk"), orderNo).path("factory").asText())
                .isEqualTo(BoilerFactory.CODE);
    }

    @Test
    @DisplayName("a demand comes durable with its key, and is acknowledged by the queue back")
    void demands() throws Exception {
        String visitNo = Messages.number("NE");
        ObjectNode customer = Messages.customer("丹东" + visitNo + "厂", "辽宁省", "丹东市");
        group.as("rep-ne-1")
                .post("/api/v1/visits", Messages.visitWithNeed(visitNo, "rep-ne-1", customer, "BOILER×1"))
                .expect(202);

        JsonNode came = run("", "demand", visitNo);

        assertThat(came.path("durable").asBoolean()).isTrue();
        assertThat(came.at("/properties/kind").asText()).isEqualTo("DEMAND");
        assertThat(came.at("/properties/idempotencyKey").asText()).isNotBlank();
        String demandId = came.at("/demand/demandId").asText();
        ObjectNode word = Json.object("{'factoryRef':'AMQP-1','at':'2026-03-03T10:00:00+08:00'}")
                .put("demandId", demandId);
        assertThat(say("ACKNOWLEDGEMENT", word.toString())
                        .at("/receipts/0/status")
                        .asText())
                .isEqualTo("RECEIVED");
        Watching.until(
                "acknowledged",
                () -> group.as("desk")
                        .get("/api/v1/demands/" + demandId)
                        .expect(200)
                        .json(),
                demand -> demand.path("state").asText().equals("ACKNOWLEDGED"));
    }

    @Test
    @DisplayName("a wrong key is refused; the right one opens its own three queues and no other")
    void refused() throws Exception {
        assertThat(ended("", PARTNER, "guessed", "demand").exitCode()).isNotZero();
        Ended tried = ended(
                "",
                "intruder.py",
                "demo",
                "tongqu.in.factory-boiler",
                "tongqu.receipts.factory-boiler",
                "tongqu.in.branch-ne",
                "tongqu.receipts.branch-ne",
                "tongqu.demands.branch-ne",
                "tongqu.receipts.factory-boiler::tongqu.receipts.branch-ne",
                "tongqu.parked",
                "tongqu.mark",
                "activemq.management",
                "activemq.notifications",
                "something.new");
        assertThat(Json.list(Json.MAPPER.readTree(tried.said())))
                .extracting(JsonNode::asText)
                .containsExactly("writes tongqu.in.factory-boiler", "reads tongqu.receipts.factory-boiler");
    }

    private JsonNode say(String kind, String text) throws Exception {
        return run(text, "say", kind);
    }

    private JsonNode run(String input, String... words) throws Exception {
        Ended ended = ended(input, PARTNER, "demo", words);
        assertThat(ended.exitCode()).as(ended.said()).isZero();
        return Json.MAPPER.readTree(ended.said());
    }

    private record Ended(int exitCode, String said) {}

    private Ended ended(String input, String program, String key, String... words)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                PYTHON,
                Product.root()
                        .resolve("journeys/src/test/clients/amqp")
                        .resolve(program)
                        .toString(),
                BoilerFactory.url(group.hub(), "amqp"),
                BoilerFactory.CODE,
                key));
        line.addAll(List.of(words));
        Process client = Product.started(new ProcessBuilder(line).redirectErrorStream(true));
        Said said = new Said(client);
        try (var in = client.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        assertThat(client.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(client.exitValue(), said.everything());
    }
}
