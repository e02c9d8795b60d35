package org.tongqu.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A simulated factory, a process of its own with a ledger of its own; the hub knows where it listens. */
final class Factory implements AutoCloseable {
    private static final String SECRET = "journeys-bearer";

    private final RunningHub hub;
    private final String code;
    private final Path ledger;
    private final int port = RunningHub.freePort();
    private Process process;

    private Factory(RunningHub hub, String code, Path ledger) {
        this.hub = hub;
        this.code = code;
        this.ledger = ledger;
        this.process = launch();
    }

    /** Opens the factory with a ledger under the hub's run, and tells the hub as its administrator where it is. */
    static Factory open(RunningHub hub, String code) {
        Factory factory =
                new Factory(hub, code, hub.home().resolveSibling(hub.home().getFileName() + "-factories"));
        factory.tellTheHub(2);
        return factory;
    }

    String code() {
        return code;
    }

    /** Who it is when it calls the hub. */
    Caller towardsHub() {
        return hub.as(code);
    }

    void tellTheHub(int timeoutSeconds) {
        hub.as("admin")
                .put(
                        "/api/v1/partners/" + code + "/endpoint",
                        Json.object("{'base':'" + url() + "','bearer':'" + SECRET + "','timeoutSeconds':"
                                + timeoutSeconds + "}"))
                .expect(204);
    }

    /** NORMAL SLOW DEAD HANGING LYING FAILING REFUSING SILENT. */
    void behave(String behaviour) {
        Caller.nobody(url())
                .call("PUT", "/behaviour", BodyPublishers.ofString(behaviour))
                .expect(200);
    }

    /** How often the factory took this demand, by its own book: 0, 1, or too often. */
    int timesTaken(String demandId) {
        return line(demandId).path("taken").asInt();
    }

    boolean saysAnswered(String demandId) {
        return line(demandId).path("answered").asBoolean();
    }

    /** The factory's own book: demand id to delivered, taken, answered. */
    JsonNode ledger() {
        return Caller.nobody(url()).get("/ledger").expect(200).json();
    }

    private JsonNode line(String demandId) {
        return ledger().path(demandId);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private Process launch() {
        List<String> line = new ArrayList<>(Product.java("48m"));
        line.addAll(List.of("-Xss512k", "-cp", System.getProperty("java.class.path"), "org.tongqu.demo.FactoryMain"));
        line.addAll(List.of("--code", code, "--hub", hub.url().toString(), "--user", code, "--password", "demo"));
        line.addAll(List.of("--secret", SECRET, "--ledger", ledger.toString(), "--port", "" + port));
        line.addAll(List.of("--answer-after", "200ms", "--with-stdin", "yes"));
        Process started = Product.started(new ProcessBuilder(line).redirectErrorStream(true));
        new Said(started).line("listens on", Duration.ofMinutes(1));
        return started;
    }

    void kill9() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void restart() {
        process = launch();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
