package org.tongqu.connectors.canon;

import java.util.function.Consumer;

/** The door where a route fetches what became of a file, to write it back to its sender. */
public interface FileReports {
    FileReport report(String messageId);

    /** Hands out the refused rows in file order, one at a time. */
    void refusedRows(String messageId, Consumer<FileReport.RefusedRow> each);
}
