package org.tongqu.connectors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.apache.cxf.binding.soap.SoapFault;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.DemandWord.Acknowledged;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Wording;
import org.tongqu.connectors.soap.Line.Outcome;
import org.w3c.dom.Element;

/** Judges what a factory's SOAP server answered: only its own word about this very demand counts as an acknowledgement. */
final class InboxAnswer {
    private static final int QUOTED = 200;

    private final String demandId;
    private final Wording<Acknowledged> wording;
    private final Clock clock;

    InboxAnswer(String demandId, Wording<Acknowledged> wording, Clock clock) {
        this.demandId = demandId;
        this.wording = wording;
        this.clock = clock;
    }

    /** What can be said before anybody looks for an envelope; empty where there may be one. */
    static Optional<Delivery> unread(Outcome.Answered answer) {
        String text = new String(answer.body(), UTF_8);
        int status = answer.status();
        if (!answer.whole()) {
            return Optional.of(nonsense("超过 64 KiB 的正文", "more than 64 KiB"));
        }
        if (status == 408 || status == 425 || status == 429 || status == 503) {
            return Optional.of(
                    new Delivery.Failed(said("暂不受理", "not now", "HTTP " + status), Fault.PARTNER, answer.retryAfter()));
        }
        if (isEnvelope(text)) {
            return Optional.empty();
        }
        if (status >= 400 && status < 500) {
            return Optional.of(new Delivery.Rejected(said("对方拒收", "rejected", "HTTP " + status + ", " + text)));
        }
        return Optional.of(
                status >= 200 && status < 300
                        ? noEnvelope(text)
                        : failed(said("对方出错", "the partner failed", "HTTP " + status + ", " + text)));
    }

    private static boolean isEnvelope(String text) {
        return text.contains("http://schemas.xmlsoap.org/soap/envelope/");
    }

    private static Delivery noEnvelope(String text) {
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            return nonsense("空正文", "an empty body");
        }
        return start.startsWith("<!doctype html") || start.startsWith("<html")
                ? nonsense("网页(HTML)", "an HTML page")
                : nonsense("不是 SOAP 1.1 信封的内容", "something that is no SOAP 1.1 envelope");
    }

    /** Of the element in the answer's body. */
    Delivery taken(@Nullable Object body) {
        Element response = Elements.of(body)
                .filter(element -> Elements.isOurs(element, "DeliverDemandResponse"))
                .orElse(null);
        if (response == null) {
            return nonsense("不是 DeliverDemandResponse 的信封", "an envelope without DeliverDemandResponse");
        }
        Optional<Element> word = Elements.part(response, "acknowledgement");
        if (word.isEmpty() && Payload.read(Elements.bytes(response)) instanceof Payload.Document) {
            return new Delivery.Taken(null);
        }
        word.ifPresent(this::date);
        return acknowledged(Elements.bytes(response));
    }

    /** What is kept is read again when it is taken in, and then nobody knows any more when an undated word was said. */
    private void date(Element word) {
        if (Elements.part(word, "at").isEmpty()) {
            Elements.add(word, "at", Writing.time(OffsetDateTime.now(clock)));
        }
    }

    private Delivery acknowledged(byte[] raw) {
        return switch (wording.read(raw)) {
            case Reading.Refused<Acknowledged> no -> nonsense("不含有效签收的信封", "an envelope that holds no acknowledgement");
            case Reading.Understood<Acknowledged>(Acknowledged said, String hash) ->
                said.demandId().equals(demandId)
                        ? new Delivery.Taken(new Delivery.Reply(said, raw, Payload.FORMAT))
                        : nonsense(
                                "另一份询厂的签收 " + clean(said.demandId()),
                                "an acknowledgement of another demand " + clean(said.demandId()));
        };
    }

    /** Our own fault "Refused" is the factory's no; any other is its trouble. */
    static Delivery fault(SoapFault fault) {
        Element detail = fault.getDetail();
        Optional<Element> refusal = Optional.ofNullable(detail)
                .flatMap(inside -> Elements.part(inside, "Refused"))
                .flatMap(refused -> Elements.part(refused, "refusals"));
        return refusal.<Delivery>map(no -> new Delivery.Rejected(said("对方拒收", "rejected", words(no))))
                .orElseGet(() -> failed(said("对方出错", "the partner failed", "SOAP fault: " + fault.getReason())));
    }

    private static String words(Element refusal) {
        return String.join(" ", text(refusal, "code"), text(refusal, "zh"), text(refusal, "en"));
    }

    private static String text(Element in, String name) {
        return Elements.part(in, name).map(Element::getTextContent).orElse("");
    }

    static Delivery nonsense(String zh, String en) {
        return failed("对方答复的是" + zh + ",不算签收 / the answer is " + en + ", which is no acknowledgement");
    }

    private static Delivery failed(String reason) {
        return new Delivery.Failed(reason, Fault.PARTNER, null);
    }

    private static String said(String zh, String en, String what) {
        return zh + " / " + en + ": " + clean(what);
    }

    /** A stranger's text made fit for our pages and logs: one line, at most 200 characters. */
    private static String clean(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= QUOTED
                ? line
                : line.substring(0, line.offsetByCodePoints(0, QUOTED));
    }
}
