package org.tongqu.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@DisplayName("The boiler factory speaks JMS: it writes to one queue and reads from two")
@Tag("S4-07")
class QueuesTest extends HubTest {
    private static final String BOILER = "factory-boiler";

    @Autowired
    Sowing sowing;

    @Value("${tongqu.broker.url}")
    String broker;

    private QueuePartner boiler;

    @BeforeEach
    void theFactoryIsReachedByAQueue() {
        Caller.as(port, "admin").put("/api/v1/partners/" + BOILER + "/endpoint", "{\"kind\":\"JMS\"}");
        boiler = QueuePartner.connected(broker, BOILER, "demo");
    }

    @AfterEach
    void theFactoryHangsUp() {
        boiler.close();
    }

    @Test
    @DisplayName("an order it writes is kept, takes effect, and has one receipt under the message's own id")
    void anOrder() {
        String id = taken("ORDER", order(number()));

        assertThat(sowing.one(
                        "select outcome || ' ' || channel || ' ' || partner from journal.message where id = :id", id))
                .isEqualTo("TAKEN JMS " + BOILER);
        assertThat(boiler.heardAll()).isTrue();
    }

    @Test
    @DisplayName("the same order by REST is a repeat of the one that came by JMS")
    void oneMeaningOnEveryWire() {
        String orderNo = number();
        String id = taken("ORDER", order(orderNo));

        JsonNode again = Caller.as(port, BOILER)
                .post("/api/v1/orders", order(orderNo))
                .json()
                .path("receipts")
                .path(0);

        assertThat(again.path("status").asText()).isEqualTo("DUPLICATE");
        assertThat(again.path("messageId").asText()).isEqualTo(id);
    }

    @Test
    @DisplayName("a revision, a milestone, a shipment and a payment follow their order by the same queue")
    void laterFacts() {
        String orderNo = number();
        taken("ORDER", order(orderNo));
        taken("ORDER", order(orderNo).replace("\"zone\"", "\"revision\":2,\"zone\""));
        taken("ORDER", """
                {"orderNo":"%1$s","milestones":[{"kind":"SCHEDULED","at":"2026-03-12T09:00:00+08:00"}],
                 "shipments":[{"shipmentNo":"S-%1$s","shippedAt":"2026-03-20T09:00:00+08:00","lines":[{"lineNo":"1","qty":"1"}]}],
                 "payments":[{"paymentNo":"P-%1$s","amount":{"amount":"465000.00","currency":"CNY"},"receivedAt":"2026-03-21T09:00:00+08:00"}]}""".formatted(orderNo));

        JsonNode known = Caller.as(port, BOILER)
                .get("/api/v1/orders?orderNo=" + orderNo)
                .json()
                .path("items")
                .path(0);
        assertThat(known.path("revision").asInt()).isEqualTo(2);
        assertThat(known.path("milestones").findValuesAsText("kind")).contains("SCHEDULED");
        assertThat(known.toString()).contains("S-" + orderNo).contains("P-" + orderNo);
    }

    @Test
    @DisplayName("a demand comes as text under the parcel's own key; acknowledged and answered, it is quoted")
    void aDemandAndItsAnswer() throws JMSException {
        String tag = number();
        sowing.visit("rep-ne-1", "NE", visit(tag));

        TextMessage demand = demandWith(tag);
        JsonNode asked = read(demand.getText());
        String demandId = asked.path("demandId").asText();
        String parcel = demand.getStringProperty("idempotencyKey");
        assertThat(demand.getStringProperty("kind")).isEqualTo("DEMAND");
        assertThat(demand.getJMSDeliveryMode()).isEqualTo(jakarta.jms.DeliveryMode.PERSISTENT);
        await().untilAsserted(() -> assertThat(sowing.one("select state from platform.outbox where id = :id", parcel))
                .isEqualTo("SENT"));

        taken("ACKNOWLEDGEMENT", """
                {"demandId":"%s","factoryRef":"REF-1","at":"2026-03-03T09:00:00+08:00"}""".formatted(demandId));
        taken("ANSWER", """
                {"demandId":"%s","at":"2026-03-03T10:00:00+08:00","quote":{"price":{"amount":"465000.00","currency":"CNY"},"leadTimeDays":75}}""".formatted(demandId));

        assertThat(sowing.one("select state || ' ' || factory_ref from demand.demand where id = :id", demandId))
                .isEqualTo("QUOTED REF-1");
    }

