package org.tongqu.connectors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.DemandWord.Acknowledged;
import org.tongqu.connectors.canon.DemandWord.Asked;
import org.tongqu.connectors.canon.DemandWord.AskedAgent;
import org.tongqu.connectors.canon.DemandWord.AskedPart;
import org.tongqu.connectors.canon.Directory.Endpoint;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Wording;

@DisplayName("A demand carried to a factory's SOAP server")
class SoapFactoryTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private static final URI ADDRESS = URI.create("http://127.0.0.1:9/inbox");

    /** A server that gives one answer and remembers what it was sent. */
    private static final class Server implements Line {
        private final Outcome outcome;
        final List<String> envelopes = new ArrayList<>();
        final Map<String, String> headers = new HashMap<>();

        Server(Outcome outcome) {
            this.outcome = outcome;
        }

        @Override
        public Outcome post(URI address, Map<String, String> given, byte[] envelope) {
            assertThat(address).isEqualTo(ADDRESS);
            headers.putAll(given);
            envelopes.add(new String(envelope, UTF_8));
            return outcome;
        }

        @Override
        public void close() {}
    }

    /** Enough of a reader for these tests; the real one reads what this connector turns into JSON. */
    private static final Wording<Acknowledged> WORDING = new Wording<>() {
        @Override
        public MessageKind kind() {
            return MessageKind.DEMAND_ACKNOWLEDGEMENT;
        }

        @Override
        public String format() {
            return Payload.FORMAT;
        }

        @Override
        public Reading<Acknowledged> read(byte[] raw) {
            return switch (Payload.read(raw)) {
                case Payload.Wrong wrong -> new Reading.Refused<>(wrong.refusals());
                case Payload.Document(byte[] json) -> read(new String(json, UTF_8));
            };
        }

        private Reading<Acknowledged> read(String json) {
            String ref = value(json, "factoryRef");
            OffsetDateTime at = OffsetDateTime.parse(String.valueOf(value(json, "at")));
            return new Reading.Understood<>(new Acknowledged(String.valueOf(value(json, "demandId")), ref, at), "");
        }
    };

    private static @Nullable String value(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : null;
    }

    private static Parcel parcel() {
        Asked asked = new Asked(
                "D-1",
                "N-1",
                "NE-1/1",
                "A",
                "行车 <一台> & \u0001",
                null,
                LocalDate.of(2026, 9, 1),
                new Money(new BigDecimal("1200000.00"), "CNY"),
                new CustomerSaid("沈阳第一机床厂", null, "辽宁省", null, null, new CustomerSaid.ContactSaid("王工", null, null)),
                List.of(new AskedPart("P-1", "CRANE", null, new BigDecimal("1"), new AskedAgent("agent-a001", "盛达"))),
                OffsetDateTime.parse("2026-03-02T10:00:00+08:00"),
                OffsetDateTime.parse("2026-03-05T10:00:00+08:00"),
                null);
        return new Parcel("K-1", "factory-switchgear", new Parcel.Load.Demand(asked), 1, 1);
    }

    private static Delivery deliver(Server server) {
        var endpoint = new Endpoint.Soap(ADDRESS, "tongqu", "s3cret", Duration.ofSeconds(1));
        try (SoapFactory factory = new SoapFactory(endpoint, server, WORDING, NOON)) {
            return factory.deliver(parcel());
        }
    }

    private static Delivery answered(int status, String body) {
        return deliver(server(status, body));
    }

    private static Server server(int status, String body) {
        return new Server(new Line.Outcome.Answered(status, null, body.getBytes(UTF_8), true));
    }

    private static String response(String inside) {
        return Envelopes.around(
                "<DeliverDemandResponse xmlns=\"urn:tongqu:factory:1\">" + inside + "</DeliverDemandResponse>");
    }

    private static String word(String demandId, String more) {
        return response("<acknowledgement><demandId>" + demandId + "</demandId>" + more + "</acknowledgement>");
    }

    private static String failed(Delivery delivery) {
        assertThat(delivery).isInstanceOf(Delivery.Failed.class);
        assertThat(((Delivery.Failed) delivery).fault()).isEqualTo(Fault.PARTNER);
        return ((Delivery.Failed) delivery).reason();
    }

    @Test
    @DisplayName(
            "arrives whole and fits our schema, with its key and a digest, and the factory's word comes back as it was said")
    void arrives() {
        Server server = server(200, word("D-1", "<factoryRef>F-77</factoryRef><at>2026-03-02T20:00:00+08:00</at>"));
        Delivery.Taken taken = (Delivery.Taken) deliver(server);
        assertThat(taken.reply()).isNotNull().satisfies(reply -> {
            assertThat(reply.acknowledged())
                    .isEqualTo(new Acknowledged("D-1", "F-77", OffsetDateTime.parse("2026-03-02T20:00:00+08:00")));
            assertThat(reply.format()).isEqualTo("text/xml");
            assertThat(WORDING.read(reply.raw())).isInstanceOf(Reading.Understood.class);
        });
        String envelope = server.envelopes.getFirst();
        assertThat(envelope)
                .contains(
                        "<agent><code>agent-a001</code><name>盛达</name></agent>",
                        "<IdempotencyKey xmlns=\"urn:tongqu:factory:1\">K-1<",
                        "#PasswordDigest",
                        "Nonce",
                        "Created",
                        ">tongqu<")
                .doesNotContain("s3cret");
        assertThat(server.headers)
                .containsEntry("Idempotency-Key", "K-1")
                .containsEntry("SOAPAction", "\"urn:tongqu:factory:1/DeliverDemand\"");
        String body = envelope.substring(envelope.indexOf("<DeliverDemand"), envelope.indexOf("</soap:Body>"));
        assertThat(Payload.read(body.getBytes(UTF_8))).isInstanceOf(Payload.Document.class);
        assertThat(body).contains("行车 &lt;一台> &amp;", "<requiredBy>2026-09-01<", "<name>王工<");
    }

    @Test
    @DisplayName("is acknowledged now where the factory gives no time, and the kept word says when")
    void undated() {
        Delivery.Taken taken = (Delivery.Taken) answered(200, word("D-1", ""));
        assertThat(taken.reply()).isNotNull().satisfies(reply -> {
            assertThat(reply.acknowledged().at()).isEqualTo(OffsetDateTime.now(NOON));
            assertThat(new String(reply.raw(), UTF_8)).contains("<at>2026-03-02T12:00:00Z</at>");
        });
    }

    @Test
    @DisplayName("is taken without a word where the factory says nothing yet")
    void wordless() {
        assertThat(answered(200, response(""))).isEqualTo(new Delivery.Taken(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>Login</html>|an HTML page",
                "''|empty body",
                "OK|no SOAP 1.1 envelope",
                "{\"demandId\":\"D-1\"}|no SOAP 1.1 envelope",
                "<x xmlns='http://schemas.xmlsoap.org/soap/envelope/'>|SOAP fault",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'/>|XML"
            })
    @DisplayName("is never taken on an answer that is no answer")
    void nonsense(String body, String named) {
        assertThat(failed(answered(200, body)))
                .contains(named)
                .containsPattern("\\p{IsHan}")
                .doesNotContain("root:");
    }

    @Test
    @DisplayName("is never taken on a word about another demand, nor on one that does not fit")
    void lies() {
        assertThat(failed(answered(200, word("D-2", "")))).contains("another demand D-2");
        assertThat(failed(answered(200, word("D-1", "<at>yesterday</at>")))).contains("no acknowledgement");
        assertThat(failed(answered(200, response("<odd/>")))).contains("no acknowledgement");
        assertThat(failed(answered(200, Envelopes.around("<Other/>")))).contains("DeliverDemandResponse");
        assertThat(failed(answered(200, word("D-1", "") + "<x/>"))).contains("XML");
    }

    @Test
    @DisplayName("is rejected for good by our own fault, in the factory's words")
    void refused() {
        String fault = Envelopes.around(
                "<soap:Fault><faultcode>soap:Client</faultcode><faultstring>no</faultstring><detail>"
                        + "<Refused xmlns=\"urn:tongqu:factory:1\"><refusals><pointer>/parts/0</pointer><code>NO_SUCH_CLASS</code>"
                        + "<zh>不做这一类</zh><en>we do not make these\u202E</en></refusals></Refused></detail></soap:Fault>");
        assertThat(answered(500, fault))
                .isInstanceOfSatisfying(
                        Delivery.Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .contains("NO_SUCH_CLASS 不做这一类 we do not make these")
                                .doesNotContain("\u202E"));
    }

    @Test
    @DisplayName("may succeed later after any other fault, a 500 or a redirect")
    void later() {
        String fault = Envelopes.around(
                "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>disk full</faultstring></soap:Fault>");
        assertThat(failed(answered(500, fault))).contains("disk full");
        assertThat(failed(answered(500, "stack trace of theirs"))).contains("HTTP 500");
        assertThat(failed(answered(307, ""))).contains("HTTP 307");
    }

    @Test
    @DisplayName("waits as long as the factory asks, and is rejected by any other 4xx")
    void notNow() {
        var busy = new Line.Outcome.Answered(503, Duration.ofSeconds(7), new byte[0], true);
        assertThat(((Delivery.Failed) deliver(new Server(busy))).retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(answered(404, "nothing here")).isInstanceOf(Delivery.Rejected.class);
    }

    @Test
    @DisplayName("hears the line's own verdict where nothing came back or too much")
    void line() {
        var late = new Delivery.Failed("太迟 / late", Fault.PARTNER, null);
        assertThat(deliver(new Server(new Line.Outcome.Broken(late)))).isEqualTo(late);
        var flood = new Line.Outcome.Answered(200, null, word("D-1", "").getBytes(UTF_8), false);
        assertThat(failed(deliver(new Server(flood)))).contains("64 KiB");
    }
}
