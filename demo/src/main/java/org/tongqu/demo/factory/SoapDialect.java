package org.tongqu.demo.factory;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.tongqu.demo.line.Envelope;
import org.tongqu.demo.line.Json;
import org.tongqu.demo.line.SoapMessage;

/** FactoryInbox of the hub's contract at {@code POST /inbox}: DeliverDemand with a UsernameToken and an IdempotencyKey in its header. */
record SoapDialect(FactorySettings settings) implements Dialect {
    private static final String XML = "text/xml; charset=utf-8";

    @Override
    public @Nullable Delivered read(HttpExchange exchange, byte[] body) throws IOException {
        SoapMessage message = parsed(body);
        if (message == null || !message.payload().equals("DeliverDemand")) {
            turnAway(exchange, "NOT_UNDERSTOOD", "只受理 DeliverDemand。", "Only DeliverDemand is understood.");
        } else if (!message.token().proves(settings.code(), settings.secret())) {
            turnAway(exchange, "WRONG_CREDENTIAL", "口令不对。", "The token proves nothing.");
        } else {
            JsonNode asked = message.content().path("demand");
            return new Delivered(
                    message.header("IdempotencyKey"), asked.path("demandId").asText(), asked);
        }
        return null;
    }

    private static @Nullable SoapMessage parsed(byte[] body) {
        try {
            return SoapMessage.read(body);
        } catch (XMLStreamException noSoap) {
            return null;
        }
    }

    @Override
    public void acknowledge(HttpExchange exchange, Ledger.Taking taking) throws IOException {
        acknowledged(exchange, taking.demandId(), taking.factoryRef());
    }

    @Override
    public void acknowledgeAnother(HttpExchange exchange, String demandId) throws IOException {
        acknowledged(exchange, "not-" + demandId, "X-1");
    }

    private static void acknowledged(HttpExchange exchange, String demandId, String factoryRef) throws IOException {
        JsonNode reference = Json.tree(new Acknowledged(demandId, factoryRef));
        JsonNode content = Json.tree(Map.of("acknowledgement", reference));
        Replies.sendText(exchange, 200, XML, Envelope.of("DeliverDemandResponse", content, null));
    }

    @Override
    public void fail(HttpExchange exchange, int status) throws IOException {
        Replies.sendText(
                exchange, status, XML, Envelope.fault(false, "OUT_OF_ORDER", "数据库连接失败。", "The database is away."));
    }

    private static void turnAway(HttpExchange exchange, String code, String zh, String en) throws IOException {
        Replies.sendText(exchange, 500, XML, Envelope.fault(true, code, zh, en));
    }

    @Override
    public String mediaType() {
        return "text/xml";
    }

    private record Acknowledged(String demandId, String factoryRef) {}
}
