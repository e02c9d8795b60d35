package org.tongqu.connectors.soap;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Reads one element to a SAX handler, step by step, so that whoever watches the reader stands where the handler does; the platform's own
 * bridge is a transformer that lags a step behind.
 */
final class SaxFeed {
    private final XMLStreamReader in;
    private final ContentHandler out;

    SaxFeed(XMLStreamReader in, ContentHandler out) {
        this.in = in;
        this.out = out;
    }

    void run() throws XMLStreamException, SAXException {
        out.startDocument();
        for (int event = in.next(); event != XMLStreamConstants.END_DOCUMENT; event = in.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                default -> {
                    // Comments, and blanks around the element, say nothing.
                }
            }
        }
        out.endDocument();
    }

    private void start() throws SAXException {
        for (int n = 0; n < in.getNamespaceCount(); n++) {
            out.startPrefixMapping(text(in.getNamespacePrefix(n)), text(in.getNamespaceURI(n)));
        }
        AttributesImpl attributes = new AttributesImpl();
        for (int n = 0; n < in.getAttributeCount(); n++) {
            attributes.addAttribute(
                    text(in.getAttributeNamespace(n)),
                    in.getAttributeLocalName(n),
                    in.getAttributeLocalName(n),
                    "CDATA",
                    in.getAttributeValue(n));
        }
        out.startElement(text(in.getNamespaceURI()), in.getLocalName(), in.getLocalName(), attributes);
    }

    private void end() throws SAXException {
        out.endElement(text(in.getNamespaceURI()), in.getLocalName(), in.getLocalName());
        for (int n = 0; n < in.getNamespaceCount(); n++) {
            out.endPrefixMapping(text(in.getNamespacePrefix(n)));
        }
    }

    private void text() throws SAXException {
        char[] said = in.getText().toCharArray();
        out.characters(said, 0, said.length);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
