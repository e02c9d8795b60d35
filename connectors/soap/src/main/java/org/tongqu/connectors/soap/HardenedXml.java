package org.tongqu.connectors.soap;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.net.URL;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** The one place that makes an XML parser: bounded, without DTD and entities, and with no way out to a file or another host. */
final class HardenedXml {
    static final int MAX_DEPTH = 32;
    static final int MAX_ELEMENTS = 100_000;
    static final int MAX_ATTRIBUTES = 32;
    static final int MAX_TEXT = 100_000;

    private static final XMLInputFactory READERS = readers();

    private HardenedXml() {}

    private static XMLInputFactory readers() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.RESOLVER, null);
        // A lazy parser would complain where nobody expects it.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) MAX_ELEMENTS);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 4_000);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
        // Names come from strangers: interning them would let strangers fill our memory.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /** @param charset as the sender declared it beside the bytes, or absent: then the bytes say it themselves */
    static XMLStreamReader reader(byte[] bytes, @Nullable String charset) throws XMLStreamException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        return new StrictReader(
                charset == null ? READERS.createXMLStreamReader(in) : READERS.createXMLStreamReader(in, charset));
    }

    /** Of our own file, which refers to nothing outside itself. */
    static Schema schema(URL file) {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(file);
        } catch (SAXException wrong) {
            throw new IllegalStateException("our own schema does not stand", wrong);
        }
    }
}
