package org.tongqu.connectors.soap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Turns a payload that fits the schema into JSON: elements become fields of the same name, repeated ones lists, every value stays text. */
final class XmlToJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final XMLStreamReader in;
    private final JsonGenerator out;

    private XmlToJson(XMLStreamReader in, JsonGenerator out) {
        this.in = in;
        this.out = out;
    }

    /** @param document name of the payload's part that is the document, where that is not the payload itself */
    static void write(XMLStreamReader in, Shape payload, @Nullable String document, OutputStream out)
            throws XMLStreamException, IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            XmlToJson turning = new XmlToJson(in, json);
            turning.nextElement();
            if (document == null) {
                turning.object(payload);
            } else if (turning.nextElement()) {
                turning.object(payload.part(document));
            } else {
                json.writeStartObject();
                json.writeEndObject();
            }
        }
    }

    /** Goes to the next element that opens; false where the one around it closes first. */
    private boolean nextElement() throws XMLStreamException {
        int event = in.next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            event = in.next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    private void object(Shape shape) throws XMLStreamException, IOException {
        out.writeStartObject();
        String list = null;
        while (nextElement()) {
            String name = in.getLocalName();
            Shape part = shape.part(name);
            if (list != null && !list.equals(name)) {
                out.writeEndArray();
                list = null;
            }
            if (list == null) {
                out.writeFieldName(name);
            }
            if (part.many() && list == null) {
                out.writeStartArray();
                list = name;
            }
            value(part);
        }
        if (list != null) {
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void value(Shape shape) throws XMLStreamException, IOException {
        if (shape.isText()) {
            String text = in.getElementText();
            out.writeString(shape.words() ? text : text.strip());
        } else {
            object(shape);
        }
    }
}
