package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What one fact comes to, before the rules name its product and count its units.
 *
 * @param origin the line, order or visit it was derived from
 * @param said the product as it was written, folded
 * @param unit of the quantity as it was written, folded; empty where none was
 * @param month the first of the month it is counted in
 */
record Figure(
        String id,
        String origin,
        Kind kind,
        String agent,
        String sourceRecordId,
        String said,
        String unit,
        BigDecimal qty,
        LocalDate day,
        LocalDate month,
        String messageId,
        @Nullable Long rowNo,
        String reference,
        OffsetDateTime receivedAt) {

    /** Whose word it is. */
    enum Kind {
        SOLD,
        SHIPPED,
        STATED
    }
}
