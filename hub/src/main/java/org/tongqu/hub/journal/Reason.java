package org.tongqu.hub.journal;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongqu.connectors.canon.FileReport;
import org.tongqu.connectors.canon.Refusal;

/**
 * One reason why a message, or a row of it, went back.
 *
 * @param rowNo 0 where it is the whole message
 * @param n which of the reasons it is, from 0
 */
record Reason(long rowNo, int n, Refusal refusal) {
    static Stream<Reason> of(FileReport.RefusedRow row) {
        return numbered(row.rowNo(), row.refusals());
    }

    static List<Reason> ofAll(List<Refusal> refusals) {
        return numbered(0, refusals).toList();
    }

    private static Stream<Reason> numbered(long rowNo, List<Refusal> refusals) {
        return IntStream.range(0, refusals.size()).mapToObj(n -> new Reason(rowNo, n, refusals.get(n)));
    }
}
