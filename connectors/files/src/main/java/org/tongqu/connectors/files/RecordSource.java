package org.tongqu.connectors.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where a sheet's records come from: lines of text, rows of a worksheet, elements of XML. */
interface RecordSource extends AutoCloseable {
    /** The next record, or null at the end; the same file gives the same records under the same numbers, each number greater than the last. */
    @Nullable
    SourceRecord next() throws IOException;

    /** From here on a record of this many cells looks like a row of its own. */
    void expectWidth(int headingCells);

    /** How much of the file has been read, from 0 to 1. */
    double read();

    @Override
    void close() throws IOException;
}
