package org.tongqu.routes;

import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Wording;
import org.tongqu.connectors.soap.Payload;

/**
 * Reads from a SOAP payload what REST carries in JSON, by turning the one into the other: the same words on two wires are one message,
 * with the same refusals and the same fingerprint.
 */
public final class XmlWording<T> implements Wording<T> {
    private final Wording<T> json;

    public XmlWording(Wording<T> json) {
        this.json = json;
    }

    @Override
    public MessageKind kind() {
        return json.kind();
    }

    @Override
    public String format() {
        return Payload.FORMAT;
    }

    @Override
    public Reading<T> read(byte[] raw) {
        return switch (Payload.read(raw)) {
            case Payload.Document(byte[] document) -> json.read(document);
            case Payload.Wrong(var refusals) -> new Reading.Refused<>(refusals);
        };
    }
}
