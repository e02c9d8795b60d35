package org.tongqu.connectors.files;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;

/**
 * Rows of an XML report as they stream by: each child of the root that has elements of its own is a row, its elements and attributes are its cells, and
 * what the root says before the first row (period, agent) is said of all.
 */
final class XmlRows {
    private final HardenedXml xml;
    private final Map<String, String> ofAll = new LinkedHashMap<>();
    private @Nullable String rowName;
    private long last;

    XmlRows(InputStream bytes) throws XMLStreamException, Unfit {
        this.xml = HardenedXml.of(bytes);
        if (xml.nextChild()) {
            attributes(ofAll);
        }
    }

    /**
     * @param number from 1, in the order of the file
     * @param trouble why its cells cannot be told
     */
    record XmlRow(
            long number,
            Map<String, String> cells,
            @Nullable Refusal trouble) {}

    Optional<XmlRow> next() throws XMLStreamException, Unfit {
        while (xml.nextChild()) {
            Element element = element(xml.name());
            if (element.isRow()) {
                return Optional.of(row(element));
            }
            if (last == 0) {
                ofAll.put(element.name(), element.text());
            }
        }
        finish();
        return Optional.empty();
    }

    /** What stands behind the root must be well-formed too. */
    private void finish() throws XMLStreamException, Unfit {
        boolean more = xml.next();
        while (more) {
            more = xml.next();
        }
    }

    private XmlRow row(Element element) throws Unfit {
        rowName = rowName == null ? element.name() : rowName;
        last++;
        if (!rowName.equals(element.name())) {
            throw new Unfit(Refusals.otherRows(rowName, element.name(), xml.line()));
        }
        Map<String, String> cells = new LinkedHashMap<>(ofAll);
        cells.putAll(element.cells());
        return new XmlRow(last, cells, element.trouble(last));
    }

    /** A child of the root as read, to its end. */
    private record Element(
            String name, Map<String, String> cells, String text, boolean hasElements, boolean deeper, boolean twice) {
        boolean isRow() {
            return hasElements;
        }

        @Nullable
        Refusal trouble(long number) {
            int length = cells.values().stream().mapToInt(String::length).sum();
            if (length > PhysicalLines.MAX_BYTES) {
                return Refusals.lineTooLong(number);
            }
            return deeper ? Refusals.nested(number) : twice ? Refusals.elementTwice(number) : null;
        }
    }

    private Element element(String name) throws XMLStreamException, Unfit {
        Map<String, String> cells = new LinkedHashMap<>();
        attributes(cells);
        StringBuilder text = new StringBuilder();
        boolean hasElements = false;
        boolean deeper = false;
        boolean twice = false;
        while (xml.next() && !xml.ends()) {
            if (xml.starts()) {
                hasElements = true;
                String cell = xml.name();
                StringBuilder value = new StringBuilder();
                deeper |= cell(value);
                twice |= cells.put(cell, value.toString()) != null;
                bound(cells);
            } else {
                xml.append(text);
            }
        }
        return new Element(name, cells, text.toString(), hasElements, deeper, twice);
    }

    /** Reads one cell to its end and says whether it had elements of its own. */
    private boolean cell(StringBuilder value) throws XMLStreamException, Unfit {
        boolean deeper = false;
        while (xml.next() && !xml.ends()) {
            if (xml.starts()) {
                deeper = true;
                xml.skip();
            } else {
                xml.append(value);
            }
        }
        return deeper;
    }

    private static void bound(Map<String, String> cells) throws Unfit {
        if (cells.size() > XmlRecords.MOST_NAMES) {
            throw new Unfit(Refusals.tooManyNames(XmlRecords.MOST_NAMES));
        }
    }

    private void attributes(Map<String, String> cells) {
        for (int at = 0; at < xml.attributes(); at++) {
            if (!xml.foreign(at)) {
                cells.put(xml.attributeName(at), xml.attribute(at));
            }
        }
    }

    int line() {
        return xml.line();
    }
}
