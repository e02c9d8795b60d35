package org.tongqu.connectors.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Stops at a DOCTYPE, an entity or an instruction, whichever way the reading goes on. */
class StrictReader extends StreamReaderDelegate {
    StrictReader(XMLStreamReader reader) {
        super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        return switch (event) {
            case DTD -> throw new Unreadable(Words.doctype());
            case ENTITY_REFERENCE, ENTITY_DECLARATION, NOTATION_DECLARATION -> throw new Unreadable(Words.entity());
            case PROCESSING_INSTRUCTION -> throw new Unreadable(Words.instruction());
            default -> event;
        };
    }

    /** The delegate's own would read on past {@link #next}. */
    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (event == COMMENT || event == SPACE || (event == CHARACTERS && isWhiteSpace())) {
            event = next();
        }
        if (event != START_ELEMENT && event != END_ELEMENT) {
            throw new XMLStreamException("expected a tag", getLocation());
        }
        return event;
    }

    /** As {@link #nextTag}. */
    @Override
    public String getElementText() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != END_ELEMENT; event = next()) {
            if (event == START_ELEMENT) {
                throw new XMLStreamException("expected text", getLocation());
            }
            if (event != COMMENT) {
                text.append(getText());
            }
        }
        return text.toString();
    }
}
