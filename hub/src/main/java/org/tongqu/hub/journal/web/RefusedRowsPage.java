package org.tongqu.hub.journal.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** 被退回的行: what senders still have to mend, whichever file it came in. */
@Controller
class RefusedRowsPage {
    private final JournalPages pages;
    private final Partners partners;
    private final Wall wall;

    RefusedRowsPage(JournalPages pages, Partners partners, Wall wall) {
        this.pages = pages;
        this.partners = partners;
        this.wall = wall;
    }

    @GetMapping("/refused-rows")
    String refusedRows(
            Sender sender,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        JournalPages.RowsSought sought = RefusedRowsController.sought(partner, code, after);
        model.addAttribute(
                "page",
                new RefusedRowsShown(
                        sought,
                        pages.refusedRows(sender, sought, Window.DEFAULT_LIMIT),
                        wall.read(Scope.of(sender), partners::all)));
        return "journal/refused-rows";
    }
}
