package org.tongqu.connectors.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tongqu.connectors.canon.FileReport.RefusedRow;
import org.tongqu.connectors.canon.SalesSheet.Form;

/**
 * Refused rows in their sender's own charset, delimiter, columns and order, each with number and reasons behind. Cells of a text file come back as they
 * were sent, bad bytes included; those of a workbook or XML, where no cell could start a formula, are made harmless.
 */
final class RejectionFile {
    private static final String LINE_END = "\r\n";

    private final OutputStream out;
    private final Form form;
    private final Encoding encoding;
    private final Cells cells;
    private final RejectionRows rows;

    RejectionFile(OutputStream out, Form form) {
        this.out = out;
        this.form = form;
        this.encoding = Encoding.named(form.charset());
        this.cells = new Cells(form.delimiter());
        this.rows = new RejectionRows(form);
    }

    void begin() throws IOException {
        if (form.bom()) {
            out.write(encoding.mark());
        }
        out.write(encoding.encode(line(rows.heading())));
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
        return line(rows.cells(raw, row, dress));
    }

    private String line(List<String> said) {
        List<String> written = form.kind() == Form.Kind.TEXT
                ? said
                : said.stream().map(Harmless::text).toList();
        return cells.join(written) + LINE_END;
    }
}
