package org.tongqu.connectors.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** An XML report read twice: once to its end for the names of its cells, so that a broken or hostile file is refused whole, then row by row. */
final class XmlRecords implements RecordSource {
    static final int MOST_NAMES = 200;
    /** Bytes of the file. */
    static final long LARGEST = 1L << 30;

    private final Spool spool;
    private final CountedStream bytes;
    private final List<String> names;
    private final XmlRows rows;

    private XmlRecords(Spool spool, List<String> names) throws IOException, XMLStreamException, Unfit {
        this.spool = spool;
        this.names = names;
        this.bytes = new CountedStream(spool.bytes());
        this.rows = new XmlRows(bytes);
    }

    /** The spool goes with the records, and at once where the file is refused. */
    static XmlRecords of(Spool spool) throws IOException, Unfit {
        try {
            return new XmlRecords(spool, names(spool));
        } catch (XMLStreamException bad) {
            spool.close();
            throw new Unfit(Refusals.badXml(line(bad)));
        } catch (IOException | Unfit | RuntimeException trouble) {
            spool.close();
            throw trouble;
        }
    }

    private static List<String> names(Spool spool) throws IOException, XMLStreamException, Unfit {
        XmlRows rows = new XmlRows(spool.bytes());
        Set<String> names = new LinkedHashSet<>();
        for (Optional<XmlRows.XmlRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            names.addAll(row.get().cells().keySet());
            if (names.size() > MOST_NAMES) {
                throw new Unfit(Refusals.tooManyNames(MOST_NAMES));
            }
        }
        return List.copyOf(names);
    }

    private static int line(XMLStreamException bad) {
        return bad.getLocation() == null ? 1 : Math.max(1, bad.getLocation().getLineNumber());
    }

    /** Names of elements and attributes in the order in which they first came. */
    List<String> names() {
        return names;
    }

    @Override
    public @Nullable SourceRecord next() throws IOException {
        try {
            return rows.next().map(this::record).orElse(null);
        } catch (XMLStreamException | Unfit changed) {
            throw new IOException("the file was well-formed when it was read first", changed);
        }
    }

    private SourceRecord record(XmlRows.XmlRow row) {
        List<String> cells = new ArrayList<>();
        names.forEach(name -> cells.add(row.cells().getOrDefault(name, "")));
        byte[] raw = SheetRow.AS_TEXT.join(cells).getBytes(StandardCharsets.UTF_8);
        boolean damaged = cells.stream().anyMatch(Text::damaged);
        return new SourceRecord(
                row.number(),
                raw,
                row.trouble() == null ? List.copyOf(cells) : List.of(),
                true,
                row.trouble() == null && damaged ? Refusals.damagedText(row.number()) : row.trouble());
    }

    @Override
    public void expectWidth(int headingCells) {
        // An element ends where it says so.
    }

    @Override
    public double read() {
        return bytes.share(spool.size());
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
