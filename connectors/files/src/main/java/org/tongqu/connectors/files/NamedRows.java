package org.tongqu.connectors.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;

/** A delimited file whose first row names its columns, for commands that need no profile; UTF-8 or GB18030, with or without a mark. */
public final class NamedRows {
    /**
     * One row below the heading.
     *
     * @param number of its first line in the file
     * @param cells as many as there are headings; of a refused row as far as they can be told
     * @param trouble why it cannot be taken as it is
     */
    public record Row(long number, List<String> cells, Optional<Refusal> trouble) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    private final List<String> headings;
    private final List<Row> rows;

    private NamedRows(List<String> headings, List<Row> rows) {
        this.headings = List.copyOf(headings);
        this.rows = List.copyOf(rows);
    }

    public static NamedRows read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Optional<Encoding> marked = Encoding.byMark(bytes);
        Encoding encoding =
                marked.orElseGet(() -> Encoding.UTF_8.strict(bytes).isPresent() ? Encoding.UTF_8 : Encoding.GB18030);
        int from = marked.map(known -> known.mark().length).orElse(0);
        byte[] text = Arrays.copyOfRange(bytes, from, bytes.length);
        try (PhysicalLines lines = new PhysicalLines(new ByteArrayInputStream(text), encoding)) {
            return read(new Records(lines, encoding, delimiter(text, encoding)), encoding, delimiter(text, encoding));
        }
    }

    private static char delimiter(byte[] text, Encoding encoding) {
        String head = new String(
                text, 0, Math.min(text.length, 4096), java.nio.charset.Charset.forName(encoding.charsetName()));
        String heading = head.lines().findFirst().orElse("");
        return heading.indexOf('\t') >= 0 ? '\t' : heading.indexOf(',') < 0 && heading.indexOf(';') >= 0 ? ';' : ',';
    }

    private static NamedRows read(Records records, Encoding encoding, char delimiter) throws IOException {
        SourceRecord first = records.next();
        List<String> headings = first == null
                ? List.of()
                : first.cells().stream()
                        .map(cell -> Text.trim(cell).toLowerCase(Locale.ROOT))
                        .toList();
        records.expectWidth(headings.size());
        List<Row> rows = new ArrayList<>();
        for (SourceRecord record = records.next(); record != null; record = records.next()) {
            if (!record.blank()) {
                rows.add(row(record, headings.size(), encoding, delimiter));
            }
        }
        return new NamedRows(headings, rows);
    }

    private static Row row(SourceRecord record, int width, Encoding encoding, char delimiter) {
        Refusal trouble = record.trouble();
        if (trouble != null) {
            String broken = new String(record.raw(), java.nio.charset.Charset.forName(encoding.charsetName()));
            return new Row(record.rowNo(), width(new Cells(delimiter).plain(broken), width), Optional.of(trouble));
        }
        List<String> cells = record.cells();
        boolean tooMany = cells.size() > width
                && cells.subList(width, cells.size()).stream()
                        .anyMatch(cell -> !Text.trim(cell).isEmpty());
        return new Row(
                record.rowNo(),
                width(cells, width),
                tooMany ? Optional.of(Refusals.tooManyCells(record.rowNo(), cells.size(), width)) : Optional.empty());
    }

    private static List<String> width(List<String> cells, int width) {
        List<String> all = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        while (all.size() < width) {
            all.add("");
        }
        return all;
    }

    /** Trimmed and in small letters. */
    public List<String> headings() {
        return headings;
    }

    public List<Row> rows() {
        return rows;
    }

    /** One line of a file that {@link #read} reads again, without a line end. */
    public static String line(List<String> cells) {
        return new Cells(',').join(cells);
    }
}
