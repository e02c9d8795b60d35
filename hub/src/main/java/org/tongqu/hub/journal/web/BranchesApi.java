package org.tongqu.hub.journal.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.platform.Slice;

/** {@code /api/v1/branches}. */
@RestController
class BranchesApi {
    private final JournalPages pages;

    BranchesApi(JournalPages pages) {
        this.pages = pages;
    }

    @GetMapping("/api/v1/branches")
    Slice<JournalPages.Branch> branches(Sender sender) {
        return new Slice<>(pages.branches(sender), null);
    }
}
