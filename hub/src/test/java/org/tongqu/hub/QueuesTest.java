package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@DisplayName("The boiler factory speaks JMS: it writes to one queue and reads from two")
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
        boiler = await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> new QueuePartner(broker, BOILER, "demo"), connected -> true);
    }

    @AfterEach
    void theFactoryHangsUp() {
        boiler.close();
    }

    @Test
    @DisplayName("an order that it writes is kept, takes effect, and has one receipt under the message's own id")
    @Tag("S4-07")
    void anOrder() {
        String orderNo = number();

        JsonNode receipt = boiler.say("ORDER", order(orderNo)).path("receipts").path(0);

        assertThat(receipt.path("status").asText()).isEqualTo("RECEIVED");
        String id = sowing.applied(receipt.path("messageId").asText());
        assertThat(sowing.one(
                        "select outcome || ' ' || channel || ' ' || partner from journal.message where id = :id", id))
                .isEqualTo("TAKEN JMS " + BOILER);
        assertThat(boiler.heardAll()).isTrue();
    }

    private static String number() {
        return String.format(Locale.ROOT, "BO-%d-%s", Sowing.number(), Long.toString(System.nanoTime(), 36));
    }

    private static String order(String orderNo) {
        return """
                {"orderNo":"%1$s","orderedAt":"2026-03-10T09:00:00+08:00","zone":"东北区",
                 "customer":{"name":"沈阳%1$s厂","province":"辽宁省"},"currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"SZL10","productClass":"BOILER","qty":"1","unitPrice":"465000.00"}]}""".formatted(orderNo);
    }
}
