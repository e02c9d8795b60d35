package org.tongqu.connectors.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongqu.connectors.canon.FileReport.RefusedRow;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesSheet.Form;

/**
 * Refused rows in their sender's own charset, delimiter, columns and order, each with number and reasons behind; cells come back as they were sent,
 * bad bytes included. Our columns of an earlier round are replaced; cells beyond the heading follow after ours.
 */
final class RejectionFile {
    private final OutputStream out;
    private final Form form;
    private final Encoding encoding;
    private final Cells cells;

    RejectionFile(OutputStream out, Form form) {
        this.out = out;
        this.form = form;
        this.encoding = Encoding.named(form.charset());
        this.cells = new Cells(form.delimiter());
    }

    void begin() throws IOException {
        if (form.bom()) {
            out.write(encoding.mark());
        }
        List<String> heading = own(form.heading());
        for (OwnColumn column : OwnColumn.values()) {
            heading.add(column.key());
        }
        out.write(encoding.encode(line(heading)));
    }

    void add(RefusedRow row) {
        try {
            out.write(bytes(row));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private byte[] bytes(RefusedRow row) {
        if (encoding.unit() == 2) {
            return encoding.encode(line(encoding.fromUnits(row.raw()), row, Function.identity()));
        }
        Optional<String> text = encoding.strict(row.raw());
        if (text.isPresent()) {
            return encoding.encode(line(text.get(), row, Function.identity()));
        }
        return asBytes(row);
    }

    /** Bytes that are no text go through as Latin-1, one char a byte, and our words are dressed the same way. */
    private byte[] asBytes(RefusedRow row) {
        Charset charset = Charset.forName(form.charset());
        return line(new String(row.raw(), ISO_8859_1), row, word -> new String(word.getBytes(charset), ISO_8859_1))
                .getBytes(ISO_8859_1);
    }

    private String line(String raw, RefusedRow row, Function<String, String> dress) {
        List<String> said = cells.parse(raw).orElseGet(() -> cells.plain(raw));
        int width = form.heading().size();
        List<String> line = own(padded(said, width));
        line.add(Long.toString(row.rowNo()));
        line.add(dress.apply(joined(row, Refusal::code)));
        line.add(dress.apply(joined(row, Refusal::zh)));
        line.add(dress.apply(joined(row, Refusal::en)));
        line.addAll(said.size() > width ? said.subList(width, said.size()) : List.of());
        return line(line);
    }

    private static List<String> padded(List<String> said, int width) {
        List<String> padded = new ArrayList<>(said.subList(0, Math.min(width, said.size())));
        while (padded.size() < width) {
            padded.add("");
        }
        return padded;
    }

    /** The sender's own cells: without those under a heading of ours. */
    private List<String> own(List<String> all) {
        List<String> own = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            if (!OwnColumn.is(form.heading().get(at))) {
                own.add(all.get(at));
            }
        }
        return own;
    }

    private static String joined(RefusedRow row, Function<Refusal, String> part) {
        return row.refusals().stream().map(part).collect(Collectors.joining("; "));
    }

    private String line(List<String> said) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(form.delimiter())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(said);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
