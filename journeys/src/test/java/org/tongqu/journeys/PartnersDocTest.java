package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.journeys.Examples.Example;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What docs/partners.md tells a newcomer to run")
@ExtendWith(SharedGroup.class)
class PartnersDocTest {
    private static final Path PAGE = Product.root().resolve("docs/partners.md");
    private static final Path SAME_IN_CHINESE = Product.root().resolve("docs/partners.zh-CN.md");
    private static final String FACTORY = "factory-nine";
    private static final String AGENT = "agent-nine";

    private final Group group;
    private final Map<String, Example> examples = Examples.of(PAGE);
    private final Path folder = Product.freshFolder("examples");
    private final Map<String, String> environment = new TreeMap<>();

    PartnersDocTest(Group group) {
        this.group = group;
        environment.put("HUB", group.hub().url().toString());
        environment.put("ADMIN_PASSWORD", "demo");
        environment.put("CODE", FACTORY);
    }

    @BeforeAll
    @DisplayName("begins with the administrator entering the factory")
    void enter() throws IOException, InterruptedException {
        JsonNode entered = Json.MAPPER.readTree(run("enter").out());
        environment.put("KEY", entered.path("apiKey").asText());
        environment.put("SOAP_SECRET", entered.path("soapSecret").asText());
        environment.put("CLASSPATH", System.getProperty("java.class.path"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("sends an order that is taken")
    @CsvSource({
        "order-by-curl,   EX-CURL-1",
        "order-by-java,   EX-JAVA-1",
        "order-by-node,   EX-NODE-1",
        "order-by-python, EX-PYTHON-1"
    })
    void sendsAnOrder(String example, String orderNo) throws IOException, InterruptedException {
        Ran ran = run(example);

        assertThat(ran.exitCode()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("RECEIVED");
        JsonNode order = Watching.order(group.as("desk"), orderNo);
        assertThat(order.path("factory").asText()).isEqualTo(FACTORY);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("sends an order by SOAP with a library that is not ours")
    @CsvSource({"order-by-zeep, zeep, EX-ZEEP-1", "order-by-node-soap, soap, EX-NODE-SOAP-1"})
    void sendsAnOrderBySoap(String example, String library, String orderNo) throws IOException, InterruptedException {
        environment.put(
                "NODE_PATH",
                ForeignClient.ready(library).resolve("node_modules").toString());
        sendsAnOrder(example, orderNo);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("sends an order by queue, and the receipt comes back by another")
    @CsvSource({"order-by-jms, EX-JMS-1", "order-by-amqp, EX-AMQP-1"})
    void sendsAnOrderByQueue(String example, String orderNo) throws Exception {
        if (example.endsWith("amqp")) {
            AmqpTest.theClient();
        }
        environment.put("BROKER", BoilerFactory.url(group.hub(), "amqp").replaceFirst("^\\w+://", ""));
        assertThat(run("queues").exitCode()).isZero();

        Watching.until("the queues are there", () -> runAgain(example), ran -> ran.exitCode() == 0);

        assertThat(Watching.order(group.as("desk"), orderNo).path("factory").asText())
                .isEqualTo(FACTORY);
    }

    private Ran runAgain(String example) {
        try {
            return run(example);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(example, e);
        }
    }

    @Test
    @DisplayName("asks which demands wait, and is answered with a list")
    void asksWhichDemandsWait() throws IOException, InterruptedException {
        assertThat(Json.MAPPER.readTree(run("demands-by-curl").out()).path("items"))
                .isEmpty();
    }

    @Test
    @DisplayName("drops a report: the good row is taken, the bad one comes back with its reason")
    void dropsAReport() throws IOException, InterruptedException {
        JsonNode entered = group.as("admin")
                .post(
                        "/api/v1/partners",
                        Json.object("{'kind':'AGENT','name':'第九机电代理'}").put("code", AGENT))
                .expect(201)
                .json();
        environment.put("FOLDER", entered.path("folder").asText());

        Ran ran = run("report-by-sh");

        assertThat(ran.out()).contains("\"status\" : \"PARTLY\"", "BAD_DATE", "2026-06-31");
    }

    @Test
    @DisplayName("is the same in Chinese, program for program")
    void isTheSameInChinese() {
        assertThat(Examples.of(SAME_IN_CHINESE)).isEqualTo(examples);
    }

    private Ran run(String name) throws IOException, InterruptedException {
        Example example = java.util.Objects.requireNonNull(examples.get(name), name);
        Interpreter interpreter = Interpreter.of(example);
        Path here = Files.createDirectories(folder.resolve(name));
        Files.writeString(here.resolve(interpreter.file()), example.program(), UTF_8);
        ProcessBuilder command = new ProcessBuilder(interpreter.command())
                .directory(here.toFile())
                .redirectErrorStream(true);
        command.environment().putAll(environment);
        Process process = Product.started(command);
        Said said = new Said(process);
        assertThat(process.waitFor(Duration.ofMinutes(2).toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
        return new Ran(process.exitValue(), said.everything());
    }

    private record Ran(int exitCode, String out) {}
}
