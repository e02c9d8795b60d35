package org.tongqu.connectors.files;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * The one XML parser of the house, as a stream of elements: a DOCTYPE ends it, nothing outside is ever asked for, and depth, attributes and texts have
 * their ends. Elements go by their local names, so that strict and transitional OOXML are one.
 */
final class HardenedXml {
    /** Characters of one text; Excel lets no cell have more. */
    static final int LONGEST_TEXT = 32_767;

    private static final int DEEPEST = 64;
    private static final int MOST_ATTRIBUTES = 200;
    private static final WstxInputFactory FACTORY = factory();

    private final XMLStreamReader reader;

    private HardenedXml(XMLStreamReader reader) {
        this.reader = reader;
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(
                XMLInputFactory.RESOLVER, (javax.xml.stream.XMLResolver) (publicId, systemId, base, name) -> {
                    throw new XMLStreamException("nothing outside the file is read");
                });
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 2 * LONGEST_TEXT);
        return factory;
    }

    /** The stream stays the caller's to close. */
    static HardenedXml of(InputStream bytes) throws XMLStreamException {
        return new HardenedXml(FACTORY.createXMLStreamReader(bytes));
    }

    /** Goes to the next event; false at the end of the document. */
    boolean next() throws XMLStreamException, Unfit {
        if (!reader.hasNext()) {
            return false;
        }
        if (reader.next() == XMLStreamConstants.DTD) {
            throw new Unfit(Refusals.doctype());
        }
        return true;
    }

    /** Goes to the next start of an element; false where the element it stands in ends first, or the document does. */
    boolean nextChild() throws XMLStreamException, Unfit {
        while (next()) {
            if (reader.isStartElement()) {
                return true;
            }
            if (reader.isEndElement()) {
                return false;
            }
        }
        return false;
    }

    /** Goes to the next start of an element of this name, however deep; false where there is none. */
    boolean find(String name) throws XMLStreamException, Unfit {
        while (next()) {
            if (starts() && name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** From its start, past the end of the element it stands on. */
    void skip() throws XMLStreamException, Unfit {
        int depth = 1;
        while (depth > 0 && next()) {
            depth += reader.isStartElement() ? 1 : reader.isEndElement() ? -1 : 0;
        }
    }

    boolean starts() {
        return reader.isStartElement();
    }

    boolean ends() {
        return reader.isEndElement();
    }

    String name() {
        return reader.getLocalName();
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    String attributeName(int at) {
        return reader.getAttributeLocalName(at);
    }

    /** Whether it stands in a namespace, as {@code xsi:schemaLocation} does. */
    boolean foreign(int at) {
        String namespace = reader.getAttributeNamespace(at);
        return namespace != null && !namespace.isEmpty();
    }

    String attribute(int at) {
        return reader.getAttributeValue(at);
    }

    /** By local name, whatever its namespace. */
    Optional<String> attribute(String name) {
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            if (reader.getAttributeLocalName(at).equals(name)) {
                return Optional.of(reader.getAttributeValue(at));
            }
        }
        return Optional.empty();
    }

    /** From its start to its end, the text of an element that has no elements in it; those it has are passed over. */
    String text() throws XMLStreamException, Unfit {
        StringBuilder text = new StringBuilder();
        while (next() && !reader.isEndElement()) {
            if (reader.isStartElement()) {
                skip();
            } else {
                append(text);
            }
        }
        return text.toString();
    }

    /** The characters it stands on, where it stands on some. */
    void append(StringBuilder text) throws Unfit {
        if (reader.hasText() && reader.getEventType() != XMLStreamConstants.COMMENT) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            if (text.length() > LONGEST_TEXT) {
                throw new Unfit(Refusals.textTooLong(LONGEST_TEXT));
            }
        }
    }

    int line() {
        return reader.getLocation().getLineNumber();
    }
}
