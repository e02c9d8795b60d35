package org.tongqu.hub.console.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.Notes;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** 查找: the box above every page, answered by customers, needs, orders, visits, partners and messages alike. */
@Controller
class SearchPage {
    private static final int FEW = 10;

    private final Searching searching;
    private final Partners partners;
    private final Notes notes;
    private final Policy policy;
    private final Wall wall;

    SearchPage(Searching searching, Partners partners, Notes notes, Policy policy, Wall wall) {
        this.searching = searching;
        this.partners = partners;
        this.notes = notes;
        this.policy = policy;
        this.wall = wall;
    }

    /** The whole page, or for the palette its answers alone. */
    @GetMapping("/search")
    String search(
            Sender sender,
            @RequestParam(required = false) @Nullable String q,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        String term = Asked.word("q", q);
        model.addAttribute("page", term == null ? Found.nothing("") : searching.found(sender, term))
                .addAttribute("partners", term == null ? List.of() : partners(sender, term))
                .addAttribute(
                        "notes",
                        term == null
                                ? List.of()
                                : notes.list(sender, term, Window.first(FEW)).items());
        return part == null ? "console/search" : "console/search :: few";
    }

    private List<Partners.Partner> partners(Sender sender, String term) {
        return !policy.allows(sender.role(), Act.READ_PARTNERS)
                ? List.of()
                : wall.read(Scope.of(sender), partners::all).stream()
                        .filter(partner ->
                                partner.name().contains(term) || partner.code().contains(term))
                        .limit(FEW)
                        .toList();
    }
}
