package org.tongqu.demo.factory;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How a factory's server understands a delivery and answers it, by REST or by SOAP. */
interface Dialect {

    /** What was delivered; nothing where the caller was turned away, which he has then been told. */
    @Nullable
    Delivered read(HttpExchange exchange, byte[] body) throws IOException;

    void acknowledge(HttpExchange exchange, Ledger.Taking taking) throws IOException;

    /** Acknowledges what nobody asked, for a liar. */
    void acknowledgeAnother(HttpExchange exchange, String demandId) throws IOException;

    /** @param status of HTTP, whatever is said inside */
    void fail(HttpExchange exchange, int status) throws IOException;

    String mediaType();

    /** @param key the same for every try of one delivery */
    record Delivered(String key, String demandId, JsonNode asked) {}
}
