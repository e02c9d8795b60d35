package org.tongqu.connectors.canon;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One row of an agent's sales file as understood: trimmed, half-width, figures read, nothing guessed.
 *
 * @param rowNo line number in the file, 1 is the first line of the file
 * @param qty a return counts as minus
 * @param amount as said, or qty times price where the file has none and the price is known (then flagged AMOUNT_WORKED_OUT)
 * @param extras unknown columns with their heading, kept with the row
 * @param flags what is odd yet accepted, e.g. DATE_IN_FUTURE, AMOUNT_WORKED_OUT, AMOUNT_OPEN, AMOUNT_DIFFERS
 * @param contentHash SHA-256 over all columns as understood, hex: the same for the same row in another encoding, column order or file
 * @param mends row number in the file that was refused, where this row came back in a mended rejection file
 */
public record SalesLine(
        long rowNo,
        @Nullable String reportNo,
        @Nullable String lineNo,
        @Nullable String agentName,
        LocalDate soldOn,
        CustomerSaid customer,
        @Nullable String productCode,
        @Nullable String model,
        @Nullable String productName,
        BigDecimal qty,
        @Nullable BigDecimal unitPrice,
        @Nullable BigDecimal amount,
        @Nullable String contractNo,
        @Nullable BigDecimal paid,
        @Nullable String remark,
        SortedMap<String, String> extras,
        List<String> flags,
        String contentHash,
        @Nullable Long mends) {
    public SalesLine {
        requireNonNull(soldOn, "soldOn");
        requireNonNull(customer, "customer");
        requireNonNull(qty, "qty");
        requireNonNull(contentHash, "contentHash");
        flags = List.copyOf(flags);
    }
}
