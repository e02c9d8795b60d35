package org.tongqu.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.ConnectionFactory;
import java.sql.SQLRecoverableException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.tongqu.connectors.canon.Directory;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.hub.platform.EmbeddedBroker;
import org.tongqu.routes.in.LetterHandler;
import org.tongqu.routes.in.Letters;
import org.tongqu.routes.in.QueueKeeper;
import org.tongqu.routes.in.QueueRoutes;

/** A road of its own for a partner of its own, on the real broker and the real journal, so that things may break on it. */
@DisplayName("When something breaks between a partner's queue and the store")
@Tag("S4-07")
class QueueTroubleTest extends HubTest {
    @Autowired
    Intake intake;

    @Autowired
    EmbeddedBroker embedded;

    @Autowired
    ConnectionFactory lines;

    @Autowired
    QueueKeeper keeper;

    @Autowired
    Sluice sluice;

    @Autowired
    Sowing sowing;

    @Value("${tongqu.broker.url}")
    String broker;

    private final String code = "trouble-" + Long.toString(System.nanoTime(), 36);
    private final CamelContext camel = new DefaultCamelContext();
    private final CamelContext again = new DefaultCamelContext();
    private QueuePartner partner;

    @BeforeEach
    void aPartnerOfItsOwn() {
        String key = Caller.as(port, "admin")
                .post("/api/v1/partners", "{\"code\":\"%s\",\"kind\":\"FACTORY\",\"name\":\"多事厂\"}".formatted(code))
                .json()
                .path("apiKey")
                .asText();
        keeper.putUp(code);
        partner = QueuePartner.connected(broker, code, key);
    }

    @AfterEach
    void close() {
        partner.close();
        camel.getShutdownStrategy().setTimeout(5);
        camel.stop();
    }

    @Test
    @DisplayName(
            "a line that breaks between the two commits brings the letter again: told as a repeat, one effect, one receipt")
    void brokenBetweenTheCommits() throws Exception {
        LetterHandler orders = orders();
        AtomicInteger times = new AtomicInteger();
        open((body, sender) -> {
            byte[] answer = orders.answer(body, sender);
            if (times.incrementAndGet() == 1) {
                embedded.expel("tongqu");
            }
            return answer;
        });

        JsonNode receipt = partner.say("ORDER", QueuesTest.order(code)).at("/receipts/0");

        assertThat(times).hasValue(2);
        assertThat(receipt.path("status").asText()).isEqualTo("DUPLICATE");
        sowing.applied(receipt.path("messageId").asText());
        assertThat(sowing.one("select count(*) from journal.message where partner = :id", code))
                .isEqualTo("1");
        assertThat(partner.heardAll()).isTrue();
    }

    @Test
    @DisplayName("while the store is away letters wait in order, however often it takes, and nothing is parked")
    void theStoreAway() throws Exception {
        LetterHandler orders = orders();
        AtomicInteger times = new AtomicInteger();
        open((body, sender) -> {
            if (times.incrementAndGet() <= 7) {
                throw new IllegalStateException(new SQLRecoverableException("the server is gone", "08006"));
            }
            return orders.answer(body, sender);
        });
        String first = partner.send(line -> letter(line.createTextMessage(QueuesTest.order(code + "-1"))));
        String second = partner.send(line -> letter(line.createTextMessage(QueuesTest.order(code + "-2"))));

        assertThat(partner.answerTo(first).at("/receipts/0/status").asText()).isEqualTo("RECEIVED");
        assertThat(partner.answerTo(second).at("/receipts/0/status").asText()).isEqualTo("RECEIVED");
        assertThat(times).hasValue(9);
        assertThat(parked()).isEmpty();
    }

    @Test
    @DisplayName(
            "a letter we fail on five times is parked with its reason, holds up no other, and is taken when a person puts it back")
    void ourOwnFault() throws Exception {
        LetterHandler orders = orders();
        AtomicInteger times = new AtomicInteger();
        String poison = QueuesTest.order(code + "-poison");
        open((body, sender) -> {
            if (new String(body, UTF_8).equals(poison) && times.incrementAndGet() <= 5) {
                throw new IllegalStateException("a bug of ours");
            }
            return orders.answer(body, sender);
        });
        String hurt = partner.send(line -> letter(line.createTextMessage(poison)));
        partner.say("ORDER", QueuesTest.order(code + "-next"));

        JsonNode letter = parked().getFirst();
        assertThat(times).hasValue(5);
        assertThat(letter.path("reason").asText()).contains("a bug of ours");
        assertThat(letter.path("kind").asText()).isEqualTo("ORDER");
        assertThat(letter.path("since").asText()).startsWith("20");
        String id = letter.path("id").asText();
        Caller desk = Caller.as(port, "desk");
        assertThat(desk.post("/api/v1/parked-queue/" + id + "/resend", "").status())
                .isEqualTo(202);

        assertThat(partner.answerTo(hurt).at("/receipts/0/status").asText()).isEqualTo("RECEIVED");
        assertThat(parked()).isEmpty();
        assertThat(desk.post("/api/v1/parked-queue/" + id + "/resend", "").status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("a road that closes while the store is away leaves the letter in its queue")
    void closedMeanwhile() throws Exception {
        AtomicInteger times = new AtomicInteger();
        open((body, sender) -> {
            times.incrementAndGet();
            throw new IllegalStateException(new SQLRecoverableException("the server is gone", "08006"));
        });
        String waiting = partner.send(line -> letter(line.createTextMessage(QueuesTest.order(code))));
        await().until(() -> times.get() > 0);
        camel.stop();

        again.addRoutes(road(orders()));
        again.start();
        assertThat(partner.answerTo(waiting).at("/receipts/0/status").asText()).isEqualTo("RECEIVED");
    }

    private List<JsonNode> parked() {
        List<JsonNode> mine = new java.util.ArrayList<>();
        Caller.as(port, "desk").get("/api/v1/parked-queue").json().path("items").forEach(letter -> {
            if (letter.path("partner").asText().equals(code)) {
                mine.add(letter);
            }
        });
        return mine;
    }

    private static jakarta.jms.Message letter(jakarta.jms.TextMessage message) throws jakarta.jms.JMSException {
        message.setStringProperty("kind", "ORDER");
        return message;
    }

    /** What the hub's own road does with an order. */
    private LetterHandler orders() {
        return requireNonNull(Letters.handlers(intake).get("ORDER"));
    }

    private void open(LetterHandler orders) throws Exception {
        camel.addRoutes(road(orders));
        camel.start();
    }

    private QueueRoutes road(LetterHandler orders) {
        Directory alone = new Directory() {
            @Override
            public List<Partner> partners() {
                return List.of(new Partner(code, Kind.FACTORY, new Endpoint.Queue()));
            }

            @Override
            public void onChange(Runnable look) {}
        };
        Sender sender = new Sender(code, Sender.Role.FACTORY, null, code);
        return new QueueRoutes(
                alone, lines, keeper, partner -> sender, Map.of("ORDER", orders), Clock.systemUTC(), sluice);
    }
}
