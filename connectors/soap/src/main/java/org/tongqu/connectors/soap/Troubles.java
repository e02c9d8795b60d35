package org.tongqu.connectors.soap;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.tongqu.connectors.canon.Refusal;

/** Tells a parser's exception in our words, with the place where it happened. */
final class Troubles {
    private Troubles() {}

    static Refusal of(XMLStreamException broken) {
        if (broken instanceof Unreadable ours) {
            return ours.refusal();
        }
        String message = String.valueOf(broken.getMessage());
        Location place = broken.getLocation();
        return message.contains("limit (")
                ? Words.limit()
                : Words.badXml(place == null ? 1 : place.getLineNumber(), place == null ? 1 : place.getColumnNumber());
    }
}
