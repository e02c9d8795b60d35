package org.tongqu.connectors.soap;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads how many demands a factory wants to fetch at once. */
public final class FetchDemands {
    private static final int WITHOUT_A_WORD = 50;

    private FetchDemands() {}

    /** @param payload that fits our schema, so that the figure is 1 to 200 where there is one */
    public static int max(byte[] payload) {
        try {
            XMLStreamReader reader = HardenedXml.reader(payload, null);
            reader.nextTag();
            return reader.nextTag() == XMLStreamConstants.START_ELEMENT
                    ? Integer.parseInt(reader.getElementText().strip())
                    : WITHOUT_A_WORD;
        } catch (XMLStreamException broken) {
            throw new IllegalArgumentException("not a payload that fits our schema", broken);
        }
    }
}
