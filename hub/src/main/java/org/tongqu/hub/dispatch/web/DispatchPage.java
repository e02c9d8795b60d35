package org.tongqu.hub.dispatch.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.dispatch.DispatchPages;
import org.tongqu.hub.dispatch.Technicians;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Window;

/** 派工: the board of people and days with what waits for a team, and one dispatch with its reasons. */
@Controller
@RequestMapping("/dispatch")
class DispatchPage {
    private static final String PAGE = "20";

    private final DispatchPages pages;
    private final Technicians technicians;

    DispatchPage(DispatchPages pages, Technicians technicians) {
        this.pages = pages;
        this.technicians = technicians;
    }

    @GetMapping
    String board(
            Sender sender,
            @RequestParam(required = false) @Nullable String look,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String place,
            Model model) {
        String shown = Asked.oneOf("look", look, DispatchPages.LOOKS);
        String behind = Asked.word("after", after);
        Window window = Window.ofNumbers(PAGE, behind);
        model.addAttribute("board", pages.board(sender, shown, window))
                .addAttribute("may", pages.may(sender))
                .addAttribute("look", shown)
                .addAttribute("after", behind);
        if (!model.containsAttribute("moving")) {
            model.addAttribute("moving", new DispatchMoves.Move(place, null, null, null, null));
        }
        return "dispatch/board";
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    String one(Sender sender, @PathVariable String id, Model model) {
        DispatchPages.Whole whole = pages.find(sender, Asked.id(id)).orElseThrow(DispatchPages::unknown);
        DispatchPages.May may = pages.may(sender);
        model.addAttribute("whole", whole)
                .addAttribute("line", whole.line())
                .addAttribute("may", may)
                .addAttribute("login", sender.login())
                .addAttribute("own", sender.role() == Sender.Role.TECHNICIAN)
                .addAttribute("others", pages.others(sender, whole.line()))
                .addAttribute("people", may.plan() ? technicians.all(sender) : java.util.List.of());
        return "dispatch/one";
    }
}
