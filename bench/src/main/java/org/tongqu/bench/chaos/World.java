package org.tongqu.bench.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Ports;
import org.tongqu.bench.stage.Stage;
import org.tongqu.bench.stage.Store;

/** One home with its hub, which is killed and started again, and the factories it asks, which live on. */
final class World implements AutoCloseable {
    private static final String ASKED_BY_SOAP = "factory-crane";
    static final List<String> ASKED = List.of("factory-mt1", ASKED_BY_SOAP);
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
    /** Looking costs the store two connections. */
    private static final int GLANCE_MILLIS = 250;

    private static final int STORE_MEGABYTES = 1_500;
    private static final int BROKER_MEGABYTES = 300;
    private static final Pattern LEDGER_LINE =
            Pattern.compile("\"([^\"]+)\"\\s*:\\s*\\{[^}]*?\"taken\"\\s*:\\s*(\\d+)");

    private final Stage stage;
    private final Path home;
    private final int port = Ports.free();
    private final int brokerPort;
    private final boolean armed;
    private final Agent agent;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> elsewhere = new HashMap<>();
    private final Map<String, Integer> factoryPorts = new HashMap<>();
    private @Nullable Process hub;
    private @Nullable Broker broker;
    private @Nullable SmallDisk storeDisk;
    private @Nullable SmallDisk brokerDisk;
    private String soapSecret = "";
    private String heap = "768m";

    private World(Stage stage, String name, boolean armed) throws IOException {
        this.stage = stage;
        this.home = Files.createDirectories(stage.folder().resolve(name));
        int other = Ports.free();
        while (other == port) {
            other = Ports.free();
        }
        this.brokerPort = other;
        this.armed = armed;
        this.agent = Agent.make(stage.folder(), name);
    }

    /** The demo group's partners with factories of our own, and nothing happens in it but what we do. */
    static World open(Stage stage, String name, Needs needs) throws Exception {
        World world = new World(stage, name, needs.agent());
        if (needs.smallDisks()) {
            world.storeDisk =
                    SmallDisk.mounted(world.home.resolve("pg"), STORE_MEGABYTES).orElse(null);
            world.brokerDisk = SmallDisk.mounted(world.home.resolve("broker"), BROKER_MEGABYTES)
                    .orElse(null);
        }
        if (needs.brokerApart()) {
            world.broker = Broker.start(
                    stage, world.home.resolveSibling(name + "-broker"), world.brokerPort, needs.smallDisks());
        }
        world.launch("demo");
        // The hub takes work before the demo's process has entered its partners.
        await(
                "the demo group",
                STARTS_WITHIN,
                () -> Files.readString(stage.folder().resolve("hub.log")).contains("Tongqu is ready"));
        for (String factory : ASKED) {
            world.openFactory(factory);
        }
        world.administer("PUT", "/api/v1/partners/" + Writer.ORDERS_BY_QUEUE + "/endpoint", "{\"kind\":\"JMS\"}");
        String registered = world.administer(
                "POST",
                "/api/v1/partners",
                "{\"code\":\"" + Writer.ORDERS_BY_SOAP + "\",\"kind\":\"FACTORY\",\"name\":\"故障试验厂\"}");
        world.soapSecret = field(registered, "soapSecret");
        world.term();
        world.start();
        return world;
    }

    /** Another home, on which nothing has been started yet. */
    World beside(String name) throws IOException {
        return new World(stage, name, true);
    }

    /** A node of one of its branches, which is not started yet. */
    Branch branch(String name) throws IOException {
        return new Branch(stage, name, port);
    }

    private void openFactory(String code) throws Exception {
        int at = Ports.free();
        factoryPorts.put(code, at);
        Path jar = stage.built().hub();
        String path = stage.built().demo() + ":" + jar + ":" + jar.resolveSibling("lib") + "/*";
        stage.process(
                List.of(
                        "-Xmx64m",
                        "-cp",
                        path,
                        "org.tongqu.demo.FactoryMain",
                        "--code",
                        code,
                        "--hub",
                        "http://127.0.0.1:" + port,
                        "--user",
                        code,
                        "--password",
                        "demo",
                        "--secret",
                        "chaos",
                        "--ledger",
                        home.resolveSibling(home.getFileName() + "-books").toString(),
                        "--port",
                        Integer.toString(at),
                        "--answer-after",
                        "200ms"),
                Map.of(),
                code);
        await("a factory", STARTS_WITHIN, () -> get(at, "/ledger").isPresent());
        administer("PUT", "/api/v1/partners/" + code + "/endpoint", endpoint(code, at));
    }

