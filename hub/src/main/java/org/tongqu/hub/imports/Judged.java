package org.tongqu.hub.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;

/**
 * What a row would come to.
 *
 * @param twin number of an earlier row that says the same words or speaks of the same firm
 * @param records of the customer it would join, or of those it might be
 * @param evidence what speaks for it, as the store keeps it
 * @param change beside the book before: NEW, CHANGED or SAME; absent where it is refused
 */
record Judged(
        long rowNo,
        AddressBooks.Verdict verdict,
        @Nullable Refusal refusal,
        @Nullable Long twin,
        List<String> records,
        @Nullable String evidence,
        @Nullable String change) {
    Judged {
        records = List.copyOf(records);
    }

    static Judged refused(long rowNo, Refusal why) {
        return new Judged(rowNo, AddressBooks.Verdict.REFUSED, why, null, List.of(), null, null);
    }

    static Judged twice(long rowNo, long twin) {
        return new Judged(rowNo, AddressBooks.Verdict.TWICE, null, twin, List.of(), null, null);
    }

    Judged with(@Nullable String other) {
        return new Judged(rowNo, verdict, refusal, twin, records, evidence, other);
    }
}
