package org.tongqu.connectors.soap;

import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchema;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaCollection;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;

/**
 * What the schema says of an element as far as JSON needs to know: which parts it has, and whether there may be several of it.
 *
 * @param many it becomes an entry of a list
 * @param words its text is kept to the blank; any other value is read without the blanks around it
 */
record Shape(Map<String, Shape> parts, boolean many, boolean words) {
    private static final QName STRING = new QName("http://www.w3.org/2001/XMLSchema", "string");
    private static final Map<String, Shape> OF = read(Contract.schema());

    Shape {
        parts = Map.copyOf(parts);
    }

    /** Of a whole payload, or null where the schema has no such element. */
    static @Nullable Shape of(QName payload) {
        return payload.getNamespaceURI().equals(Contract.NAMESPACE) ? OF.get(payload.getLocalPart()) : null;
    }

    boolean isText() {
        return parts.isEmpty();
    }

    /** Of a part; one that the schema does not know is taken for text, and refused elsewhere. */
    Shape part(String name) {
        return parts.getOrDefault(name, new Shape(Map.of(), false, true));
    }

    private static Map<String, Shape> read(URL file) {
        XmlSchema schema = new XmlSchemaCollection().read(new InputSource(file.toString()));
        Map<String, Shape> shapes = new LinkedHashMap<>();
        schema.getElements().forEach((name, element) -> shapes.put(name.getLocalPart(), shape(element)));
        return Map.copyOf(shapes);
    }

    private static Shape shape(XmlSchemaElement element) {
        Map<String, Shape> parts =
                element.getSchemaType() instanceof XmlSchemaComplexType type ? parts(type.getParticle()) : Map.of();
        return new Shape(parts, element.getMaxOccurs() > 1, STRING.equals(element.getSchemaTypeName()));
    }

    private static Map<String, Shape> parts(@Nullable XmlSchemaParticle particle) {
        List<?> members = switch (Objects.requireNonNull(particle, "an empty type")) {
            case XmlSchemaSequence sequence -> sequence.getItems();
            case XmlSchemaChoice choice -> choice.getItems();
            default -> throw new IllegalStateException("our schema has sequences and choices alone");
        };
        Map<String, Shape> parts = new LinkedHashMap<>();
        for (Object member : members) {
            if (member instanceof XmlSchemaElement element) {
                parts.put(element.getName(), shape(element));
            } else {
                parts.putAll(parts((XmlSchemaParticle) member));
            }
        }
        return parts;
    }
}
