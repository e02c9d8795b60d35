package org.tongqu.connectors.soap;

import javax.xml.stream.XMLStreamException;
import org.tongqu.connectors.canon.Refusal;

/** What stops the reading of an envelope, in words its sender can act on; it becomes a fault at the edge. */
final class Unreadable extends XMLStreamException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    Unreadable(Refusal refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
