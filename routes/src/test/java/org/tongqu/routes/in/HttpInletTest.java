package org.tongqu.routes.in;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.connectors.canon.Wire;

@DisplayName("A message posted by HTTP")
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpInletTest {
    private static final Sender BRANCH = new Sender("branch-ne", Sender.Role.BRANCH, "NE", "branch-ne");
    private static final String VISIT =
            "{\"formatVersion\":1,\"visitNo\":\"V-1\",\"rep\":\"rep-ne-1\",\"visitedAt\":\"2026-03-02T09:30:00+08:00\",\"customer\":{\"name\":\"沈阳第一机床厂\"},\"opinions\":[\"交货期太长\"]}";
    private static final String ORDER_FACT =
            "{\"orderNo\":\"O-1\",\"milestones\":[{\"kind\":\"MADE\",\"at\":\"2026-04-01T00:00:00Z\"}]}";

    private final FakeJournal journal = new FakeJournal();
    private final HandSluice sluice = new HandSluice();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Tomcat tomcat = new Tomcat();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Map<String, Object>> headersOnTheRoad = new CopyOnWriteArrayList<>();
    private volatile boolean signedIn = true;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        camel.addRoutes(new InletRoutes(journal));
        camel.addRoutePolicyFactory((context, id, route) -> new RoutePolicySupport() {
            @Override
            public void onExchangeBegin(Route on, Exchange exchange) {
                headersOnTheRoad.add(Map.copyOf(exchange.getMessage().getHeaders()));
            }
        });
        camel.start();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", folder.toString());
        filter(context, "security", (in, out, chain) -> {
            if (signedIn) {
                in.setAttribute(HttpInlet.SENDER, BRANCH);
            }
            chain.doFilter(in, out);
        });
        filter(context, "inlet", new HttpInlet(camel.createProducerTemplate(), sluice));
        Tomcat.addServlet(context, "reads", new Reads());
        context.addServletMappingDecoded("/", "reads");
        quiet((StandardContext) context);
        tomcat.start();
    }

    /** Tomcat would look for leaks by reflection that a modern JDK forbids, and complain at length. */
    private static void quiet(StandardContext context) {
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesRmiTargets(false);
    }

    private static void filter(Context context, String name, Filter filter) {
        FilterDef definition = new FilterDef();
        definition.setFilterName(name);
        definition.setFilter(filter);
        context.addFilterDef(definition);
        FilterMap map = new FilterMap();
        map.setFilterName(name);
        map.addURLPattern("/*");
        context.addFilterMap(map);
    }

    /** Stands for whoever answers GET. */
    private static final class Reads extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("read " + request.getRequestURI());
        }
    }

    @BeforeEach
    void afresh() {
        journal.calls.clear();
        journal.trouble = () -> {};
        headersOnTheRoad.clear();
        sluice.set(new Sluice.Open());
        sluice.mostHeld = Long.MAX_VALUE;
        sluice.mostWorking = Integer.MAX_VALUE;
        signedIn = true;
    }

    @AfterAll
    void stop() throws LifecycleException {
        client.shutdownNow();
        tomcat.stop();
        tomcat.destroy();
        camel.stop();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path))
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(UTF_8));
        assertThat(response.statusCode()).isNotEqualTo(500);
        assertThat(response.body()).doesNotContain("Exception", "\tat ", "org.apache");
        return response;
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(to(path).POST(BodyPublishers.ofString(body, UTF_8)));
    }

    private static void isProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(response.body())
                .contains("\"status\":" + status, "\"code\":\"" + code + "\"")
                .contains("\"type\":", "\"title\":", "\"detail\":", "\"zh\":", "\"en\":")
                .containsPattern("\\p{IsHan}");
    }

    @Test
    @DisplayName(
            "is sent back at a shut sluice before anything of it is read or kept, with the cause and when to come again")
    void theSluiceIsShut() throws Exception {
        sluice.set(new Sluice.Shut(Sluice.Cause.DISK, Duration.ofSeconds(60)));
        for (String path : HttpInlet.paths()) {
            HttpResponse<String> response = post(path, VISIT);
            isProblem(response, 503, "BUSY");
            assertThat(response.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(response.body()).contains("磁盘将满", "60 秒后重发", "the disk is nearly full", "in 60 s");
        }
        assertThat(journal.calls).isEmpty();
        assertThat(headersOnTheRoad).isEmpty();
        assertThat(sluice.held).hasValue(0);
        assertThat(send(to("/api/v1/orders").GET()).statusCode())
                .as("reading goes on")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("is held back at a slow sluice and then taken")
    void theSluiceIsSlow() throws Exception {
        sluice.set(new Sluice.Slow(Sluice.Cause.BACKLOG, Duration.ofMillis(400)));
        long begun = System.nanoTime();
        assertThat(post("/api/v1/visits", VISIT).statusCode()).isEqualTo(202);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    @DisplayName(
            "is sent back where those under way hold too much together or are too many, and gives back what it held itself")
    void tooMuchAtOnce() throws Exception {
        sluice.mostHeld = 100;
        var large = post("/api/v1/visits", VISIT);
        isProblem(large, 503, "BUSY");
        assertThat(large.headers().firstValue("Retry-After")).hasValue("2");
        sluice.mostHeld = Long.MAX_VALUE;
        sluice.mostWorking = 0;
        isProblem(post("/api/v1/visits", VISIT), 503, "BUSY");
        assertThat(journal.calls).isEmpty();
        sluice.mostWorking = 1;
        assertThat(post("/api/v1/visits", VISIT).statusCode()).isEqualTo(202);
        assertThat(post("/api/v1/visits", "[").statusCode()).isEqualTo(400);
        assertThat(sluice.working).hasValue(0);
        assertThat(sluice.held).hasValue(0);
    }

    @Test
    @DisplayName("is kept for the sender whom the credential proved, and its receipt says where to look")
    void kept() throws Exception {
        var response =
                send(to("/api/v1/visits").header("Idempotency-Key", "call-1").POST(BodyPublishers.ofString(VISIT)));
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body())
                .isEqualTo(
                        "{\"receipts\":[{\"messageId\":\"M-0\",\"status\":\"RECEIVED\",\"href\":\"/api/v1/messages/M-0\",\"errors\":[]}]}");
        assertThat(journal.calls)
                .containsExactly(new FakeJournal.Call(BRANCH, Wire.REST, MessageKind.VISIT, Optional.of("call-1"), 1));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/visits,VISIT",
        "/api/v1/orders,ORDER",
        "/api/v1/acknowledgements,DEMAND_ACKNOWLEDGEMENT",
        "/api/v1/answers,DEMAND_ANSWER"
    })
    @DisplayName("takes the road of its kind")
    void kinds(String path, MessageKind kind) throws Exception {
        assertThat(post(path, "[" + VISIT + "," + ORDER_FACT + "]").statusCode())
                .isIn(202, 422);
        assertThat(journal.calls).extracting(FakeJournal.Call::kind).containsExactly(kind);
    }

    @Test
    @DisplayName("is taken in part when some items are good, and answered 422 when none is")
    void partly() throws Exception {
        var mixed = post("/api/v1/visits", VISIT + "\n{\"visitNo\":\"V-2\"}\n" + VISIT);
        assertThat(mixed.statusCode()).isEqualTo(202);
        assertThat(mixed.body())
                .contains("\"status\":\"REFUSED\"", "\"pointer\":\"/customer/name\",\"code\":\"REQUIRED\"");
        assertThat(journal.calls.getFirst().items()).isEqualTo(3);
        assertThat(post("/api/v1/visits", "[{},{}]").statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"visitNo\":|BAD_JSON", "[]|EMPTY_BODY", "''|EMPTY_BODY", "[\u0000]|NUL_CHARACTER"})
    @DisplayName("that nobody can read is answered 400 and not kept")
    void unreadable(String body, String code) throws Exception {
        isProblem(post("/api/v1/visits", body), 400, code);
        assertThat(journal.calls).isEmpty();
    }

    @Test
    @DisplayName("brings no header and no query parameter along, whatever their names")
    void hostileHeaders() throws Exception {
        var request = to("/api/v1/visits?CamelFileName=x&Idempotency-Key=q&Content-Type=evil&sender=admin")
                .POST(BodyPublishers.ofString(VISIT));
        for (String name : List.of(
                "CamelFileName",
                "cAmElHttpUri",
                "CAMELHTTPRESPONSECODE",
                "org.apache.camel.x",
                "Org.Apache.Camel.Y",
                "X-Forwarded-User",
                HttpInlet.SENDER)) {
            request.header(name, "evil");
        }
        assertThat(send(request).statusCode()).isEqualTo(202);
        assertThat(headersOnTheRoad).containsExactly(Map.of("Content-Type", "application/json"));
        assertThat(journal.calls)
                .containsExactly(new FakeJournal.Call(BRANCH, Wire.REST, MessageKind.VISIT, Optional.empty(), 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {17L * 1024 * 1024, 100L * 1024 * 1024})
    @DisplayName("larger than 16 MiB is answered 413, its length announced or not, and the next one is served")
    void tooLarge(long size) throws Exception {
        var unannounced = BodyPublishers.ofInputStream(() -> spaces(size));
        isProblem(send(to("/api/v1/visits").POST(unannounced)), 413, "TOO_LARGE");
        var announced = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> spaces(size)), size);
        isProblem(send(to("/api/v1/visits").POST(announced)), 413, "TOO_LARGE");
        isProblem(send(to("/api/v1/visits").expectContinue(true).POST(announced)), 413, "TOO_LARGE");
        isProblem(
                send(to("/api/v1/visits").setHeader("Content-Type", "text/csv").POST(announced)),
                415,
                "UNSUPPORTED_TYPE");
        assertThat(journal.calls).isEmpty();
        assertThat(post("/api/v1/visits", VISIT).statusCode()).isEqualTo(202);
    }

    private static InputStream spaces(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                int n = (int) Math.min(left, length);
                Arrays.fill(into, offset, offset + n, (byte) ' ');
                left -= n;
                return n > 0 ? n : -1;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 500\r\n\r\n" + VISIT,
                "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"visitNo\":",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    @DisplayName("that breaks off is answered 400 and not kept")
    void brokenOff(String rest) throws Exception {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort())) {
            String head =
                    "POST /api/v1/visits HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n";
            socket.getOutputStream().write((head + rest).getBytes(UTF_8));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 400");
        }
        assertThat(journal.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/xml",
                "application/json; charset=GBK",
                "application/x-java-serialized-object"
            })
    @DisplayName("of another type is answered 415")
    void wrongType(String type) throws Exception {
        isProblem(
                send(to("/api/v1/visits").setHeader("Content-Type", type).POST(BodyPublishers.ofString(VISIT))),
                415,
                "UNSUPPORTED_TYPE");
        isProblem(
                send(to("/api/v1/visits").header("Content-Encoding", "gzip").POST(BodyPublishers.ofString(VISIT))),
                415,
                "UNSUPPORTED_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=UTF-8",
                "Application/JSON; charset=\"utf-8\"",
                "application/x-ndjson",
                "application/jsonl"
            })
    @DisplayName("is taken under every name its type goes by")
    void rightTypes(String type) throws Exception {
        var response = send(to("/api/v1/visits").setHeader("Content-Type", type).POST(BodyPublishers.ofString(VISIT)));
        assertThat(response.statusCode()).isEqualTo(202);
    }

    @Test
    @DisplayName("can only be posted; orders may also be read, which is somebody else's business")
    void methods() throws Exception {
        for (String method : List.of("GET", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            var response = send(to("/api/v1/visits").method(method, BodyPublishers.ofString(VISIT)));
            isProblem(response, 405, "METHOD_NOT_ALLOWED");
            assertThat(response.headers().firstValue("Allow")).hasValue("POST");
        }
        assertThat(send(to("/api/v1/orders").GET()).body()).isEqualTo("read /api/v1/orders");
        var put = send(to("/api/v1/orders").PUT(BodyPublishers.ofString(ORDER_FACT)));
        assertThat(put.headers().firstValue("Allow")).hasValue("GET, POST");
        assertThat(send(to("/api/v1/needs").GET()).body()).isEqualTo("read /api/v1/needs");
        assertThat(journal.calls).isEmpty();
    }

    @Test
    @DisplayName("without a proved sender is answered 401 and takes no road")
    void nobody() throws Exception {
        signedIn = false;
        isProblem(post("/api/v1/visits", VISIT), 401, "NO_SENDER");
        assertThat(headersOnTheRoad).isEmpty();
    }

    @Test
    @DisplayName("needs one short key or none")
    void keys() throws Exception {
        isProblem(
                send(to("/api/v1/visits")
                        .header("Idempotency-Key", "k".repeat(201))
                        .POST(BodyPublishers.ofString(VISIT))),
                400,
                "BAD_IDEMPOTENCY_KEY");
        isProblem(
                send(to("/api/v1/visits")
                        .header("Idempotency-Key", "a")
                        .header("Idempotency-Key", "b")
                        .POST(BodyPublishers.ofString(VISIT))),
                400,
                "BAD_IDEMPOTENCY_KEY");
    }

    @Test
    @DisplayName("that the sender may not send is answered 403 in the journal's words")
    void notAllowed() throws Exception {
        journal.trouble = () -> {
            throw new Intake.NotAllowed(new Refusal("", "NOT_YOURS", "代理商不能发拜访", "agents send no visits"));
        };
        isProblem(post("/api/v1/visits", VISIT), 403, "NOT_YOURS");
    }

    @Test
    @DisplayName("is given back when the store is away, to be sent again, and the next one is kept")
    void storeAway() throws Exception {
        journal.trouble = () -> {
            throw new IllegalStateException("secret words", new SQLTransientConnectionException("pool empty", "08006"));
        };
        var response = post("/api/v1/visits", VISIT);
        isProblem(response, 503, "STORE_AWAY");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        journal.trouble = () -> {};
        assertThat(post("/api/v1/visits", VISIT).statusCode()).isEqualTo(202);
    }

    @Test
    @DisplayName("that meets our own bug is given back with a number, without our secrets")
    void ownFault() throws Exception {
        journal.trouble = () -> {
            throw new NullPointerException("secret words");
        };
        var response = post("/api/v1/visits", VISIT);
        isProblem(response, 503, "HUB_FAULT");
        assertThat(response.body()).doesNotContain("secret", "NullPointer");
    }
}
