package org.tongqu.hub.journal.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;

/** 文件中的一行: what a sender wrote in the row that a value came from. */
@Controller
class SentRowPage {
    private final JournalPages pages;

    SentRowPage(JournalPages pages) {
        this.pages = pages;
    }

    @GetMapping("/messages/{id}/rows/{rowNo:[1-9][0-9]{0,9}}")
    String row(Sender sender, @PathVariable String id, @PathVariable long rowNo, Model model) {
        JournalPages.SentRow row = pages.row(sender, Asked.id(id), rowNo)
                .orElseThrow(() -> Problem.notFound().said());
        model.addAttribute("row", row).addAttribute("cells", cells(row));
        return "journal/row";
    }

    private static List<Cell> cells(JournalPages.SentRow row) {
        List<Cell> cells = new ArrayList<>();
        for (int at = 0; at < Math.max(row.heading().size(), row.cells().size()); at++) {
            cells.add(new Cell(at(row.heading(), at), at(row.cells(), at)));
        }
        return cells;
    }

    private static String at(List<String> texts, int at) {
        return at < texts.size() ? texts.get(at) : "";
    }

    record Cell(String heading, String text) {}
}