    @Test
    @DisplayName(
            "an order in bytes, with a byte order mark, is the same order; what cannot be read at all is kept, refused, with words")
    void bytes() {
        String orderNo = number();
        JsonNode taken = boiler.sayInBytes("ORDER", ("\ufeff" + order(orderNo)).getBytes(UTF_8));
        JsonNode refused = boiler.sayInBytes("ORDER", new byte[] {'{', (byte) 0xff, '}'});

        assertThat(taken.at("/receipts/0/status").asText()).isEqualTo("RECEIVED");
        assertThat(refused.at("/receipts/0/status").asText()).isEqualTo("REFUSED");
        assertThat(refused.at("/receipts/0/errors/0/code").asText()).isEqualTo("BAD_UTF8");
        String id = refused.at("/receipts/0/messageId").asText();
        assertThat(sowing.one("select outcome from journal.message where id = :id", id))
                .isEqualTo("REFUSED");
    }

    @Test
    @DisplayName("of several orders in one message each has its receipt, and a bad one sinks no good one")
    void several() {
        JsonNode answer = boiler.say("ORDER", "[" + order(number()) + ",{\"orderNo\":\"\"}," + order(number()) + "]");

        assertThat(answer.path("receipts").findValuesAsText("status"))
                .containsExactly("RECEIVED", "REFUSED", "RECEIVED");
    }

    @Test
    @DisplayName("of thousands in one message each has its receipt, though the receipts weigh more than a message may")
    void thousands() {
        String many = "[" + String.join(",", Collections.nCopies(4_500, "{}")) + "]";

        JsonNode answer = boiler.say("ORDER", many);

        assertThat(answer.path("receipts")).hasSize(4_500);
        assertThat(answer.toString().length()).isGreaterThan(2 * 1024 * 1024);
    }

    @Test
    @DisplayName(
            "without a kind, with an unknown one, or with one that is not the factory's to say, it is told what to do")
    void kinds() {
        assertThat(boiler.sayInBytes(null, order(number()).getBytes(UTF_8))
                        .path("code")
                        .asText())
                .isEqualTo("UNKNOWN_KIND");
        JsonNode unknown = boiler.say("ORDERS", order(number()));
        assertThat(unknown.path("zh").asText()).contains("ACKNOWLEDGEMENT, ANSWER, ORDER, UPLINK, VISIT");
        assertThat(boiler.say("VISIT", visit(number())).path("code").asText()).isEqualTo("NOT_ALLOWED");
    }

    @Test
    @DisplayName(
            "the sender's own correlation id comes back where it gave one; where to reply is not the sender's to say")
    void correlation() throws JMSException {
        boiler.send(line -> {
            TextMessage message = line.createTextMessage(order(number()));
            message.setStringProperty("kind", "ORDER");
            message.setJMSCorrelationID("our-4711");
            message.setJMSReplyTo(line.createQueue("tongqu.demands.factory-crane"));
            message.setStringProperty("CamelJmsDestinationName", "tongqu.demands.factory-crane");
            return message;
        });

        assertThat(boiler.nextReceipt().getJMSCorrelationID()).isEqualTo("our-4711");
    }

