package org.tongqu.routes.in;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.SharedSecrets;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.connectors.soap.FactoryService;

@DisplayName("An envelope posted by HTTP")
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoapInletTest {
    private static final Sender FACTORY = new Sender("factory-mt1", Sender.Role.FACTORY, null, "factory-mt1");
    private static final String MILESTONE =
            "<ReportMilestone xmlns=\"urn:tongqu:factory:1\"><orderNo>O-1</orderNo><milestones><kind>MADE</kind><at>2026-04-01T00:00:00Z</at></milestones></ReportMilestone>";
    private static final String ENVELOPE = "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body>"
            + MILESTONE + "</e:Body></e:Envelope>";
    private static final SharedSecrets NONE = new SharedSecrets() {
        @Override
        public Optional<Holder> holder(String name) {
            return Optional.empty();
        }

        @Override
        public boolean firstUse(String name, String nonce, Instant created) {
            return false;
        }
    };

    private final FakeJournal journal = new FakeJournal();
    private final HandSluice sluice = new HandSluice();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Tomcat tomcat = new Tomcat();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Map<String, Object>> headersOnTheRoad = new CopyOnWriteArrayList<>();
    private FactoryService service;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        camel.addRoutes(new SoapRoutes(journal, (sender, wire, max) -> List.of()));
        camel.addRoutePolicyFactory((context, id, route) -> new RoutePolicySupport() {
            @Override
            public void onExchangeBegin(Route on, Exchange exchange) {
                headersOnTheRoad.add(Map.copyOf(exchange.getMessage().getHeaders()));
            }
        });
        camel.start();
        service =
                new FactoryService(new SoapDesk(camel.createProducerTemplate()), NONE, Clock.systemUTC(), () -> "N-1");
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", folder.toString());
        filter(context, "security", (in, out, chain) -> {
            in.setAttribute(HttpInlet.SENDER, FACTORY);
            chain.doFilter(in, out);
        });
        filter(context, "inlet", new SoapInlet(service, sluice));
        // Without anything to be served, Tomcat asks no filter.
        Tomcat.addServlet(context, "nothing", new HttpServlet() {});
        context.addServletMappingDecoded("/", "nothing");
        ((StandardContext) context).setClearReferencesThreadLocals(false);
        ((StandardContext) context).setClearReferencesRmiTargets(false);
        tomcat.start();
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

    @BeforeEach
    void afresh() {
        journal.calls.clear();
        journal.trouble = () -> {};
        headersOnTheRoad.clear();
        sluice.set(new Sluice.Open());
    }

    @AfterAll
    void stop() throws LifecycleException {
        client.shutdownNow();
        tomcat.stop();
        tomcat.destroy();
        service.close();
        camel.stop();
    }

    private int port() {
        return tomcat.getConnector().getLocalPort();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Content-Type", "text/xml; charset=UTF-8");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> posted(String envelope) throws IOException, InterruptedException {
        return send(request("/ws/factory").POST(BodyPublishers.ofString(envelope)));
    }

    private static void refused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        assertThat(response.body()).contains("<code>" + code + "<").containsPattern("<zh>.*\\p{IsHan}");
    }

    @Test
    @DisplayName("reaches the journal as what REST would bring, and its receipt goes back")
    void reachesTheJournal() throws Exception {
        HttpResponse<String> response = posted(ENVELOPE);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("<messageId>M-0<", "<status>RECEIVED<");
        assertThat(journal.calls)
                .containsExactly(new FakeJournal.Call(FACTORY, Wire.SOAP, MessageKind.ORDER, Optional.empty(), 1));
    }

    @Test
    @DisplayName(
            "is sent back at a shut sluice with a fault of the server, the cause and when to come again; the WSDL is still read")
    void theSluiceIsShut() throws Exception {
        sluice.set(new Sluice.Shut(Sluice.Cause.MEMORY, Duration.ofSeconds(10)));
        HttpResponse<String> response = posted(ENVELOPE);
        refused(response, 503, "BUSY");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(response.body()).contains("soap:Server", "内存将满", "the memory is nearly full");
        assertThat(journal.calls).isEmpty();
        assertThat(send(request("/ws/factory?wsdl").GET()).statusCode()).isEqualTo(200);
        sluice.set(new Sluice.Open());
        assertThat(posted(ENVELOPE).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("brings no header and no parameter onto the road, whatever its name")
    void noHeaders() throws Exception {
        assertThat(send(request("/ws/factory?CamelFileName=x&operationName=FetchDemands")
                                .header("CamelBeanMethodName", "exit")
                                .header("operationName", "FetchDemands")
                                .header("camelhttpuri", "http://127.0.0.1:9")
                                .POST(BodyPublishers.ofString(ENVELOPE)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(headersOnTheRoad).containsExactly(Map.of());
        assertThat(journal.calls).hasSize(1);
        refused(
                send(request("/ws/factory")
                        .header("SOAPAction", "\"urn:tongqu:factory:1/FetchDemands\"")
                        .POST(BodyPublishers.ofString(ENVELOPE))),
                500,
                "OTHER_ACTION");
    }

    @ParameterizedTest
    @CsvSource({
        "application/soap+xml",
        "application/json",
        "multipart/related; type=\"application/xop+xml\"",
        "text/xml; charset=nonsense",
        "text/xml; charset=utf-8; action=x"
    })
    @DisplayName("of another type, with attachments or an unknown charset is refused unread")
    void types(String type) throws Exception {
        refused(
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/ws/factory"))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(ENVELOPE))),
                415,
                "UNSUPPORTED_TYPE");
        assertThat(journal.calls).isEmpty();
    }

    @Test
    @DisplayName("that is compressed, too large though it never says so, or sent elsewhere or otherwise is refused")
    void refusedUnread() throws Exception {
        refused(
                send(request("/ws/factory").header("Content-Encoding", "gzip").POST(BodyPublishers.ofString("x"))),
                415,
                "UNSUPPORTED_TYPE");
        byte[] large = (ENVELOPE + " ".repeat(SoapInlet.MAX_BODY)).getBytes(UTF_8);
        refused(send(request("/ws/factory").POST(BodyPublishers.ofByteArray(large))), 413, "TOO_LARGE");
        refused(
                send(request("/ws/factory").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
                413,
                "TOO_LARGE");
        refused(send(request("/ws/other").POST(BodyPublishers.ofString(ENVELOPE))), 404, "NOT_FOUND");
        refused(send(request("/ws/factory").PUT(BodyPublishers.ofString(ENVELOPE))), 405, "METHOD_NOT_ALLOWED");
        assertThat(journal.calls).isEmpty();
    }

    @Test
    @DisplayName("that breaks off gets no receipt, and nothing is kept")
    void brokenOff() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            String half =
                    "POST /ws/factory HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: 5000\r\n\r\n"
                            + ENVELOPE;
            socket.getOutputStream().write(half.getBytes(UTF_8));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("RECEIVED");
        }
        assertThat(journal.calls).isEmpty();
    }

    @Test
    @DisplayName("while the store is away is the sender's to send again")
    void storeAway() throws Exception {
        journal.trouble = () -> {
            throw new IllegalStateException(new SQLTransientConnectionException("secret host"));
        };
        HttpResponse<String> response = posted(ENVELOPE);
        refused(response, 500, "STORE_AWAY");
        assertThat(response.body()).contains("faultcode>soap:Server<").doesNotContain("secret host");
    }

    @Test
    @DisplayName("finds the WSDL under the address its asker used, and a name that is none is not repeated")
    void wsdl() throws Exception {
        String wsdl = send(request("/ws/factory?wsdl").GET()).body();
        assertThat(wsdl)
                .contains(
                        "location=\"http://127.0.0.1:" + port() + "/ws/factory\"",
                        "schemaLocation=\"http://127.0.0.1:" + port() + "/ws/factory?xsd=tongqu-1.xsd\"");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write("GET /ws/factory?wsdl HTTP/1.0\r\nHost: a_b&c\r\n\r\n".getBytes(ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .doesNotContain("a_b&c");
        }
    }
}
