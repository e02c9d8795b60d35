package org.tongqu.connectors.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesSheet.Form;

/** 任意表格: opens any table, text of unknown charset and delimiter or an Excel workbook, whose headings the caller may or may not know. */
public final class Tables {
    private static final int HEAD_BYTES = 256 * 1024;

    private Tables() {}

    /** Whether a file could be read as a table. */
    public sealed interface Opening {
        /** The table stands before its first row and owns the stream from now on. */
        record Opened(Table table) implements Opening {}

        /** Nothing of the file can be taken; the stream is still the caller's to close. */
        record Unreadable(Refusal refusal) implements Opening {}
    }

    /**
     * Finds charset, delimiter, sheet and heading together: the heading is the row, among the first, that names most of what is known; where none
     * names anything, the first row that says something.
     *
     * @param known headings in letters and digits alone, small, half-width and simplified
     * @throws UncheckedIOException where the stream itself fails
     */
    public static Opening open(InputStream bytes, long size, Set<String> known) {
        try {
            byte[] head = bytes.readNBytes(HEAD_BYTES);
            return new Opening.Opened(table(head, bytes, size, new Headings(known)));
        } catch (Unfit unfit) {
            return new Opening.Unreadable(unfit.refusal());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A heading as headings are compared. */
    public static String plain(String heading) {
        return Text.plain(heading);
    }

    private static Table table(byte[] head, InputStream rest, long size, Headings headings) throws IOException, Unfit {
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), rest);
        return switch (Content.of(head)) {
            case Content.Workbook workbook -> workbook(whole, headings);
            case Content.Text text -> text(head, rest, size, headings);
            case Content.Xml xml -> throw new Unfit(Refusals.notText("XML"));
            case Content.Other other -> throw new Unfit(other.refusal());
        };
    }

    private static Table text(byte[] head, InputStream rest, long size, Headings headings) throws IOException, Unfit {
        TextLayout layout = TextLayout.of(head, headings);
        int mark = layout.bom() ? layout.encoding().mark().length : 0;
        InputStream text = new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), rest);
        Records records =
                new Records(new PhysicalLines(text, layout.encoding()), layout.encoding(), layout.delimiter(), size);
        return Table.at(records, layout.form());
    }

    private static Table workbook(InputStream whole, Headings headings) throws IOException, Unfit {
        Workbook workbook = Workbook.open(Spool.of(whole, Workbook.LARGEST));
        try {
            SheetChoice chosen = SheetChoice.of(workbook, headings);
            Headings.Found found = chosen.found();
            Form form =
                    new Form(Form.Kind.WORKBOOK, Encoding.UTF_8.charsetName(), true, ',', found.cells(), found.row());
            return Table.at(new WorkbookRecords(workbook, workbook.rows(chosen.sheet())), form);
        } catch (IOException | Unfit | RuntimeException trouble) {
            workbook.close();
            throw trouble;
        }
    }
}