    private static String endpoint(String code, int at) {
        String base = "http://127.0.0.1:" + at;
        return code.equals(ASKED_BY_SOAP)
                ? "{\"kind\":\"SOAP\",\"base\":\"%s/inbox\",\"user\":\"%s\",\"secret\":\"chaos\",\"timeoutSeconds\":2}"
                        .formatted(base, code)
                : "{\"base\":\"%s\",\"bearer\":\"chaos\",\"timeoutSeconds\":2}".formatted(base);
    }

    /** NORMAL SLOW DEAD HANGING LYING FAILING SILENT, as the simulated factory knows them. */
    void behave(String factory, String behaviour) throws IOException, InterruptedException {
        client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + factoryPorts.get(factory) + "/behaviour"))
                        .PUT(BodyPublishers.ofString(behaviour))
                        .build(),
                BodyHandlers.discarding());
    }

    void start() throws IOException, InterruptedException {
        launch("start");
    }

    private void launch(String word) throws IOException, InterruptedException {
        launchOnly(word);
        awaitReady();
    }

    /** Starts the process and does not wait for it. */
    void launchOnly(String word) throws IOException {
        Path jar = stage.built().hub();
        List<String> line = new ArrayList<>();
        Path archive = jar.resolveSibling("tongqu.jsa");
        if (Files.exists(archive)) {
            line.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off", "-Xshare:auto"));
        }
        line.add("-Xmx" + heap);
        if (armed) {
            line.add(agent.option());
        }
        line.addAll(List.of(
                "-Dtongqu.branch.jar=" + stage.built().branch(),
                "-Dtongqu.demo.jar=" + stage.built().demo(),
                "-jar",
                jar.toString(),
                word));
        hub = stage.process(
                line,
                settings(Map.of(
                        "TONGQU_HOME",
                        home.toString(),
                        "TONGQU_PORT",
                        "" + port,
                        "TONGQU_BROKER_PORT",
                        "" + brokerPort,
                        "TONGQU_DEMO_TRAFFIC",
                        "off")),
                "hub");
    }

    private Map<String, String> settings(Map<String, String> own) {
        Map<String, String> all = new HashMap<>(own);
        brokerApart().ifPresent(apart -> all.putAll(apart.settings()));
        all.putAll(elsewhere);
        return all;
    }

    /** A second hub on this one's database and broker, with a home and a port of its own, and as its operator is told the same key for partners' secrets and the same {@code drop/}; not started yet. */
    World twin(String name) throws IOException {
        World twin = new World(stage, name, armed);
        Properties facts = new Properties();
        try (InputStream note = Files.newInputStream(home.resolve("run/hub.properties"))) {
            facts.load(note);
        }
        twin.elsewhere.putAll(brokerApart().orElseThrow().settings());
        twin.elsewhere.put("TONGQU_DB_URL", facts.getProperty("url", ""));
        twin.elsewhere.put("TONGQU_DB_USER", facts.getProperty("user", ""));
        twin.elsewhere.put("TONGQU_DB_PASSWORD", secret("db-app"));
        twin.elsewhere.put("TONGQU_DB_OWNER_USER", facts.getProperty("ownerUser", ""));
        twin.elsewhere.put("TONGQU_DB_OWNER_PASSWORD", secret("db-owner"));
        Path secrets = Files.createDirectories(twin.home.resolve("secrets"));
        Files.copy(home.resolve("secrets/secret.key"), secrets.resolve("secret.key"));
        Files.createSymbolicLink(twin.home.resolve("drop"), home.resolve("drop"));
        return twin;
    }

    private String secret(String name) throws IOException {
        return Files.readString(home.resolve("secrets").resolve(name)).strip();
    }

    void awaitReady() throws InterruptedException {
        await(
                "the hub to be ready",
                STARTS_WITHIN,
                () -> isReady() || !process().isAlive());
        if (!process().isAlive()) {
            throw new IllegalStateException(
                    "the hub ended with code " + process().exitValue());
        }
    }

    boolean isReady() throws IOException, InterruptedException {
        return get(port, "/actuator/health/readiness").isPresent();
    }

    private Optional<String> get(int at, String path) throws IOException, InterruptedException {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    void kill9() throws InterruptedException {
        process().destroyForcibly().waitFor();
    }

    void term() throws InterruptedException {
        process().destroy();
        if (!process().waitFor(40, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the hub is still there 40 s after TERM");
        }
    }

    void signal(String name) throws IOException, InterruptedException {
        signal(name, process().pid());
    }

    static void signal(String name, long pid) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .inheritIO()
                        .start()
                        .waitFor()
                != 0) {
            throw new IllegalStateException("kill -" + name + " " + pid + " failed");
        }
    }

    long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("pg/data/postmaster.pid"))
                .getFirst()
                .strip());
    }

    boolean awaitDeath(Duration atMost) throws InterruptedException {
        return process().waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    Process process() {
        return Objects.requireNonNull(hub);
    }

    Agent agent() {
        return agent;
    }

    /** The next start has this much memory, e.g. {@code 256m}. */
    void heap(String most) {
        heap = most;
    }

    /** Everything acknowledged has come to its end, inside and on the way out; however much it is, it must get less. */
    void awaitQuiet() throws InterruptedException, IOException {
        for (long left = open(); left > 0; left = open()) {
            long before = left;
            await("fewer than " + before + " to be open", Duration.ofMinutes(4), () -> {
                TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
                return open() < before;
            });
        }
    }

    Store store() throws IOException {
        return Store.of(home);
    }

    private long open() throws IOException {
        try {
            Store store = store();
            return store.count("select count(*) from journal.message where outcome is null and parked_at is null")
                    + store.count("select count(*) from platform.outbox where state in ('WAITING', 'CLAIMED')");
        } catch (SQLException away) {
            return Long.MAX_VALUE;
        }
    }

    /** What the factories hold, as they say it themselves: lines for {@code delivered.tsv}. */
    List<String> books() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (String factory : ASKED) {
            lines.add("PARTNER\t" + factory);
            Matcher line = LEDGER_LINE.matcher(get(Objects.requireNonNull(factoryPorts.get(factory)), "/ledger")
                    .orElseThrow());
            while (line.find()) {
                lines.add("DEMAND\t" + factory + "|" + line.group(1) + "\t" + line.group(2));
            }
        }
        return lines;
    }

    /** {@code ./tongqu audit} as its user runs it. */
    Verdict audit(Path witness) throws IOException, InterruptedException {
        Path jar = stage.built().hub();
        Path said = stage.folder().resolve("audit.txt");
        Process audit = stage.process(
                List.of(
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "audit",
                        "--witness",
                        witness.toString()),
                Map.of("TONGQU_HOME", home.toString()),
                "audit",
                said);
        audit.waitFor();
        return Verdict.read(audit.exitValue(), Files.readString(said));
    }

    String administer(String method, String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", Hub.basic("admin", "demo"))
                        .method(method, BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("the answer has no " + name);
        }
        return found.group(1);
    }

    int port() {
        return port;
    }

    /** Empty where the store shares the machine's disk. */
    Optional<SmallDisk> storeDisk() {
        return Optional.ofNullable(storeDisk);
    }

    /** That of the broker inside the hub; empty where it shares the machine's disk. */
    Optional<SmallDisk> brokerDisk() {
        return Optional.ofNullable(brokerDisk);
    }

    /** Empty where the broker lives and dies with the hub. */
    Optional<Broker> brokerApart() {
        return Optional.ofNullable(broker);
    }

    String broker() {
        return "tcp://127.0.0.1:" + brokerPort;
    }

    String soapSecret() {
        return soapSecret;
    }

    Path dropFolder(String partner) {
        return home.resolve("drop").resolve(partner);
    }

    /** What is waited for. */
    interface Sight {
        boolean seen() throws IOException, InterruptedException;
    }

    static void await(String what, Duration atMost, Sight sight) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            while (!sight.seen()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("waited in vain for " + what);
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException e) {
            throw new IllegalStateException(what, e);
        }
    }

    @Override
    public void close() {
        if (process().isAlive()) {
            process().destroy();
        }
        if (broker != null) {
            broker.close();
        }
        storeDisk().ifPresent(SmallDisk::close);
        brokerDisk().ifPresent(SmallDisk::close);
    }
}
