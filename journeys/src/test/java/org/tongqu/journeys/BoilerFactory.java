package org.tongqu.journeys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The demo's boiler factory at its queues, by JMS; every call is a line of its own, so the hub may die between two of them. */
final class BoilerFactory {
    static final String CODE = "factory-boiler";

    private final RunningHub hub;

    private BoilerFactory(RunningHub hub) {
        this.hub = hub;
    }

    /** Its queues are there. */
    static BoilerFactory open(RunningHub hub) {
        hub.as("admin")
                .put("/api/v1/partners/" + CODE + "/endpoint", Json.object("{'kind':'JMS'}"))
                .expect(204);
        BoilerFactory boiler = new BoilerFactory(hub);
        Watching.until("the boiler factory's queues", boiler::isThere, there -> there);
        return boiler;
    }

    /** Where the hub says its queues are. */
    static String url(RunningHub hub, String protocol) {
        try {
            return Json.MAPPER
                    .readTree(Files.readString(hub.home().resolve("run/broker.json")))
                    .path(protocol)
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isThere() {
        try {
            return on(line -> {
                line.createConsumer(line.createQueue("tongqu.receipts." + CODE)).close();
                return true;
            });
        } catch (JMSRuntimeException notYet) {
            return false;
        }
    }

    /** Returns once the broker has all of them on its disk; throws where it died first, and then none is there. */
    void say(String kind, List<String> texts) {
        on(line -> {
            try {
                for (String text : texts) {
                    TextMessage message = line.createTextMessage(text);
                    message.setStringProperty("kind", kind);
                    line.createProducer().send(line.createQueue("tongqu.in." + CODE), message);
                }
                return true;
            } catch (JMSException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** This many receipts, each taken from the queue. */
    List<JsonNode> receipts(int count) {
        return on(line -> {
            JMSConsumer receipts = line.createConsumer(line.createQueue("tongqu.receipts." + CODE));
            List<JsonNode> heard = new ArrayList<>();
            while (heard.size() < count) {
                heard.add(json(next(receipts)).at("/receipts/0"));
            }
            return heard;
        });
    }

    /** Whether nothing more lies there. */
    boolean heardAll() {
        return on(line ->
                line.createConsumer(line.createQueue("tongqu.receipts." + CODE)).receive(1_000) == null);
    }

    /** The key under which the demand with this word in it comes; the demand is read and not acknowledged to the hub. */
    String demandWith(String word) {
        return on(line -> {
            JMSConsumer demands = line.createConsumer(line.createQueue("tongqu.demands." + CODE));
            TextMessage demand = next(demands);
            while (!json(demand).toString().contains(word)) {
                demand = next(demands);
            }
            return key(demand);
        });
    }

    private static String key(TextMessage demand) {
        try {
            return demand.getStringProperty("idempotencyKey");
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
    }

    private static TextMessage next(JMSConsumer consumer) {
        Message message = consumer.receive(Duration.ofMinutes(1).toMillis());
        if (message instanceof TextMessage text) {
            return text;
        }
        throw new AssertionError("no message within a minute: " + message);
    }

    private static JsonNode json(TextMessage message) {
        try {
            return Json.MAPPER.readTree(message.getText());
        } catch (JMSException | JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private <T> T on(Function<JMSContext, T> work) {
        try (var factory = new ActiveMQConnectionFactory(url(hub, "url"), CODE, "demo");
                JMSContext line = factory.createContext()) {
            return work.apply(line);
        }
    }
}
