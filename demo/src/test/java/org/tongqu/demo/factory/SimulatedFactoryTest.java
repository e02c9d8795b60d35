package org.tongqu.demo.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.demo.line.Json;
import org.tongqu.demo.line.PaperHub;
import org.tongqu.demo.line.PaperHub.Told;
import org.tongqu.demo.line.Wire;
import org.tongqu.demo.line.Wires;
import org.tongqu.demo.trade.BeijingTime;

class SimulatedFactoryTest {
    private static final Duration SOON = Duration.ofMillis(30);
    private static final Temper QUICK = Temper.plain(SOON);
    private static final String ANSWERS = "/api/v1/answers";
    private static final String ORDERS = "/api/v1/orders";

    @TempDir
    Path folder;

    private PaperHub hub;
    private SimulatedFactory factory;
    private Caller caller;

    @BeforeEach
    void hubIsThere() throws IOException {
        hub = new PaperHub();
        open(Behaviour.NORMAL, QUICK);
    }

    @AfterEach
    void allGone() throws IOException {
        factory.close();
        hub.close();
    }

    @Test
    void acknowledgesADemandUnderANumberOfItsOwn() throws Exception {
        HttpResponse<String> reply = caller.deliver("dem-1", "key-1");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(Json.read(reply.body()))
                .isEqualTo(Json.read("{\"demandId\":\"dem-1\",\"factoryRef\":\"CRANE-00001\"}"));
    }

    @Test
    void theSameKeyAgainGetsTheSameAnswerAndNoSecondEffect() throws Exception {
        String first = caller.deliver("dem-1", "key-1").body();
        String again = caller.deliver("dem-1", "key-1").body();

        assertThat(Json.read(again)).isEqualTo(Json.read(first));
        assertThat(line("dem-1").path("delivered").asInt()).isEqualTo(2);
        assertThat(line("dem-1").path("taken").asInt()).isEqualTo(1);
    }

