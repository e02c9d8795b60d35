package org.tongqu.connectors.soap;

import java.util.Optional;
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

    /** The first of this type among an exception and what caused it. */
    static <E extends Exception> Optional<E> cause(Throwable thrown, Class<E> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
