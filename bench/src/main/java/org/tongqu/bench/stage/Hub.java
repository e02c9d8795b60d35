package org.tongqu.bench.stage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The hub as its users run it: the built jar, a process of its own with a home and a port of its own. */
public final class Hub {
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long LOOKS_EVERY_MILLIS = 20;

    private final Process process;
    private final Path home;
    private final int port;
    private final Path said;
    private final Path complained;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Hub(Process process, Path home, int port, Path said, Path complained) {
        this.process = process;
        this.home = home;
        this.port = port;
        this.said = said;
        this.complained = complained;
    }

    /** @param memory words for Java that take the place of the launcher's */
    static Hub start(Programs programs, Built built, Path home, List<String> memory)
            throws IOException, InterruptedException {
        Hub hub = launch(
                programs, built, home, memory, Map.of("TONGQU_DEMO_TRAFFIC", "off", "TONGQU_LOOKUP_MOST", "1000000"));
        hub.awaitReady();
        return hub;
    }

    /** As the launcher starts it: with what the build wrote down of its classes. */
    static Hub launch(Programs programs, Built built, Path home, Map<String, String> settings) throws IOException {
        Path archive = built.hub().resolveSibling("tongqu.jsa");
        List<String> options = Files.exists(archive)
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off")
                : List.<String>of();
        return launch(programs, built, home, options, settings);
    }

    /** @param settings of the demo group beside those that every bench's hub has */
    private static Hub launch(
            Programs programs, Built built, Path home, List<String> options, Map<String, String> settings)
            throws IOException {
        int port = Ports.free();
        Files.createDirectories(home);
        List<String> line = Programs.java();
        line.addAll(options);
        // As the launcher does, lest the demo's branches have no node.
        line.add("-Dtongqu.branch.jar=" + built.branch());
        // The demo's process enters the partners before the hub is ready.
        line.addAll(
                List.of("-Dtongqu.demo.jar=" + built.demo(), "-jar", built.hub().toString(), "demo"));
        Path said = home.resolveSibling(home.getFileName() + "-hub.log");
        Path complained = home.resolveSibling(home.getFileName() + "-hub-errors.log");
        ProcessBuilder program = new ProcessBuilder(line).redirectOutput(said.toFile());
        Process process = programs.start(own(program, home, port, settings), complained);
        return new Hub(process, home, port, said, complained);
    }

    private static ProcessBuilder own(ProcessBuilder program, Path home, int port, Map<String, String> settings) {
        Programs.forgetOurs(program);
        program.environment().put("TONGQU_HOME", home.toString());
        program.environment().put("TONGQU_PORT", Integer.toString(port));
        program.environment().putAll(settings);
        return program;
    }

    public void awaitReady() throws IOException, InterruptedException {
        await("to be ready", () -> Files.readString(said).contains("Tongqu is ready"));
    }

    /** All of the demo's past is there; it lives on from here. */
    public void awaitFull() throws IOException, InterruptedException {
        await("to have a full demo", () -> Files.readString(complained).contains("demo full"));
    }

    /** Somebody at a browser sees the first page. */
    public void awaitPage() throws IOException, InterruptedException {
        HttpRequest page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in"))
                .timeout(PATIENCE)
                .build();
        await("to serve a page", () -> isServed(page));
    }

    private boolean isServed(HttpRequest page) throws InterruptedException {
        try {
            return client.send(page, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What is waited for, asked again and again. */
    private interface Sight {
        boolean seen() throws IOException, InterruptedException;
    }

    private void await(String what, Sight sight) throws IOException, InterruptedException {
        long end = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (!sight.seen()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the hub was not seen " + what + ":\n" + Files.readString(said));
            }
            TimeUnit.MILLISECONDS.sleep(LOOKS_EVERY_MILLIS);
        }
    }

    /** As Ctrl-C does. */
    public void stop() {
        Programs.stop(process);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public Path dropFolder(String partner) {
        return home.resolve("drop").resolve(partner);
    }

    /** The server on which the hub's store lives, as its superuser; rivals get databases of their own on it. */
    public Store store() throws IOException {
        return Store.of(home);
    }

    /**
     * A call of the administrator's.
     *
     * @throws IllegalStateException where the answer is no success
     */
    public String administer(String method, String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", basic("admin", "demo"))
                .method(method, BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    public static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
