package org.tongqu.connectors.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Watches an envelope go by: a header of at most 64 Ki characters, one body with one element in it, and nothing behind it. It stops at
 * the first offence, so nobody sees what comes after.
 */
final class EnvelopeReader extends StrictReader {
    static final int MAX_HEADER = 64 * 1024;

    private int depth;
    private int bodies;
    private int payloads;
    private int headerStart = -1;

    EnvelopeReader(XMLStreamReader envelope) {
        super(envelope);
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        if (event == START_ELEMENT) {
            opened(++depth, getLocalName());
        } else if (event == END_ELEMENT && --depth == 1) {
            headerStart = -1;
        }
        if (headerStart >= 0 && getLocation().getCharacterOffset() - headerStart > MAX_HEADER) {
            throw new Unreadable(Words.headerTooLarge(MAX_HEADER / 1024));
        }
        return event;
    }

    private void opened(int level, String name) throws XMLStreamException {
        if (level == 2 && name.equals("Header") && bodies == 0 && headerStart < 0) {
            headerStart = getLocation().getCharacterOffset();
        } else if (level == 2 && (!name.equals("Body") || ++bodies > 1)) {
            throw new Unreadable(Words.oneBody());
        } else if (level == 3 && bodies == 1 && ++payloads > 1) {
            throw new Unreadable(Words.onePayload());
        }
    }
}
