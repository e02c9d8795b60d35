package org.tongqu.connectors.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The one visible sheet of a workbook whose heading names most; two that name as much are asked about, so that neither is passed over. */
record SheetChoice(Workbook.Sheet sheet, Headings.Found found) {

    static SheetChoice of(Workbook workbook, Headings headings) throws IOException, Unfit {
        List<SheetChoice> all = new ArrayList<>();
        for (Workbook.Sheet sheet : workbook.sheets()) {
            heading(workbook, sheet, headings).ifPresent(found -> all.add(new SheetChoice(sheet, found)));
        }
        SheetChoice best = all.stream()
                .max(Comparator.comparingInt(choice -> choice.found().named()))
                .orElseThrow(() -> new Unfit(Refusals.noTable()));
        for (SheetChoice other : all) {
            if (!other.equals(best) && other.found().named() > 1) {
                throw new Unfit(
                        Refusals.twoTables(best.sheet().name(), other.sheet().name()));
            }
        }
        return best;
    }

    private static Optional<Headings.Found> heading(Workbook workbook, Workbook.Sheet sheet, Headings headings)
            throws IOException, Unfit {
        try (SheetRows rows = workbook.rows(sheet)) {
            Optional<Headings.Found> found = headings.in(rows);
            if (found.isEmpty() && rows.broken().isPresent()) {
                throw new Unfit(rows.broken().get());
            }
            return found;
        }
    }
}
