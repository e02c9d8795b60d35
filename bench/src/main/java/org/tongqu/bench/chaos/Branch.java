package org.tongqu.bench.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Ports;
import org.tongqu.bench.stage.Stage;

/** A branch's node with a disk of its own, whose line to the hub can be cut and whose clock can be set. */
final class Branch implements AutoCloseable {
    static final String REGION = "NW";
    private static final String CODE = "branch-nw";
    private static final String STORE = "outbox.db";
    private static final Duration READY_WITHIN = Duration.ofMinutes(1);
    /** Of 50,000 visits over one line, while all other senders go on. */
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(20);

    private final Stage stage;
    private final Path home;
    private final int hub;
    private final int port = Ports.free();
    private final int nobody = Ports.free();
    private final Agent agent;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable Process process;

    /** @param name unlike that of any other node of the run */
    Branch(Stage stage, String name, int hub) throws IOException {
        this.stage = stage;
        this.home = Files.createDirectories(stage.folder().resolve(name));
        this.hub = hub;
        this.agent = Agent.make(stage.folder(), name);
    }

    /** By REST alone, as a branch without the hub's broker. */
    void start() throws IOException, InterruptedException {
        launch(hub);
    }

    /** Behind a line that is cut. */
    void startAlone() throws IOException, InterruptedException {
        launch(nobody);
    }

    private void launch(int towards) throws IOException, InterruptedException {
        process = stage.process(
                List.of(
                        "-Xmx96m",
                        agent.option(),
                        "-jar",
                        stage.built().branch().toString()),
                Map.of(
                        "TONGQU_BRANCH_HOME",
                        home.toString(),
                        "TONGQU_BRANCH",
                        CODE,
                        "TONGQU_BRANCH_KEY",
                        "demo",
                        "TONGQU_BRANCH_PORT",
                        Integer.toString(port),
                        "TONGQU_HUB_URL",
                        "http://127.0.0.1:" + towards),
                "branch");
        World.await("the branch's node", READY_WITHIN, () -> line().isPresent());
    }

    /** By how much its clock is ahead of ours. */
    void setClock(Duration ahead) throws IOException {
        agent.setClock(ahead);
    }

    /** @throws IllegalStateException where it does not take them all */
    void keep(List<String> visits) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                call("/api/v1/visits")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(String.join("\n", visits)))
                        .build(),
                BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() != 202 || answer.body().contains("REFUSED")) {
            throw new IllegalStateException("the branch answered " + answer.statusCode());
        }
    }

    /** Until the hub has acknowledged all that the node ever took. */
    void awaitTold() throws InterruptedException {
        World.await(
                "all of the branch to be told",
                TOLD_WITHIN,
                () -> line().filter(Branch::isTold).isPresent());
    }

    private static boolean isTold(String line) {
        return number(line, "waiting") == 0 && number(line, "last") == number(line, "completeThrough");
    }

    private static long number(String line, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*(\\d+)").matcher(line);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    private Optional<String> line() throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(call("/api/v1/line").GET().build(), BodyHandlers.ofString(UTF_8));
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", Hub.basic(CODE, "demo"));
    }

    void kill9() throws InterruptedException {
        Objects.requireNonNull(process).destroyForcibly().waitFor();
    }

    void stop() throws InterruptedException {
        Process ending = Objects.requireNonNull(process);
        ending.destroy();
        if (!ending.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the branch's node is still there 30 s after TERM");
        }
    }

    /** Its disk as it is, taken while it does not run. */
    void copyDisk() throws IOException {
        copy(disk(), home.resolve("copy"));
    }

    /** The old disk, after the one in use was lost. */
    void putDiskBack() throws IOException {
        copy(home.resolve("copy"), disk());
    }

    private Path disk() {
        return home.resolve(CODE);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String file : List.of(STORE, STORE + "-wal", STORE + "-shm")) {
            Files.deleteIfExists(to.resolve(file));
            if (Files.exists(from.resolve(file))) {
                Files.copy(from.resolve(file), to.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroyForcibly();
        }
    }
}
