package org.tongqu.demo.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes SOAP 1.1 by the hub's contract: a field becomes an element of its name, a list one element after the other, absent ones nothing. */
public final class Envelope {
    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String CONTRACT = "urn:tongqu:factory:1";
    private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final String SECURITY = OASIS + "wssecurity-secext-1.0.xsd";
    private static final String UTILITY = OASIS + "wssecurity-utility-1.0.xsd";
    private static final String DIGEST = OASIS + "username-token-profile-1.0#PasswordDigest";
    private static final String BASE64 = OASIS + "soap-message-security-1.0#Base64Binary";
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter out;

    private Envelope(XMLStreamWriter out) {
        this.out = out;
    }

    /** A payload of the contract, e.g. SubmitOrder with the order as its content, from somebody who proves himself by a token or elsewhere. */
    public static String of(String payload, JsonNode content, @Nullable UsernameToken token) {
        return written(envelope -> {
            if (token != null) {
                envelope.out.writeStartElement(SOAP, "Header");
                envelope.token(token);
                envelope.out.writeEndElement();
            }
            envelope.out.writeStartElement(SOAP, "Body");
            envelope.element(payload, content);
            envelope.out.writeEndElement();
        });
    }

    /** A fault that says whose it is, with the contract's Problem in it. */
    public static String fault(boolean callers, String code, String zh, String en) {
        return written(envelope -> {
            envelope.out.writeStartElement(SOAP, "Body");
            envelope.out.writeStartElement(SOAP, "Fault");
            envelope.plain("faultcode", callers ? "soap:Client" : "soap:Server");
            envelope.plain("faultstring", en);
            envelope.out.writeStartElement("detail");
            envelope.element("Problem", Json.tree(new Problem(code, zh, en)));
            envelope.out.writeEndElement();
            envelope.out.writeEndElement();
            envelope.out.writeEndElement();
        });
    }

    private static String written(Writing body) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XML.createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.setPrefix("soap", SOAP);
            out.setPrefix("t", CONTRACT);
            out.writeStartElement(SOAP, "Envelope");
            out.writeNamespace("soap", SOAP);
            out.writeNamespace("t", CONTRACT);
            body.write(new Envelope(out));
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException ours) {
            throw new IllegalStateException("words that cannot be written", ours);
        }
        return text.toString();
    }

    private void element(String name, JsonNode content) throws XMLStreamException {
        if (content.isArray()) {
            for (JsonNode each : content) {
                element(name, each);
            }
        } else if (!content.isNull() && !content.isMissingNode()) {
            out.writeStartElement(CONTRACT, name);
            if (content.isValueNode()) {
                out.writeCharacters(content.asText());
            }
            for (Map.Entry<String, JsonNode> part : content.properties()) {
                element(part.getKey(), part.getValue());
            }
            out.writeEndElement();
        }
    }

    /** Of no namespace, as SOAP wants the parts of a fault. */
    private void plain(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private void token(UsernameToken token) throws XMLStreamException {
        out.writeStartElement("wsse", "Security", SECURITY);
        out.writeNamespace("wsse", SECURITY);
        out.writeNamespace("wsu", UTILITY);
        out.writeAttribute("soap", SOAP, "mustUnderstand", "1");
        out.writeStartElement("wsse", "UsernameToken", SECURITY);
        said("wsse", "Username", SECURITY, token.user());
        out.writeStartElement("wsse", "Password", SECURITY);
        out.writeAttribute("Type", DIGEST);
        out.writeCharacters(token.digest());
        out.writeEndElement();
        out.writeStartElement("wsse", "Nonce", SECURITY);
        out.writeAttribute("EncodingType", BASE64);
        out.writeCharacters(token.nonce());
        out.writeEndElement();
        said("wsu", "Created", UTILITY, token.created());
        out.writeEndElement();
        out.writeEndElement();
    }

    private void said(String prefix, String name, String namespace, String text) throws XMLStreamException {
        out.writeStartElement(prefix, name, namespace);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private record Problem(String code, String zh, String en) {}

    /** What stands in an envelope. */
    @FunctionalInterface
    private interface Writing {
        void write(Envelope envelope) throws XMLStreamException;
    }
}
