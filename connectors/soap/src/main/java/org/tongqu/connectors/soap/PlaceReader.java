package org.tongqu.connectors.soap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/** Knows, while a payload goes by, where in its document the reading stands, as the JSON pointer that REST would give. */
final class PlaceReader extends StreamReaderDelegate {
    /** An open element, with how many of each name were seen in it. */
    private record Open(Shape shape, String pointer, Map<String, Integer> seen) {}

    private final Shape payload;
    private final @Nullable String document;
    private final Deque<Open> open = new ArrayDeque<>();
    private boolean closing;

    /** @param document name of the payload's part at which pointers begin, where that is not the payload */
    PlaceReader(XMLStreamReader reader, Shape payload, @Nullable String document) {
        super(reader);
        this.payload = payload;
        this.document = document;
    }

    @Override
    public int next() throws XMLStreamException {
        if (closing) {
            open.pop();
            closing = false;
        }
        int event = super.next();
        if (event == START_ELEMENT) {
            open.push(entered(getLocalName()));
        }
        // Closed with the next step: whoever complains about an element does so while it ends.
        closing = event == END_ELEMENT;
        return event;
    }

    private Open entered(String name) {
        Open parent = open.peek();
        if (parent == null) {
            return new Open(payload, "", new HashMap<>());
        }
        Shape shape = parent.shape().part(name);
        int n = parent.seen().merge(name, 1, Integer::sum) - 1;
        boolean isDocument = open.size() == 1 && name.equals(document);
        String place = isDocument ? "" : parent.pointer() + "/" + name + (shape.many() ? "/" + n : "");
        return new Open(shape, place, new HashMap<>());
    }

    String pointer() {
        Open here = open.peek();
        return here == null ? "" : here.pointer();
    }
}
