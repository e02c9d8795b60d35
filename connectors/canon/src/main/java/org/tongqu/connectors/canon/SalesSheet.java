package org.tongqu.connectors.canon;

import java.util.List;
import java.util.Optional;

/** An agent's file opened for one pass from a given row; close it when done. */
public interface SalesSheet extends AutoCloseable {

    /** The next row, or empty at the end of the file; memory is bounded by one row. */
    Optional<Row> next();

    /** Blank, total and note lines and second tables passed over so far. */
    long ignored();

    /** What the file looks like, to write rejected rows back the same way. */
    Form form();

    /** How much of the file has been read, from 0 to 1; never goes back. */
    double read();

    @Override
    void close();

    /** One data row: understood, or refused with the bytes as they stood in the file. */
    sealed interface Row {
        long rowNo();

        record Understood(SalesLine line, byte[] raw) implements Row {
            @Override
            public long rowNo() {
                return line.rowNo();
            }
        }

        record Refused(long rowNo, List<Refusal> refusals, byte[] raw) implements Row {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }
    }

    /**
     * How the sender writes: enough to give rows back in the sender's own encoding, columns and order.
     *
     * @param kind of a workbook or of XML, cells stand in {@code raw} as one line of comma-separated UTF-8
     * @param charset Java charset name, e.g. {@code GB18030}
     * @param bom whether the file began with a byte-order mark
     * @param heading the heading cells as written
     * @param headingRow line number of the heading, from 1
     */
    record Form(Kind kind, String charset, boolean bom, char delimiter, List<String> heading, long headingRow) {
        /** What a file turned out to be, whatever its name says. */
        public enum Kind {
            TEXT,
            WORKBOOK,
            XML
        }

        public Form {
            heading = List.copyOf(heading);
        }
    }
}
