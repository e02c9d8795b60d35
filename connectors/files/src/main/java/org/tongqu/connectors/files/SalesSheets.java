package org.tongqu.connectors.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesSheet;
import org.tongqu.connectors.canon.SalesSheet.Form;
import org.tongqu.connectors.canon.SheetColumns;

/** 销售报表: opens an agent's file, be it text of unknown charset and delimiter, an Excel workbook or XML, as a sheet of sales rows. */
public final class SalesSheets {
    private static final int HEAD_BYTES = 256 * 1024;

    private SalesSheets() {}

    /** Whether a file could be read as a table of sales. */
    public sealed interface Opening {
        /** The sheet stands before its first row and owns the stream from now on. */
        record Opened(SalesSheet sheet) implements Opening {}

        /** Nothing of the file can be taken; the stream is still the caller's to close. */
        record Unreadable(Refusal refusal) implements Opening {}
    }

    /**
     * A file to open.
     *
     * @param size in bytes, for {@link SalesSheet#read}; 0 where it does not matter
     * @param columns the partner's own names of columns
     */
    public record Sent(InputStream bytes, long size, SheetColumns columns) {}

    /** A file of a partner without columns of its own. */
    public static Opening open(InputStream bytes, Clock clock) {
        return open(new Sent(bytes, 0, SheetColumns.NONE), clock);
    }

    /**
     * Reads the head of the stream (at most 256 KiB) and finds out what it is; rows are read as they are asked for, one in memory. Workbooks and XML
     * are copied to a nameless file on disk first, since they must be read in another order than they are sent.
     *
     * @param clock tells today, in its own zone, for the flag DATE_IN_FUTURE
     * @throws UncheckedIOException where the stream itself fails, here or in {@link SalesSheet#next}
     */
    public static Opening open(Sent sent, Clock clock) {
        try {
            byte[] head = sent.bytes().readNBytes(HEAD_BYTES);
            return new Opening.Opened(sheet(sent, head, clock));
        } catch (Unfit unfit) {
            return new Opening.Unreadable(unfit.refusal());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static SalesSheet sheet(Sent sent, byte[] head, Clock clock) throws IOException, Unfit {
        ColumnNames names = ColumnNames.of(sent.columns());
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), sent.bytes());
        return switch (Content.of(head)) {
            case Content.Workbook workbook -> workbook(whole, names, clock);
            case Content.Xml xml -> xml(whole, names, clock);
            case Content.Text text -> text(sent, head, names, clock);
            case Content.Other other -> throw new Unfit(other.refusal());
        };
    }

    private static SalesSheet text(Sent sent, byte[] head, ColumnNames names, Clock clock) throws IOException, Unfit {
        Optional<Layout> found = new HeadingSearch(head, names).find();
        if (found.isEmpty()) {
            throw new Unfit(unknown(head, names));
        }
        Layout layout = found.get();
        fit(layout.found());
        int mark = layout.markLength();
        InputStream text =
                new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), sent.bytes());
        Records records = new Records(
                new PhysicalLines(text, layout.encoding()), layout.encoding(), layout.delimiter(), sent.size());
        return OpenSheet.at(records, layout.found().heading(), layout.form(), clock);
    }

    private static SalesSheet workbook(InputStream whole, ColumnNames names, Clock clock) throws IOException, Unfit {
        Workbook workbook = Workbook.open(Spool.of(whole, Workbook.LARGEST));
        try {
            WorkbookSearch.SheetFound found = new WorkbookSearch(workbook, names).find();
            fit(found.found());
            WorkbookRecords records = new WorkbookRecords(workbook, workbook.rows(found.sheet()));
            return OpenSheet.at(records, found.found().heading(), asText(Form.Kind.WORKBOOK, found.found()), clock);
        } catch (IOException | Unfit | RuntimeException trouble) {
            workbook.close();
            throw trouble;
        }
    }

    private static SalesSheet xml(InputStream whole, ColumnNames names, Clock clock) throws IOException, Unfit {
        XmlRecords records = XmlRecords.of(Spool.of(whole, XmlRecords.LARGEST));
        try {
            HeadingFound found = new HeadingFound(Heading.of(records.names(), names), 0);
            if (found.heading().known() < 2) {
                throw new Unfit(Refusals.notSalesXml());
            }
            fit(found);
            return OpenSheet.at(records, found.heading(), asText(Form.Kind.XML, found), clock);
        } catch (IOException | Unfit | RuntimeException trouble) {
            records.close();
            throw trouble;
        }
    }

    /** Cells that stood in no text are given back in the text that Excel opens. */
    private static Form asText(Form.Kind kind, HeadingFound found) {
        return new Form(
                kind, Encoding.UTF_8.charsetName(), true, ',', found.heading().written(), found.row());
    }

    private static void fit(HeadingFound found) throws Unfit {
        Optional<Refusal> fault = found.heading().fault(found.row());
        if (fault.isPresent()) {
            throw new Unfit(fault.get());
        }
    }

    private static Refusal unknown(byte[] head, ColumnNames names) {
        return new HeadingSearch(head, names)
                .under(Encoding.BIG5, false)
                .map(layout -> Refusals.wrongCharset("Big5", layout.found().row()))
                .orElseGet(() -> Refusals.noHeading(HeadingFound.PREAMBLE + 1));
    }
}
