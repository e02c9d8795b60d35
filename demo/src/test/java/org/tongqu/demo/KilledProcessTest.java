package org.tongqu.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.demo.line.Json;
import org.tongqu.demo.line.PaperHub;

class KilledProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private final List<Process> started = new ArrayList<>();
    private PaperHub hub;

    @BeforeEach
    void hubIsThere() throws IOException {
        hub = new PaperHub();
    }

    @AfterEach
    void nobodyIsLeft() {
        started.forEach(Process::destroyForcibly);
        hub.close();
    }

    @Test
    void aKilledFactoryRemembersWhatItTookAndAnswersOnce() throws Exception {
        Process factory = factory("60s");
        int port = port(factory);
        String reference = deliver(port).path("factoryRef").asText();
        kill(factory);

        int again = port(factory("10ms"));
        assertThat(deliver(again).path("factoryRef").asText()).isEqualTo(reference);
        await().atMost(PATIENCE).until(() -> !hub.kept("/api/v1/answers").isEmpty());
        JsonNode line = get(again, "/ledger").path("dem-1");
        assertThat(line.path("taken").asInt()).isEqualTo(1);
        assertThat(line.path("delivered").asInt()).isEqualTo(2);
    }

    @Test
    void aGroupKilledInItsSeedEndsWithTheSameSeedAndNothingDoubled() throws Exception {
        Process group = group();
        await().atMost(PATIENCE).until(() -> !hub.kept("/api/v1/orders").isEmpty());
        kill(group);

        group();
        await().atMost(PATIENCE).until(() -> hub.kept("/api/v1/visits").size() >= 60 && orders() == 42);
        assertThat(hub.conflicts()).isEmpty();
    }

    /** A changed order is kept in each of its revisions. */
    private long orders() {
        return hub.kept("/api/v1/orders").stream()
                .map(told -> told.words().path("orderNo").asText())
                .distinct()
                .count();
    }

    @Test
    void theGroupEndsWhenItsStarterIsGone() throws Exception {
        Process group = group();
        await().atMost(PATIENCE).until(() -> !hub.endpoints().isEmpty());

        group.getOutputStream().close();
        assertThat(group.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    private Process factory(String answerAfter) throws IOException {
        return start(
                FactoryMain.class,
                "--code factory-crane --user factory-crane --password demo --secret s3cret --with-stdin yes --hub "
                        + hub.address() + " --ledger " + home + " --answer-after " + answerAfter);
    }

    private Process group() throws IOException {
        return start(DemoGroup.class, "--hub " + hub.address() + " --size small --home " + home);
    }

    private Process start(Class<?> main, String arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments.split(" ", -1)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        return process;
    }

    private static int port(Process factory) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(factory.getInputStream(), StandardCharsets.UTF_8));
        String line = String.valueOf(said.readLine());
        assertThat(line).startsWith("factory-crane listens on ");
        return Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static JsonNode deliver(int port) throws IOException, InterruptedException {
        String demand = "{\"demandId\":\"dem-1\",\"parts\":[{\"productClass\":\"CRANE\",\"qty\":\"1\"}]}";
        return send(request(port, "/demands").header("Idempotency-Key", "k-1").POST(BodyPublishers.ofString(demand)));
    }

    private static JsonNode get(int port, String path) throws IOException, InterruptedException {
        return send(request(port, path));
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer s3cret");
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        return Json.read(client.send(request.build(), BodyHandlers.ofString()).body());
    }
}
