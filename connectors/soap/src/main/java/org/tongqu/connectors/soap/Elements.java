package org.tongqu.connectors.soap;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.staxutils.StaxUtils;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The element in a body, as CXF hands it over and as it is kept. */
final class Elements {
    private Elements() {}

    static Optional<Element> of(@Nullable Object body) {
        Node node = body instanceof DOMSource dom ? dom.getNode() : null;
        Node element = node instanceof Document whole ? whole.getDocumentElement() : node;
        return element instanceof Element found ? Optional.of(found) : Optional.empty();
    }

    static boolean isOurs(Element element, String name) {
        return Contract.NAMESPACE.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    static Optional<Element> part(Element of, String name) {
        return Optional.ofNullable(DOMUtils.getFirstChildWithName(of, Contract.name(name)));
    }

    /** A new last part of an element. */
    static Element add(Element to, String name, String text) {
        Element element = to.getOwnerDocument().createElementNS(Contract.NAMESPACE, name);
        element.setTextContent(text);
        to.appendChild(element);
        return element;
    }

    static Element alone(String name, String text) {
        Element element = DOMUtils.createDocument().createElementNS(Contract.NAMESPACE, name);
        element.setTextContent(text);
        return element;
    }

    /** In UTF-8, with every namespace declared that the envelope had declared for it. */
    static byte[] bytes(Element payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = StaxUtils.createXMLStreamWriter(bytes, "UTF-8");
            StaxUtils.copy(payload, writer);
            writer.close();
            return bytes.toByteArray();
        } catch (XMLStreamException unwritable) {
            throw new IllegalStateException("what was read as XML is written as XML", unwritable);
        }
    }
}
