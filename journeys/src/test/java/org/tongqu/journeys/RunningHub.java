package org.tongqu.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The hub as its user runs it: a process of its own on a home and a port of its own. Its demo group stands still, unless it is to live: nothing
 * happens in it but what a test does, so tests can count.
 */
final class RunningHub implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);
    private static final int FIRST_PORT = 30_000;
    private static final int PORTS = 2_000;

    private final String command;
    private final Path home;
    private final int port;
    private final int brokerPort = freePort();
    private final Map<String, String> environment;
    private final List<String> javaOptions = new ArrayList<>();
    private @Nullable Process process;
    private @Nullable Said said;

    private RunningHub(String command, Path home, Map<String, String> environment) {
        this.command = command;
        this.home = home;
        this.port = freePort();
        this.environment = new TreeMap<>(environment);
    }

    /** {@code ./tongqu demo} on a fresh home. */
    static RunningHub demo(String name) {
        RunningHub hub = new RunningHub("demo", Product.freshFolder(name), Map.of("TONGQU_DEMO_TRAFFIC", "off"));
        hub.start();
        return hub;
    }

    /** {@code ./tongqu demo} on a fresh home, as people know it: factories and branches are at work; with a little history only. */
    static RunningHub livingDemo(String name) {
        RunningHub hub = new RunningHub("demo", Product.freshFolder(name), Map.of("TONGQU_DEMO_SIZE", "small"));
        hub.start();
        return hub;
    }

    /** {@code ./tongqu start} on a fresh home, with settings of its own; it runs after {@link #start}. */
    static RunningHub empty(String name, Map<String, String> environment) {
        return new RunningHub("start", Product.freshFolder(name), environment);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where partners that speak JMS log in. */
    String broker() {
        return "tcp://127.0.0.1:" + brokerPort;
    }

    /** Where its embedded broker listens. */
    int brokerPort() {
        return brokerPort;
    }

    Path home() {
        return home;
    }

    Caller as(String login) {
        return Caller.basic(url(), login, "demo");
    }

    Caller as(String login, String password) {
        return Caller.basic(url(), login, password);
    }

    Caller nobody() {
        return Caller.nobody(url());
    }

    /** Everything the hub printed since its last start. */
    Said said() {
        return running(said);
    }

    ProcessHandle process() {
        return running(process).toHandle();
    }

    /** The starts from now on have these options of Java, and no others of ours. */
    void withJavaOptions(String... options) {
        javaOptions.clear();
        javaOptions.addAll(List.of(options));
    }

    /** Returns when the hub says that it is ready, and fails when it ends instead. */
    RunningHub start() {
        process = launch(command);
        said = new Said(process);
        said.line("Tongqu is ready", STARTS_WITHIN);
        return this;
    }

    /** As the kernel does when memory runs out. */
    void kill9() throws InterruptedException {
        running(process).destroyForcibly().waitFor();
    }

    void restart() {
        stop();
        start();
    }

    /** TERM, as Ctrl-C; tells how long it took and fails past 30 seconds. */
    Duration stop() {
        Process ending = running(process);
        long began = System.nanoTime();
        ending.destroy();
        try {
            if (!ending.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                ending.destroyForcibly();
                throw new AssertionError("still there 30 s after TERM:\n" + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** What another launch on this home comes to; it must end by itself within a minute. */
    Ended launchBeside(String otherCommand, Map<String, String> other, String... options) throws InterruptedException {
        Map<String, String> settings = new TreeMap<>(environment);
        settings.putAll(other);
        Process beside = launch(otherCommand, settings, options);
        Said words = new Said(beside);
        if (!beside.waitFor(60, TimeUnit.SECONDS)) {
            beside.destroyForcibly();
            throw new AssertionError(otherCommand + " did not end:\n" + words);
        }
        return new Ended(beside.exitValue(), words.everything());
    }

    record Ended(int exitCode, String said) {}

    private Process launch(String word) {
        return launch(word, environment);
    }

    private Process launch(String word, Map<String, String> settings, String... options) {
        List<String> line = Product.java("768m");
        line.addAll(javaOptions);
        line.addAll(List.of(
                "-Dtongqu.demo.jar=" + Product.demo(),
                "-Dtongqu.branch.jar=" + Product.branch(),
                "-jar",
                Product.hub().toString(),
                word));
        line.addAll(List.of(options));
        ProcessBuilder program = new ProcessBuilder(line).redirectErrorStream(true);
        program.environment().keySet().removeIf(name -> name.startsWith("TONGQU_"));
        program.environment().put("TONGQU_HOME", home.toString());
        program.environment().put("TONGQU_PORT", Integer.toString(port));
        program.environment().put("TONGQU_BROKER_PORT", Integer.toString(brokerPort));
        program.environment().putAll(settings);
        return Product.started(program);
    }

    private static <T> T running(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("not started");
        }
        return part;
    }

    /** Below the range from which systems take ports for outgoing calls, so that it is still free after a kill. */
    static int freePort() {
        int start = ThreadLocalRandom.current().nextInt(PORTS);
        for (int step = 0; step < PORTS; step++) {
            int port = FIRST_PORT + (start + step) % PORTS;
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException e) {
                // taken: the next one
            }
        }
        throw new AssertionError("no free port");
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }
}
