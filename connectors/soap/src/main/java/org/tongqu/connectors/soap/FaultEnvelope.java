package org.tongqu.connectors.soap;

import java.io.ByteArrayOutputStream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.staxutils.StaxUtils;
import org.tongqu.connectors.canon.Refusal;

/** The fault that {@link Faults} would make, for whoever must say no before CXF has seen the envelope. */
final class FaultEnvelope {
    private static final String SOAP = Faults.CLIENT.getNamespaceURI();

    private FaultEnvelope() {}

    static byte[] of(QName code, Refusal refusal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = StaxUtils.createXMLStreamWriter(bytes, "UTF-8");
            write(out, code, refusal);
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException unwritable) {
            throw new IllegalStateException("our own words are writable", unwritable);
        }
    }

    private static void write(XMLStreamWriter out, QName code, Refusal refusal) throws XMLStreamException {
        out.writeStartElement("soap", "Envelope", SOAP);
        out.writeNamespace("soap", SOAP);
        out.writeStartElement("soap", "Body", SOAP);
        out.writeStartElement("soap", "Fault", SOAP);
        text(out, "faultcode", "soap:" + code.getLocalPart());
        text(out, "faultstring", refusal.zh() + " / " + refusal.en());
        out.writeStartElement("detail");
        out.writeStartElement("Problem");
        out.writeDefaultNamespace(Contract.NAMESPACE);
        text(out, "code", refusal.code());
        text(out, "zh", refusal.zh());
        text(out, "en", refusal.en());
        for (int open = 0; open < 5; open++) {
            out.writeEndElement();
        }
    }

    private static void text(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }
}
