package org.tongqu.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongqu.demo.line.Wire;

/** A simulated factory, a process of its own with a ledger of its own; the hub knows where it listens. */
final class Factory implements AutoCloseable {
    private static final String SECRET = "journeys-bearer";

    private final RunningHub hub;
    private final String code;
    private final List<String> credential;
    private final Path ledger;
    private final int port = RunningHub.freePort();
    private Process process;

    private Factory(RunningHub hub, String code, List<String> credential) {
        this.hub = hub;
        this.code = code;
        this.credential = credential;
        this.ledger = hub.home().resolveSibling(hub.home().getFileName() + "-factories");
        this.process = launch();
    }

    /** A factory of the demo group, with a ledger beside the hub's home; the hub is told by its administrator where it listens. */
    static Factory open(RunningHub hub, String code) {
        Factory factory = new Factory(hub, code, List.of("--user", code, "--password", "demo"));
        factory.tellTheHub(hub.as("admin"));
        return factory;
    }

    /** A factory that was registered with a key. */
    static Factory open(RunningHub hub, String code, String key, Caller admin) {
        Factory factory = new Factory(hub, code, List.of("--key", key));
        factory.tellTheHub(admin);
        return factory;
    }

    String code() {
        return code;
    }

    /** Who it is when it calls the hub. */
    Caller towardsHub() {
        return hub.as(code);
    }

    /** A factory of any wire that was entered by {@link Entered}, in a process of its own. */
    static Factory open(RunningHub hub, Entered entered, Wire.Kind wire) {
        List<String> credential = new ArrayList<>(List.of("--user", entered.code(), "--key", entered.key()));
        credential.addAll(List.of("--password", entered.soapSecret(), "--broker", hub.broker()));
        credential.addAll(List.of("--wire", wire.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        Factory factory = new Factory(hub, entered.code(), credential);
        factory.tellTheHub(hub.as("admin"), wire);
        return factory;
    }

    private void tellTheHub(Caller admin, Wire.Kind wire) {
        switch (wire) {
            case REST -> tellTheHub(admin);
            case SOAP ->
                tell(
                        admin,
                        Json.object("{'kind':'SOAP','base':'" + url() + "/inbox','user':'" + code + "','secret':'"
                                + SECRET + "','timeoutSeconds':2}"));
            case JMS -> tell(admin, Json.object("{'kind':'JMS'}"));
            case SOAP_FETCH -> {}
        }
    }

    private void tell(Caller admin, JsonNode endpoint) {
        admin.put("/api/v1/partners/" + code + "/endpoint", endpoint).expect(204);
    }

    private void tellTheHub(Caller admin) {
        tell(admin, Json.object("{'base':'" + url() + "','bearer':'" + SECRET + "','timeoutSeconds':2}"));
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

    /** Whether its answer to this demand stands in its ledger file, heard by the hub or not. */
    boolean hasSaidTo(String demandId) {
        try {
            return java.nio.file.Files.readAllLines(ledger.resolve(code + ".jsonl")).stream()
                    .anyMatch(line -> line.contains(demandId) && line.contains("\"SAID\""));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
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
        line.addAll(List.of("--code", code, "--hub", hub.url().toString()));
        line.addAll(credential);
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
