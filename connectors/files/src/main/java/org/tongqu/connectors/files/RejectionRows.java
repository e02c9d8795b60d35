package org.tongqu.connectors.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongqu.connectors.canon.FileReport.RefusedRow;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesSheet.Form;

/**
 * Refused rows as cells: the sender's columns in their order, then ours. Ours of an earlier round are replaced; cells beyond the heading follow after
 * ours.
 */
final class RejectionRows {
    private final Form form;
    private final Cells cells;

    RejectionRows(Form form) {
        this.form = form;
        this.cells = new Cells(form.delimiter());
    }

    List<String> heading() {
        List<String> heading = own(form.heading());
        for (OwnColumn column : OwnColumn.values()) {
            heading.add(column.key());
        }
        return heading;
    }

    /**
     * @param raw the row as text
     * @param dress what is done to our words, so that they stand in that text
     */
    List<String> cells(String raw, RefusedRow row, Function<String, String> dress) {
        List<String> said = cells.parse(raw).orElseGet(() -> cells.plain(raw));
        int width = form.heading().size();
        List<String> line = own(padded(said, width));
        line.add(Long.toString(row.rowNo()));
        line.add(dress.apply(joined(row, Refusal::code)));
        line.add(dress.apply(joined(row, Refusal::zh)));
        line.add(dress.apply(joined(row, Refusal::en)));
        line.addAll(said.size() > width ? said.subList(width, said.size()) : List.of());
        return line;
    }

    private static List<String> padded(List<String> said, int width) {
        List<String> padded = new ArrayList<>(said.subList(0, Math.min(width, said.size())));
        while (padded.size() < width) {
            padded.add("");
        }
        return padded;
    }

    /** The sender's own cells: without those under a heading of ours. */
    private List<String> own(List<String> all) {
        List<String> own = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            if (!OwnColumn.is(form.heading().get(at))) {
                own.add(all.get(at));
            }
        }
        return own;
    }

    private static String joined(RefusedRow row, Function<Refusal, String> part) {
        return row.refusals().stream().map(part).collect(Collectors.joining("; "));
    }
}
