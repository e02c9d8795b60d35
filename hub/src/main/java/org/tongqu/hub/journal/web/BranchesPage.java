package org.tongqu.hub.journal.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.JournalPages;

/** 分公司线路: how far each branch's line is complete, what still waits there, and where the two ends once disagreed. */
@Controller
class BranchesPage {
    private final JournalPages pages;

    BranchesPage(JournalPages pages) {
        this.pages = pages;
    }

    @GetMapping("/branches")
    String branches(Sender sender, Model model) {
        model.addAttribute("branches", pages.branches(sender));
        return "journal/branches";
    }
}
