package org.tongqu.hub.console.web;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.console.SavedView;

/**
 * 视图栏: the saved views over a list, asked of the store only where a page shows them.
 *
 * @param query the page's filters, without where it was scrolled to
 * @param saved views of this list the reader sees
 */
record ViewsBar(String path, String query, boolean maySave, boolean mayShare, Supplier<List<SavedView>> saved) {
    private static final List<String> SHEETS =
            List.of("/needs", "/customers", "/orders", "/messages", "/reconciliation");

    public List<Pill> pills() {
        return saved.get().stream()
                .map(view -> new Pill(view, view.query().equals(query)))
                .toList();
    }

    /** Address of the list as a workbook; absent where it is not told as one. */
    public @Nullable String sheet() {
        return SHEETS.contains(path) ? path + ".xlsx" + (query.isEmpty() ? "" : "?" + query) : null;
    }

    /** @param current the page stands at its filters */
    record Pill(SavedView view, boolean current) {}
}
