package org.tongqu.routes.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.DemandWord.Asked;
import org.tongqu.connectors.canon.DemandWord.AskedPart;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Parcel;

@DisplayName("What leaves the hub")
@Timeout(60)
class DeliveryRoutesTest {
    /** Longer than any test: nothing below may lean on the poll unless it says so. */
    private static final Duration HARDLY_EVER = Duration.ofMinutes(5);

    private final FakeOutbox outbox = new FakeOutbox();
    private final FakeDirectory directory = new FakeDirectory();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory("tcp://127.0.0.1:1");
    private final DefaultCamelContext camel = new DefaultCamelContext();

    private void open(Duration poll) throws Exception {
        camel.addRoutes(new DeliveryRoutes(outbox, directory, this::fileReport, broker, Clock.systemUTC(), poll));
        camel.start();
    }

    @AfterEach
    void close() {
        gate.countDown();
        camel.getShutdownStrategy().setTimeout(5);
        camel.stop();
        broker.close();
    }

    private Delivery fileReport(Parcel parcel) {
        if (parcel.id().startsWith("bug")) {
            throw new IllegalStateException("disk secret");
        }
        return new Delivery.Taken(null);
    }

    private static Parcel demand(String id, String partner) {
        var at = OffsetDateTime.parse("2026-03-02T10:00:00+08:00");
        var customer = new CustomerSaid("沈阳第一机床厂", null, null, null, null, null);
        var parts = List.of(new AskedPart("P", "CRANE", null, BigDecimal.ONE, null));
        return new Parcel(
                id,
                partner,
                new Parcel.Load.Demand(
                        new Asked("D-" + id, "N", "N/1", "A", "行车", null, null, null, customer, parts, at, at, null)),
                1,
                1);
    }

    private static Parcel fileDone(String id, String partner) {
        return new Parcel(id, partner, new Parcel.Load.FileDone("M", "六月.csv"), 1, 1);
    }

    private Set<String> taken() {
        return outbox.settled().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Delivery.Taken)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void awaitTaken(String... ids) {
        await().untilAsserted(() -> assertThat(taken()).contains(ids));
    }

    private Set<String> roads() {
        return camel.getRoutes().stream()
                .map(Route::getRouteId)
                .filter(id -> id.startsWith("deliver to"))
                .collect(Collectors.toSet());
    }

    private void awaitRoads(String... ids) {
        await().untilAsserted(() -> assertThat(roads()).containsExactlyInAnyOrder(ids));
    }

    @Test
    @DisplayName(
            "reaches a SOAP server in its words, comes back acknowledged, and is not held by one that trickles its answer")
    void soap() throws Exception {
        try (var prompt = new SoapServer(false);
                var trickling = new SoapServer(true)) {
            directory.soap("factory-switchgear", prompt.address());
            directory.soap("factory-mt1", trickling.address());
            open(HARDLY_EVER);
            awaitRoads("deliver to factory-switchgear", "deliver to factory-mt1");
            outbox.put(demand("slow", "factory-mt1"));
            outbox.put(demand("quick", "factory-switchgear"));
            awaitTaken("quick");
            assertThat(outbox.settled().get("quick"))
                    .isInstanceOfSatisfying(
                            Delivery.Taken.class,
                            taken -> assertThat(taken.reply())
                                    .isNotNull()
                                    .satisfies(reply -> assertThat(
                                                    reply.acknowledged().factoryRef())
                                            .isEqualTo("F-1")));
            assertThat(prompt.heard.getFirst()).contains("PasswordDigest", ">quick<", "D-quick");
            await().untilAsserted(() -> assertThat(outbox.settled()).containsKey("slow"));
            assertThat(outbox.settled().get("slow"))
                    .isInstanceOfSatisfying(
                            Delivery.Failed.class,
                            failed -> assertThat(failed.reason()).contains("within 2000 ms"));
            assertThat(List.of(outbox.wire("quick"), outbox.wire("slow"))).containsOnly("SOAP");
        }
    }

    @Test
    @DisplayName("for a healthy factory is not delayed by one that takes every call and never answers")
    void hangingFactory() throws Exception {
        try (var hanging = FactoryServer.waitingFor(gate);
                var healthy = FactoryServer.prompt()) {
            directory.factory("factory-boiler", hanging.base());
            directory.factory("factory-crane", healthy.base());
            open(HARDLY_EVER);
            awaitRoads("deliver to factory-boiler", "deliver to factory-crane");
            for (int i = 0; i < 20; i++) {
                outbox.put(demand("b" + i, "factory-boiler"));
            }
            await().until(() -> hanging.busy.get() == 4);
            outbox.put(demand("c1", "factory-crane"));
            outbox.put(demand("c2", "factory-crane"));
            awaitTaken("c1", "c2");
            assertThat(taken()).containsExactlyInAnyOrder("c1", "c2");
            assertThat(hanging.busiest).hasValueLessThanOrEqualTo(4);
        }
    }

