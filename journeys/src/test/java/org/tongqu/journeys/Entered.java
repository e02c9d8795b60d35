package org.tongqu.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import org.tongqu.demo.line.Credential;
import org.tongqu.demo.line.Heard;
import org.tongqu.demo.line.HubLine;
import org.tongqu.demo.line.QueueWire;
import org.tongqu.demo.line.RestWire;
import org.tongqu.demo.line.SoapWire;
import org.tongqu.demo.line.Subject;
import org.tongqu.demo.line.Wire;

/** A factory as the administrator entered it, with the credentials it was told once; it may speak by any wire. */
record Entered(RunningHub hub, String code, String key, String soapSecret) {

    static Entered factory(RunningHub hub, String code) {
        JsonNode told = hub.as("admin")
                .post("/api/v1/partners", Json.object("{'code':'" + code + "','kind':'FACTORY','name':'" + code + "'}"))
                .expect(201)
                .json();
        return new Entered(
                hub, code, told.path("apiKey").asText(), told.path("soapSecret").asText());
    }

    Caller caller() {
        return Caller.bearer(hub.url(), key);
    }

    /** Its line of that kind, open until it is closed; a line by JMS has its queues from then on. */
    Wire wire(Wire.Kind kind) {
        return switch (kind) {
            case REST -> new RestWire(new HubLine(hub.url()), Credential.bearer(key));
            case SOAP, SOAP_FETCH -> new SoapWire(hub.url(), code, soapSecret, null, Clock.systemUTC());
            case JMS -> queue();
        };
    }

    private Wire queue() {
        hub.as("admin")
                .put("/api/v1/partners/" + code + "/endpoint", Json.object("{'kind':'JMS'}"))
                .expect(204);
        return new QueueWire(hub.broker(), code, key);
    }

    /**
     * What the hub made of words, told alike for every wire.
     *
     * @param status RECEIVED, DUPLICATE or REFUSED
     * @param refusals as {@code pointer code}
     */
    record Verdict(String status, List<String> refusals) {
        static final Verdict RECEIVED = new Verdict("RECEIVED", List.of());
        static final Verdict DUPLICATE = new Verdict("DUPLICATE", List.of());

        static Verdict refused(String... refusals) {
            return new Verdict("REFUSED", List.of(refusals));
        }

        /** Says it, again until the line stands. */
        static Verdict of(Wire wire, Subject subject, Object words) {
            JsonNode tree = org.tongqu.demo.line.Json.tree(words);
            Heard heard = Watching.until(
                    "the hub hears " + tree, () -> said(wire, subject, tree), told -> !(told instanceof Heard.NotNow));
            return switch (heard) {
                case Heard.Kept kept ->
                    new Verdict(receipt(kept.reply()).path("status").asText(), List.of());
                case Heard.Refused refused -> new Verdict("REFUSED", refusals(refused.reply()));
                case Heard.NotNow notNow -> throw new AssertionError(notNow.reason());
            };
        }

        private static Heard said(Wire wire, Subject subject, JsonNode words) {
            try {
                return wire.say(subject, words);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        private static JsonNode receipt(JsonNode reply) {
            return reply.has("receipt")
                    ? reply.path("receipt")
                    : reply.path("receipts").path(0);
        }

        private static List<String> refusals(JsonNode reply) {
            JsonNode told = reply.has("refusals")
                    ? reply.path("refusals")
                    : receipt(reply).path("errors");
            return Json.list(told).stream()
                    .map(each -> (each.path("pointer").asText() + " "
                                    + each.path("code").asText())
                            .strip())
                    .sorted()
                    .toList();
        }
    }
}
