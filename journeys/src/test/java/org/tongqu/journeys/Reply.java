package org.tongqu.journeys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** What a server answered. */
record Reply(int status, String contentType, String body) {
    static Reply of(HttpResponse<String> response) {
        return new Reply(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    JsonNode json() {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON, status " + status + ": " + body, e);
        }
    }

    /** The same reply, where it has this status. */
    Reply expect(int expected) {
        if (status != expected) {
            throw new AssertionError("status " + status + " instead of " + expected + ": " + body);
        }
        return this;
    }

    /** The receipt of the one item sent. */
    JsonNode receipt() {
        return json().path("receipts").path(0);
    }
}
