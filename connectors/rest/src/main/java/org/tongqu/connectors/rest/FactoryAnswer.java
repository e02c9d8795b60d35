package org.tongqu.connectors.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.DemandWord.Acknowledged;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Refusal;

/** Judges what a factory's server answered: only its own word about this very demand counts as an acknowledgement. */
final class FactoryAnswer {
    private static final int QUOTED = 200;

    private final String demandId;
    private final @Nullable String secret;
    private final Clock clock;

    FactoryAnswer(String demandId, @Nullable String secret, Clock clock) {
        this.demandId = demandId;
        this.secret = secret;
        this.clock = clock;
    }

    Delivery judge(HttpLine.Outcome.Answered body) {
        int status = body.status();
        if (status >= 200 && status < 300) {
            return body.whole() ? taken(status, body.body()) : nonsense(status, "超过 64 KiB 的正文", "more than 64 KiB");
        }
        if (status == 408 || status == 425 || status == 429 || status == 503) {
            return new Delivery.Failed(said("暂不受理", "not now", status, body), Fault.PARTNER, body.retryAfter());
        }
        if (status >= 400 && status < 500) {
            return new Delivery.Rejected(said("对方拒收", "rejected", status, body));
        }
        return new Delivery.Failed(said("对方出错", "the partner failed", status, body), Fault.PARTNER, null);
    }

    private Delivery taken(int status, byte[] body) {
        if (new String(body, StandardCharsets.UTF_8).isBlank()) {
            return new Delivery.Taken(null);
        }
        try {
            return Utf8.fault(Utf8.withoutBom(body)).isPresent()
                    ? nonsense(status, "非文本内容", "bytes that are no text")
                    : taken(status, body, HardenedJson.tree(Utf8.withoutBom(body)));
        } catch (IOException e) {
            return notJson(status, new String(body, StandardCharsets.UTF_8));
        }
    }

    private Delivery taken(int status, byte[] raw, JsonNode json) {
        var refusals = new ArrayList<Refusal>();
        if (!json.isObject()) {
            return nonsense(status, "JSON 但不是对象", "JSON that is no object");
        }
        Fields said = new Fields(json, "", refusals);
        String id = said.text("demandId", 64);
        String factoryRef = said.label("factoryRef", 200);
        OffsetDateTime at = said.time("at");
        if (id == null || !refusals.isEmpty()) {
            return nonsense(status, "不含有效签收的 JSON", "JSON that is no acknowledgement");
        }
        if (!id.equals(demandId)) {
            return nonsense(status, "另一份询厂的签收 " + clean(id), "an acknowledgement of another demand " + clean(id));
        }
        Acknowledged word = new Acknowledged(demandId, factoryRef, at == null ? OffsetDateTime.now(clock) : at);
        // What is kept is read again when it is taken in, and then nobody knows any more when an undated word was said.
        return new Delivery.Taken(new Delivery.Reply(word, at == null ? dated(json, word) : raw, Document.FORMAT));
    }

    private static byte[] dated(JsonNode json, Acknowledged word) {
        return RecordJson.write(((ObjectNode) json).put("at", word.at().toString()));
    }

    private Delivery notJson(int status, String text) {
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return nonsense(status, "网页(HTML)", "an HTML page");
        }
        if (start.startsWith("<")) {
            boolean fault = start.contains("fault");
            return nonsense(
                    status, fault ? "SOAP 错误(XML)" : "XML 文档", fault ? "a SOAP fault (XML)" : "an XML document");
        }
        return nonsense(status, "看不懂的内容:" + clean(text), "something that is no JSON");
    }

    private static Delivery nonsense(int status, String zh, String en) {
        String reason = "对方答 HTTP " + status + ",内容却是" + zh + ",不算签收 / HTTP " + status + " with " + en
                + ", which is no acknowledgement";
        return new Delivery.Failed(reason, Fault.PARTNER, null);
    }

    private String said(String zh, String en, int status, HttpLine.Outcome.Answered body) {
        String text = clean(new String(body.body(), StandardCharsets.UTF_8));
        return zh + " / " + en + ": HTTP " + status + (text.isEmpty() ? "" : ", " + text);
    }

    /** A stranger's text made fit for our pages and logs: one line, at most 200 characters, without our own secret. */
    private String clean(String text) {
        String open = secret == null || secret.isEmpty() ? text : text.replace(secret, "***");
        String line = open.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= QUOTED
                ? line
                : line.substring(0, line.offsetByCodePoints(0, QUOTED));
    }
}
