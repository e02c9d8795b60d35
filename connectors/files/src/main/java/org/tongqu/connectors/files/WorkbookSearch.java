package org.tongqu.connectors.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;

/** Finds the one visible sheet of a workbook that reports sales; instructions, summaries and hidden sheets are none. */
final class WorkbookSearch {
    private final Workbook workbook;
    private final ColumnNames names;

    WorkbookSearch(Workbook workbook, ColumnNames names) {
        this.workbook = workbook;
        this.names = names;
    }

    record SheetFound(Workbook.Sheet sheet, HeadingFound found) {}

    /** Two sheets of sales are asked about, since rows are numbered within one and neither may be passed over. */
    SheetFound find() throws IOException, Unfit {
        List<SheetFound> all = new ArrayList<>();
        for (Workbook.Sheet sheet : workbook.sheets()) {
            heading(sheet).ifPresent(found -> all.add(new SheetFound(sheet, found)));
        }
        List<SheetFound> sales =
                all.stream().filter(found -> found.found().heading().complete()).toList();
        if (sales.size() > 1) {
            throw new Unfit(Refusals.twoSheets(
                    sales.get(0).sheet().name(), sales.get(1).sheet().name()));
        }
        return all.stream()
                .max(Comparator.comparing(SheetFound::found, HeadingFound.BETTER))
                .orElseThrow(() -> new Unfit(Refusals.noHeadingInWorkbook(HeadingFound.PREAMBLE + 1)));
    }

    private Optional<HeadingFound> heading(Workbook.Sheet sheet) throws IOException, Unfit {
        try (SheetRows rows = workbook.rows(sheet)) {
            Optional<HeadingFound> found = HeadingFound.in(rows, names);
            Optional<Refusal> broken = rows.broken();
            if (broken.isPresent() && found.isEmpty()) {
                throw new Unfit(broken.get());
            }
            return found;
        }
    }
}
