package org.tongqu.demo.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** By SOAP: calls the hub's {@code /ws/factory}, and either is called itself or fetches its demands every so often. */
public final class SoapWire implements Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> LATER_FACTS = List.of("milestones", "shipments", "payments");
    private static final List<String> REPORTS = List.of("ReportMilestone", "ReportShipment", "ReportPayment");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final URI desk;
    private final String user;
    private final String secret;
    private final @Nullable Duration fetchesEvery;
    private final Clock clock;
    private volatile @Nullable Thread fetcher;

    /**
     * @param secret behind the token's digest
     * @param fetchesEvery absent where the hub comes to us
     */
    public SoapWire(URI hub, String user, String secret, @Nullable Duration fetchesEvery, Clock clock) {
        this.desk = hub.resolve("/ws/factory");
        this.user = user;
        this.secret = secret;
        this.fetchesEvery = fetchesEvery;
        this.clock = clock;
    }

    @Override
    public Heard say(Subject subject, JsonNode words) throws InterruptedException {
        return switch (subject) {
            case ACKNOWLEDGEMENT -> call("AcknowledgeDemand", wrapped("acknowledgement", words));
            case ANSWER -> call("AnswerDemand", wrapped("answer", words));
            case ORDER -> words.has("orderedAt") ? call("SubmitOrder", wrapped("order", flat(words))) : later(words);
        };
    }

    /** Later facts have an operation for each kind; one that fails leaves those behind it for the next try. */
    private Heard later(JsonNode words) throws InterruptedException {
        Heard heard = new Heard.Kept(200, words);
        for (int kind = 0; kind < LATER_FACTS.size(); kind++) {
            String facts = LATER_FACTS.get(kind);
            if (words.has(facts) && heard instanceof Heard.Kept) {
                ObjectNode told = JsonNodeFactory.instance.objectNode();
                told.set("orderNo", words.path("orderNo"));
                told.set(facts, flat(words).path(facts));
                heard = call(REPORTS.get(kind), told);
            }
        }
        return heard;
    }

    private static ObjectNode wrapped(String name, JsonNode words) {
        return JsonNodeFactory.instance.objectNode().set(name, words);
    }

    /** By SOAP a payment's currency stands beside its amount, not inside it. */
    private static JsonNode flat(JsonNode words) {
        ObjectNode copy = words.deepCopy();
        if (copy.path("payments") instanceof ArrayNode payments) {
            ArrayNode flattened = copy.putArray("payments");
            payments.forEach(payment -> flattened
                    .addObject()
                    .put("paymentNo", payment.path("paymentNo").asText())
                    .put("amount", payment.path("amount").path("amount").asText())
                    .put("currency", payment.path("amount").path("currency").asText())
                    .put("receivedAt", payment.path("receivedAt").asText()));
        }
        return copy;
    }

    private Heard call(String operation, JsonNode content) throws InterruptedException {
        UsernameToken token = UsernameToken.of(user, secret, clock.instant());
        HttpRequest request = HttpRequest.newBuilder(desk)
                .timeout(PATIENCE)
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"urn:tongqu:factory:1/" + operation + "\"")
                .POST(BodyPublishers.ofString(Envelope.of(operation, content, token)))
                .build();
        try {
            return understood(client.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException down) {
            return new Heard.NotNow(down.getClass().getSimpleName() + ": " + down.getMessage());
        }
    }

    private static Heard understood(HttpResponse<byte[]> response) {
        try {
            SoapMessage reply = SoapMessage.read(response.body());
            String fault = reply.faultCode();
            if (fault == null) {
                return new Heard.Kept(response.statusCode(), reply.content());
            }
            return reply.payload().equals("Refused") || fault.endsWith(":Client")
                    ? new Heard.Refused(response.statusCode(), reply.content())
                    : new Heard.NotNow(fault + " " + reply.content());
        } catch (XMLStreamException noSoap) {
            return new Heard.NotNow("HTTP " + response.statusCode());
        }
    }

    @Override
    public Kind kind() {
        return fetchesEvery == null ? Kind.SOAP : Kind.SOAP_FETCH;
    }

    @Override
    public void bring(Taker taker) {
        Duration pause = fetchesEvery;
        if (pause != null) {
            fetcher = Thread.ofVirtual().name(user + "-fetcher").start(() -> fetchOn(taker, pause));
        }
    }

    private void fetchOn(Taker taker, Duration pause) {
        try {
            while (true) {
                fetch(taker);
                Thread.sleep(pause);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** A demand's id is its key: the hub hands over the same demand until it is acknowledged. */
    private void fetch(Taker taker) throws InterruptedException {
        if (call("FetchDemands", JsonNodeFactory.instance.objectNode()) instanceof Heard.Kept kept) {
            kept.reply()
                    .path("demands")
                    .forEach(asked -> taker.take(asked.path("demandId").asText(), asked));
        }
    }

    @Override
    public void close() {
        Thread running = fetcher;
        if (running != null) {
            running.interrupt();
        }
        client.shutdownNow();
    }
}
