package org.tongqu.connectors.canon;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.SalesSheet.Form;

/**
 * What became of a dropped file; rows = accepted + refused + duplicate.
 *
 * @param name of the file in {@code in/}, ending included
 * @param status TAKEN, PARTLY, REFUSED or DUPLICATE
 * @param ignored total lines, blank lines, notes and second tables
 * @param repeats message id of the first file with the same bytes
 * @param reason why the whole file was refused
 * @param form how the sender writes; absent where the file could not be read as a table
 */
public record FileReport(
        String messageId,
        String partner,
        String name,
        String status,
        long rows,
        long accepted,
        long refused,
        long duplicate,
        long ignored,
        String sha256,
        @Nullable String repeats,
        @Nullable Refusal reason,
        List<FlaggedRow> flags,
        @Nullable Form form) {
    public FileReport {
        flags = List.copyOf(flags);
    }

    /** An accepted row with something odd about it; the first 1,000 are listed. */
    public record FlaggedRow(long rowNo, List<String> flags) {}

    /** A refused row as it stood in the file. */
    public record RefusedRow(long rowNo, byte[] raw, List<Refusal> refusals) {}
}
