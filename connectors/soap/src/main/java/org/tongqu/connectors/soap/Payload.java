package org.tongqu.connectors.soap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;

/** What came of reading the element in a body: the very document that REST carries, or what does not fit our schema. */
public sealed interface Payload {
    /** Media type under which a payload is kept. */
    String FORMAT = "text/xml";

    /** @param json the document, with every value as the text it was */
    record Document(byte[] json) implements Payload {}

    record Wrong(List<Refusal> refusals) implements Payload {
        public Wrong {
            refusals = List.copyOf(refusals);
        }
    }

    /** Never throws for bad content: what is wrong comes back as refusals, at the pointers that REST would give. */
    static Payload read(byte[] xml) {
        try {
            QName name = nameOf(xml);
            Shape shape = Shape.of(name);
            if (shape == null) {
                return new Wrong(List.of(Words.noDocument(name)));
            }
            String document = documentIn(name);
            List<Refusal> refusals = SchemaCheck.check(xml, shape, document);
            return refusals.isEmpty() ? new Document(json(xml, shape, document)) : new Wrong(refusals);
        } catch (XMLStreamException broken) {
            return new Wrong(List.of(Troubles.of(broken)));
        }
    }

    private static QName nameOf(byte[] xml) throws XMLStreamException {
        XMLStreamReader reader = HardenedXml.reader(xml, null);
        reader.nextTag();
        return reader.getName();
    }

    private static @Nullable String documentIn(QName payload) {
        return payload.getLocalPart().equals("DeliverDemandResponse")
                ? "acknowledgement"
                : Operation.of(payload).flatMap(Operation::document).orElse(null);
    }

    private static byte[] json(byte[] xml, Shape shape, @Nullable String document) throws XMLStreamException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XmlToJson.write(HardenedXml.reader(xml, null), shape, document, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