    @Test
    void manyAtOnceUnderOneKeyTakeEffectOnce() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> calls = java.util.stream.IntStream.range(0, 20)
                .mapToObj(each -> caller.deliverLater("dem-1", "key-1"))
                .toList();
        for (CompletableFuture<HttpResponse<String>> call : calls) {
            assertThat(call.get().body()).contains("CRANE-00001");
        }
        assertThat(factory.ledger()).singleElement().satisfies(line -> {
            assertThat(line.delivered()).isEqualTo(20);
            assertThat(line.taken()).isEqualTo(1);
        });
    }

    @Test
    void theSameDemandUnderAnotherKeyIsSeenAsASecondEffectSoThatAnAuditFindsIt() throws Exception {
        caller.deliver("dem-1", "key-1");
        caller.deliver("dem-1", "key-2");

        assertThat(line("dem-1").path("taken").asInt()).isEqualTo(2);
    }

    @Test
    void quotesTheSumOfItsPartsAfterItsUsualTime() throws Exception {
        caller.deliver("dem-1", "key-1");

        JsonNode answer = heard(ANSWERS);
        assertThat(answer.path("demandId").asText()).isEqualTo("dem-1");
        assertThat(new BigDecimal(answer.at("/quote/price/amount").asText())).isBetween(yuan(700_000), yuan(1_100_000));
        assertThat(answer.at("/quote/price/currency").asText()).isEqualTo("CNY");
        assertThat(answer.at("/quote/leadTimeDays").asInt()).isBetween(70, 90);
        assertThat(hub.kept(ANSWERS)).extracting(Told::user).containsExactly("factory-crane");
    }

    @Test
    void anOrderFollowsTheQuoteWithAllItsFactsUnderOneNumber() throws Exception {
        reopen(Behaviour.NORMAL, QUICK.ordering(1, SOON));
        caller.deliver("dem-1", "key-1");

        await().until(() -> hub.kept(ORDERS).size() == 8);
        assertThat(hub.kept(ORDERS))
                .extracting(told -> told.words().path("orderNo").asText())
                .containsOnly("HT-CRANE-00001");
        JsonNode head = hub.kept(ORDERS).stream()
                .map(Told::words)
                .filter(order -> order.has("orderedAt"))
                .findFirst()
                .orElseThrow();
        assertThat(head.path("demandId").asText()).isEqualTo("dem-1");
        assertThat(head.path("needId").asText()).isEqualTo("need-7");
        assertThat(head.path("zone").asText()).isEqualTo("东北区");
        assertThat(paid())
                .isEqualByComparingTo(
                        new BigDecimal(heard(ANSWERS).at("/quote/price/amount").asText()));
    }

    @Test
    void aDeadFactoryDropsTheLine() throws Exception {
        factory.behave(Behaviour.DEAD);

        assertThatThrownBy(() -> caller.deliver("dem-1", "key-1"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        assertThat(factory.ledger()).isEmpty();
    }

    @Test
    void aHangingFactoryNeverFinishesItsReplyAndStillTakesTheDemandOnce() throws Exception {
        factory.behave(Behaviour.HANGING);
        CompletableFuture<HttpResponse<String>> call = caller.deliverLater("dem-1", "key-1");
        await().until(() -> factory.ledger().stream().anyMatch(line -> line.taken() == 1));
        assertThat(call).isNotDone();

        factory.behave(Behaviour.NORMAL);
        assertThat(caller.deliver("dem-1", "key-1").body()).contains("CRANE-00001");
        assertThat(line("dem-1").path("taken").asInt()).isEqualTo(1);
    }

    @Test
    void aLyingFactorySaysTwoHundredButNotToThisDemand() throws Exception {
        factory.behave(Behaviour.LYING);

        List<String> lies = List.of(
                caller.deliver("dem-1", "key-1").body(),
                caller.deliver("dem-2", "key-2").body());
        assertThat(lies).noneMatch(lie -> lie.contains("\"demandId\":\"dem-"));
        assertThat(lies).anyMatch(lie -> lie.startsWith("<html>")).anyMatch(lie -> lie.contains("not-dem-"));
        assertThat(factory.ledger()).allMatch(line -> line.taken() == 0 && line.delivered() == 1);
    }

    @Test
    void aFailingFactorySaysFiveHundredAndTakesNothing() throws Exception {
        factory.behave(Behaviour.FAILING);

        assertThat(caller.deliver("dem-1", "key-1").statusCode()).isEqualTo(500);
        assertThat(factory.ledger()).allMatch(line -> line.taken() == 0);
    }

    @Test
    void aSlowFactoryLetsItsCallerWaitAndThenAcknowledges() throws Exception {
        reopen(Behaviour.SLOW, new Temper(SOON, SOON, 0, 0, 0, SOON, false, Duration.ofMillis(600), Integer.MAX_VALUE));

        long before = System.nanoTime();
        assertThat(caller.deliver("dem-1", "key-1").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(550));
    }

    @Test
    void anOldSystemTurnsALongNameAwayOnceUntilItsFieldIsWidened() throws Exception {
        reopen(Behaviour.NORMAL, new Temper(SOON, SOON, 0, 0, 0, SOON, false, SOON, 3));

        HttpResponse<String> turnedAway = caller.deliver("dem-1", "key-1");
        assertThat(turnedAway.statusCode()).isEqualTo(422);
        assertThat(turnedAway.body()).contains("客户名称超过 3 个字", "字段加宽后请重发");
        assertThat(factory.ledger()).isEmpty();

        assertThat(caller.deliver("dem-1", "key-1").statusCode()).isEqualTo(200);
        assertThat(factory.ledger()).singleElement().matches(line -> line.taken() == 1);
    }

    @Test
    void aRefusingFactorySaysWhy() throws Exception {
        factory.behave(Behaviour.REFUSING);
        caller.deliver("dem-1", "key-1");

        assertThat(heard(ANSWERS).at("/refusal/reason").asText()).isNotBlank();
        assertThat(heard(ANSWERS).has("quote")).isFalse();
    }

    @Test
    void aSilentFactoryAcknowledgesAndAnswersOnlyWhenItWakes() throws Exception {
        factory.behave(Behaviour.SILENT);
        assertThat(caller.deliver("dem-1", "key-1").statusCode()).isEqualTo(200);
        await().during(Duration.ofMillis(300)).until(() -> hub.kept(ANSWERS).isEmpty());

        assertThat(caller.steer("{\"behaviour\": \"NORMAL\"}")).isEqualTo(200);
        assertThat(heard(ANSWERS).has("quote")).isTrue();
    }

    @Test
    void aHubThatIsDownHearsEverythingLaterAndOnlyOnce() throws Exception {
        hub.failsNext(2);
        caller.deliver("dem-1", "key-1");
        assertThat(heard(ANSWERS).path("demandId").asText()).isEqualTo("dem-1");

        hub.losesNextReplies(2);
        caller.deliver("dem-2", "key-2");
        await().until(() -> line("dem-2").path("answered").asBoolean());
        assertThat(hub.kept(ANSWERS)).hasSize(2);
        assertThat(hub.conflicts()).isEmpty();
    }

    @Test
    void whatIsOwedIsSaidAfterTheFactoryOpensAgain() throws Exception {
        factory.behave(Behaviour.SILENT);
        String before = caller.deliver("dem-1", "key-1").body();

        tearLastLine();
        reopen(Behaviour.NORMAL, QUICK);
        assertThat(heard(ANSWERS).path("demandId").asText()).isEqualTo("dem-1");
        assertThat(Json.read(caller.deliver("dem-1", "key-1").body())).isEqualTo(Json.read(before));
        assertThat(line("dem-1").path("taken").asInt()).isEqualTo(1);
    }

    @Test
    void strangersAndKeylessCallersAreTurnedAway() throws Exception {
        assertThat(caller.deliverAs("guess").statusCode()).isEqualTo(401);
        assertThat(caller.deliverWithoutKey().statusCode()).isEqualTo(400);
        assertThat(caller.steer("DANCING")).isEqualTo(400);
        assertThat(factory.ledger()).isEmpty();
    }

    private void open(Behaviour behaviour, Temper temper) throws IOException {
        FactorySettings settings = new FactorySettings("factory-crane", 0, Caller.SECRET, folder, behaviour, temper);
        Wire wire = Wires.plain(hub.address()).of(Wire.Kind.REST, "factory-crane");
        factory = SimulatedFactory.open(settings, wire, BeijingTime.clock());
        caller = new Caller(factory.port());
    }

    private void reopen(Behaviour behaviour, Temper temper) throws IOException {
        factory.close();
        open(behaviour, temper);
    }

    private void tearLastLine() throws IOException {
        factory.close();
        Files.writeString(folder.resolve("factory-crane.jsonl"), "{\"event\":\"TAK", StandardOpenOption.APPEND);
    }

    private JsonNode line(String demandId) throws IOException, InterruptedException {
        return caller.ledger().path(demandId);
    }

    private JsonNode heard(String path) {
        await().until(() -> !hub.kept(path).isEmpty());
        return hub.kept(path).iterator().next().words();
    }

    private BigDecimal paid() {
        return hub.kept(ORDERS).stream()
                .map(Told::words)
                .filter(order -> order.has("payments"))
                .sorted(Comparator.comparing(JsonNode::toString))
                .map(order ->
                        new BigDecimal(order.at("/payments/0/amount/amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal yuan(long amount) {
        return BigDecimal.valueOf(amount);
    }
}