    @Test
    @DisplayName("to one healthy factory goes in parallel, so one slow demand holds up no other")
    void parallel() throws Exception {
        try (var factory = FactoryServer.waitingFor(gate)) {
            directory.factory("factory-crane", factory.base());
            for (int i = 0; i < 8; i++) {
                outbox.putSilently(demand("c" + i, "factory-crane"));
            }
            open(HARDLY_EVER);
            await().until(() -> factory.busy.get() == 4);
            gate.countDown();
            awaitTaken("c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7");
            assertThat(outbox.underWay()).isZero();
        }
    }

    @Test
    @DisplayName("comes back with the factory's acknowledgement")
    void acknowledged() throws Exception {
        try (var factory = FactoryServer.prompt()) {
            directory.factory("factory-crane", factory.base());
            open(HARDLY_EVER);
            awaitRoads("deliver to factory-crane");
            outbox.put(demand("c1", "factory-crane"));
            awaitTaken("c1");
            var reply =
                    ((Delivery.Taken) Objects.requireNonNull(outbox.settled().get("c1"))).reply();
            assertThat(reply)
                    .isNotNull()
                    .satisfies(r -> assertThat(r.acknowledged().demandId()).isEqualTo("D-c1"));
            assertThat(outbox.wire("c1")).isEqualTo("REST");
        }
    }

    @Test
    @DisplayName("is found by the slow poll when every signal was lost, and after the store was away")
    void poll() throws Exception {
        directory.agent("agent-a001");
        open(Duration.ofMillis(100));
        outbox.failNextClaims(3);
        outbox.putSilently(fileDone("f1", "agent-a001"));
        awaitTaken("f1");
        assertThat(outbox.wire("f1")).isEqualTo("FILE");
    }

    @Test
    @DisplayName("finds a new partner's road at once, and none once the partner is gone")
    void comesAndGoes() throws Exception {
        try (var factory = FactoryServer.prompt()) {
            open(HARDLY_EVER);
            directory.factory("factory-seven", factory.base());
            awaitRoads("deliver to factory-seven");
            outbox.put(demand("s1", "factory-seven"));
            awaitTaken("s1");
            directory.remove("factory-seven");
            awaitRoads();
            outbox.put(demand("s2", "factory-seven"));
            directory.agent("agent-a001");
            outbox.putSilently(fileDone("f1", "agent-a001"));
            directory.agent("agent-a002");
            awaitTaken("f1");
            assertThat(taken()).doesNotContain("s2");
        }
    }

    @Test
    @DisplayName("follows a factory that moves to another address")
    void moves() throws Exception {
        try (var there = FactoryServer.prompt()) {
            directory.factory("factory-crane", URI.create("http://127.0.0.1:9"));
            open(HARDLY_EVER);
            awaitRoads("deliver to factory-crane");
            outbox.put(demand("c1", "factory-crane"));
            await().until(() -> outbox.settled().get("c1") instanceof Delivery.Failed);
            directory.factory("factory-crane", there.base());
            outbox.putSilently(demand("c2", "factory-crane"));
            directory.agent("agent-a001");
            awaitTaken("c2");
        }
    }

    @Test
    @DisplayName("for a factory without a server waits until the factory fetches it")
    void noServer() throws Exception {
        directory.factoryWithoutServer("factory-printing");
        directory.agent("agent-a001");
        outbox.putSilently(demand("p1", "factory-printing"));
        open(Duration.ofMillis(100));
        outbox.put(fileDone("f1", "agent-a001"));
        awaitTaken("f1");
        assertThat(outbox.settled()).doesNotContainKey("p1");
    }

    @Test
    @DisplayName("and meets our own bug is settled as our fault, and the next parcel goes on")
    void ownBug() throws Exception {
        directory.agent("agent-a001");
        open(Duration.ofMillis(100));
        outbox.put(fileDone("bug", "agent-a001"));
        outbox.put(fileDone("f2", "agent-a001"));
        awaitTaken("f2");
        await().untilAsserted(() -> assertThat(outbox.settled().get("bug"))
                .isInstanceOfSatisfying(Delivery.Failed.class, failed -> {
                    assertThat(failed.fault()).isEqualTo(Fault.HUB);
                    assertThat(failed.reason()).doesNotContain("secret");
                }));
    }
}
