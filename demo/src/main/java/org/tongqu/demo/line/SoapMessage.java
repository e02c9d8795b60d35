package org.tongqu.demo.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A SOAP message as read: the payload's name and its parts under the names they have in JSON; of a fault its code and what stands in its detail.
 *
 * @param headers text of all header elements by local name
 * @param faultCode absent where it is none
 */
public record SoapMessage(
        Map<String, String> headers,
        String payload,
        ObjectNode content,
        @Nullable String faultCode) {
    private static final Set<String> LISTS = Set.of("demands", "parts", "refusals");
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /** @throws XMLStreamException where it is no SOAP message */
    public static SoapMessage read(byte[] bytes) throws XMLStreamException {
        return new Reading(XML.createXMLStreamReader(new ByteArrayInputStream(bytes))).message();
    }

    /** Who says so, by WS-Security; every part blank where nobody does. */
    public UsernameToken token() {
        return new UsernameToken(header("Username"), header("Password"), header("Nonce"), header("Created"));
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** One pass through one message. */
    private static final class Reading {
        private final XMLStreamReader in;
        private final Map<String, String> headers = new TreeMap<>();
        private @Nullable String faultCode;

        Reading(XMLStreamReader in) {
            this.in = in;
        }

        SoapMessage message() throws XMLStreamException {
            to("Envelope");
            in.nextTag();
            if (in.getLocalName().equals("Header")) {
                headers();
                in.nextTag();
            }
            in.require(XMLStreamConstants.START_ELEMENT, Envelope.SOAP, "Body");
            in.nextTag();
            return in.getLocalName().equals("Fault") ? fault() : payload();
        }

        private void to(String name) throws XMLStreamException {
            in.nextTag();
            in.require(XMLStreamConstants.START_ELEMENT, Envelope.SOAP, name);
        }

        private void headers() throws XMLStreamException {
            int depth = 1;
            String name = "";
            while (depth > 0) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        name = in.getLocalName();
                    }
                    case XMLStreamConstants.CHARACTERS ->
                        headers.merge(name, in.getText().strip(), String::concat);
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        name = "";
                    }
                    default -> {}
                }
            }
        }

        private SoapMessage payload() throws XMLStreamException {
            String name = in.getLocalName();
            return new SoapMessage(headers, name, object(), faultCode);
        }

        private SoapMessage fault() throws XMLStreamException {
            faultCode = "";
            while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
                switch (in.getLocalName()) {
                    case "faultcode" -> faultCode = in.getElementText();
                    case "detail" -> {
                        if (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
                            return payload();
                        }
                    }
                    default -> in.getElementText();
                }
            }
            return new SoapMessage(headers, "Fault", JsonNodeFactory.instance.objectNode(), faultCode);
        }

        /** Of the element that is open, to its end. */
        private ObjectNode object() throws XMLStreamException {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            StringBuilder text = new StringBuilder();
            for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    put(object, in.getLocalName());
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    text.append(in.getText());
                }
            }
            return object.isEmpty() && !text.isEmpty() ? object.put("", text.toString()) : object;
        }

        private void put(ObjectNode object, String name) throws XMLStreamException {
            ObjectNode part = object();
            boolean isText = part.size() == 1 && part.has("");
            if (LISTS.contains(name)) {
                object.withArray(name).add(part);
            } else if (isText) {
                object.set(name, part.get(""));
            } else {
                object.set(name, part);
            }
        }
    }
}