    @Test
    @DisplayName("an object is refused unread: its code never runs in the hub")
    void anObject() throws Exception {
        JsonNode answer = boiler.say(line -> {
            Message message = line.createObjectMessage(new Gadget());
            message.setStringProperty("kind", "ORDER");
            return message;
        });

        assertThat(answer.path("code").asText()).isEqualTo("UNSUPPORTED_TYPE");
        assertThat(Gadget.SPRUNG).isFalse();
        springs();
    }

    /** The trap works: whoever did read it would have been caught. */
    private static void springs() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Gadget());
        }
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(Gadget.SPRUNG).isTrue();
        Gadget.SPRUNG.set(false);
    }

    @Test
    @DisplayName("maps and streams are refused, and the next message goes its way")
    void mapsAndStreams() {
        assertThat(boiler.say(jakarta.jms.JMSContext::createMapMessage)
                        .path("code")
                        .asText())
                .isEqualTo("UNSUPPORTED_TYPE");
        assertThat(boiler.say(jakarta.jms.JMSContext::createStreamMessage)
                        .path("code")
                        .asText())
                .isEqualTo("UNSUPPORTED_TYPE");
        assertThat(boiler.say(jakarta.jms.JMSContext::createMessage)
                        .path("code")
                        .asText())
                .isEqualTo("UNSUPPORTED_TYPE");
        taken("ORDER", order(number()));
    }

    @Test
    @DisplayName("a message above 2 MiB is refused while its sender still has it")
    void tooLarge() {
        assertThatThrownBy(() -> boiler.send(line -> line.createTextMessage("x".repeat(2 * 1024 * 1024 + 1))))
                .isInstanceOf(JMSRuntimeException.class)
                .hasMessageContaining("send it in parts");
        taken("ORDER", order(number()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tongqu.in.factory-crane",
                "tongqu.in.branch-ne",
                "tongqu.parked",
                "tongqu.mark",
                "tongqu.receipts.factory-boiler",
                "tongqu.demands.factory-boiler",
                "activemq.management",
                "something.new",
                "tongqu.in.factory-boiler::tongqu.in.branch-ne"
            })
    @DisplayName("it may write to its own queue and no other")
    void foreignQueuesAreNotWrittenTo(String queue) {
        assertThatThrownBy(
                        () -> boiler.line().createProducer().send(boiler.line().createQueue(queue), "{}"))
                .isInstanceOf(JMSRuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tongqu.in.factory-boiler",
                "tongqu.in.branch-ne",
                "tongqu.receipts.branch-ne",
                "tongqu.demands.branch-ne",
                "tongqu.receipts.factory-boiler::tongqu.receipts.branch-ne",
                "tongqu.parked",
                "tongqu.mark",
                "activemq.notifications",
                "$sys.mqtt.sessions",
                "something.new"
            })
    @DisplayName("it may read from its own two queues and no other, nor look into them")
    void foreignQueuesAreNotReadFrom(String queue) {
        assertThatThrownBy(() -> boiler.line().createConsumer(boiler.line().createQueue(queue)))
                .isInstanceOf(JMSRuntimeException.class);
        assertThatThrownBy(() -> boiler.line()
                        .createBrowser(boiler.line().createQueue(queue))
                        .getEnumeration()
                        .hasMoreElements())
                .isInstanceOfAny(JMSRuntimeException.class, JMSException.class);
    }

    @Test
    @DisplayName("the broker's health is asked by itself, and the hub's readiness does not hang on it")
    void health() {
        await().untilAsserted(() -> assertThat(
                        Caller.nobody(port).get("/actuator/health/broker").status())
                .isEqualTo(200));
        assertThat(Caller.nobody(port).get("/actuator/health/broker").json().size())
                .as("nothing but the status is told")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("it makes no queues, temporary ones included")
    void makesNoQueues() {
        assertThatThrownBy(() -> boiler.line().createTemporaryQueue()).isInstanceOf(JMSRuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "rep-ne-1", "agent-a001", "admin", "tongqu", "nobody"})
    @DisplayName("people, agents, strangers and whoever borrows the hub's own name are not let in")
    void notLetIn(String login) {
        assertThatThrownBy(() -> new QueuePartner(broker, login, "demo").close())
                .isInstanceOf(JMSSecurityRuntimeException.class);
    }

    @Test
    @DisplayName("a wrong key is refused, as often as it is tried")
    void wrongKey() {
        for (int n = 0; n < 3; n++) {
            assertThatThrownBy(() -> new QueuePartner(broker, BOILER, "guessed").close())
                    .isInstanceOf(JMSSecurityRuntimeException.class);
        }
    }

    @Test
    @DisplayName(
            "a new factory has its queues a moment after it is entered, with its key, without a restart; switched off, its line is cut and it is refused")
    void comesAndGoes() {
        String code = "boiler-" + Long.toString(System.nanoTime(), 36);
        Caller admin = Caller.as(port, "admin");
        String key = admin.post(
                        "/api/v1/partners", "{\"code\":\"%s\",\"kind\":\"FACTORY\",\"name\":\"新锅炉厂\"}".formatted(code))
                .json()
                .path("apiKey")
                .asText();
        admin.put("/api/v1/partners/" + code + "/endpoint", "{\"kind\":\"JMS\"}");

        try (QueuePartner fresh = QueuePartner.connected(broker, code, key)) {
            assertThat(fresh.say("ORDER", order(number()))
                            .at("/receipts/0/status")
                            .asText())
                    .isEqualTo("RECEIVED");
            switchOff(code);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThatThrownBy(() -> fresh.send(line -> line.createTextMessage("{}")))
                            .isInstanceOf(JMSRuntimeException.class));
        }
        assertThatThrownBy(() -> new QueuePartner(broker, code, key).close())
                .isInstanceOf(JMSSecurityRuntimeException.class);
    }

    private void switchOff(String code) {
        wall.run(org.tongqu.hub.platform.Scope.WORKER, () -> {
            jdbc.sql("update partners.partner set active = false where code = :code")
                    .param("code", code)
                    .update();
            jdbc.sql("select pg_notify('tongqu', 'partners ' || :code)")
                    .param("code", code)
                    .query()
                    .singleRow();
        });
    }

    /** The message's id, once it has taken effect. */
    private String taken(String kind, String json) {
        JsonNode receipt = boiler.say(kind, json).at("/receipts/0");
        assertThat(receipt.path("status").asText()).as(receipt.toString()).isEqualTo("RECEIVED");
        return sowing.applied(receipt.path("messageId").asText());
    }

    /** Other tests ask the boiler factory too, so it reads on until it comes to its own. */
    private TextMessage demandWith(String tag) {
        return boiler.withDemands(demands -> {
            for (Message next = demands.receive(30_000); next != null; next = demands.receive(30_000)) {
                if (next instanceof TextMessage text && told(text).contains(tag)) {
                    return text;
                }
            }
            throw new AssertionError("no demand with " + tag);
        });
    }

    private static String told(TextMessage message) {
        try {
            return message.getText();
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String number() {
        return String.format(Locale.ROOT, "BO%d-%s", Sowing.number(), Long.toString(System.nanoTime(), 36));
    }

    private static String visit(String tag) {
        return """
                {"formatVersion":1,"visitNo":"NE-%1$s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"沈阳%1$s厂","province":"辽宁"},
                 "needs":[{"needNo":"1","summary":"锅炉 %1$s","parts":[{"productClass":"BOILER","qty":"1"}]}]}""".formatted(tag);
    }

    static String order(String orderNo) {
        return """
                {"orderNo":"%1$s","orderedAt":"2026-03-10T09:00:00+08:00","zone":"东北区",
                 "customer":{"name":"沈阳%1$s厂","province":"辽宁省"},"currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"SZL10","productClass":"BOILER","qty":"1","unitPrice":"465000.00"}]}""".formatted(orderNo);
    }
}
