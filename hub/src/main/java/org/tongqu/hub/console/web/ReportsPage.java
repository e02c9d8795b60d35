package org.tongqu.hub.console.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.sales.SalesPages;

/** 代理商申报: agents' files, which months they tell of and which rows wait to be mended. */
@Controller
class ReportsPage {
    private final JournalPages journal;
    private final SalesPages sales;
    private final Partners partners;
    private final Policy policy;
    private final Wall wall;

    ReportsPage(JournalPages journal, SalesPages sales, Partners partners, Policy policy, Wall wall) {
        this.journal = journal;
        this.sales = sales;
        this.partners = partners;
        this.policy = policy;
        this.wall = wall;
    }

    @GetMapping("/reports")
    String reports(
            Sender sender,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        JournalPages.Sought sought = new JournalPages.Sought(
                null, Asked.oneOf("state", state, ReportsList.STATES), Asked.word("agent", agent), "SALES_FILE");
        Window window = Window.ofIds(null, after);
        model.addAttribute(
                "list",
                new ReportsList(
                        sought.partner(),
                        sought.state(),
                        window.after(),
                        agents(sender),
                        policy.allows(sender.role(), Act.UPLOAD_FILE),
                        rows(sender, journal.messages(sender, sought, window))));
        return "console/reports";
    }

    private List<Partners.Partner> agents(Sender sender) {
        return wall.read(Scope.of(sender), partners::all).stream()
                .filter(partner -> partner.kind().equals("AGENT"))
                .toList();
    }

    private Slice<ReportsList.Row> rows(Sender sender, Slice<JournalPages.MessageLine> files) {
        Map<String, SalesPages.Days> days = sales.daysOf(
                sender, files.items().stream().map(JournalPages.MessageLine::id).toList());
        return files.map(line -> new ReportsList.Row(line, days.get(line.id())));
    }
}
