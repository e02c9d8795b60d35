package org.tongqu.hub.journal.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** {@code /api/v1/refused-rows}: the queue of rows that went back to their senders. */
@RestController
class RefusedRowsController {
    private final JournalPages pages;

    RefusedRowsController(JournalPages pages) {
        this.pages = pages;
    }

    @GetMapping("/api/v1/refused-rows")
    Slice<JournalPages.RefusedRow> refusedRows(
            Sender sender,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return pages.refusedRows(
                sender, sought(partner, code, after), Window.ofIds(limit, null).limit());
    }

    static JournalPages.RowsSought sought(@Nullable String partner, @Nullable String code, @Nullable String after) {
        return new JournalPages.RowsSought(
                Asked.word("partner", partner), Asked.word("code", code), after == null ? null : place(after));
    }

    private static JournalPages.RowPlace place(String after) {
        return JournalPages.RowPlace.of(after)
                .orElseThrow(() -> Problem.badParameter(
                                "after", "请原样使用上一页给出的 next。", "hand back the next of the page before as it is.")
                        .said());
    }
}
