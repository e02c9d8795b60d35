package org.tongqu.hub.analysis.web;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.analysis.Analyses;
import org.tongqu.hub.analysis.Analysis;
import org.tongqu.hub.analysis.Dimension;
import org.tongqu.hub.analysis.Question;
import org.tongqu.hub.analysis.Sought;
import org.tongqu.hub.analysis.Stage;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 需求分析: every figure leads to the rows it was counted from. */
@Controller
class AnalysisPage {
    private static final int SHOWN = 200;

    private final Analyses analyses;
    private final Partners partners;
    private final Wall wall;
    private final Clock clock;

    AnalysisPage(Analyses analyses, Partners partners, Wall wall, Clock clock) {
        this.analyses = analyses;
        this.partners = partners;
        this.wall = wall;
        this.clock = clock;
    }

    @GetMapping("/analysis")
    String figures(Sender sender, Question question, Model model) {
        Analysis found = asked(sender, question, model);
        Dimension by = question.dimension();
        model.addAttribute("by", by)
                .addAttribute("dimensions", Dimension.values())
                .addAttribute("whole", found.whole())
                .addAttribute("groups", found.by(by))
                .addAttribute("hops", found.hops())
                .addAttribute("support", sender.partner() == null ? found.support() : List.of())
                .addAttribute("months", found.months())
                .addAttribute("unmade", found.unmade());
        return "analysis/figures";
    }

    @GetMapping("/analysis/rows")
    String rows(Sender sender, Question question, Model model) {
        Analysis found = asked(sender, question, model);
        model.addAttribute("rows", found.rows().stream().limit(SHOWN).toList())
                .addAttribute("count", found.rows().size())
                .addAttribute("stages", Stage.values());
        return "analysis/rows";
    }

    private Analysis asked(Sender sender, Question question, Model model) {
        Sought sought = question.sought(clock);
        Analysis found = analyses.of(sender, sought);
        boolean own = sender.partner() != null;
        model.addAttribute("sought", sought)
                .addAttribute("cut", found.isCut())
                .addAttribute("factories", own ? List.of() : factories(sender))
                .addAttribute("classes", classes())
                .addAttribute("regions", sender.region() == null ? Question.REGIONS : List.of())
                .addAttribute("grades", Question.GRADES);
        return found;
    }

    private List<String> factories(Sender sender) {
        return wall.read(Scope.of(sender), partners::all).stream()
                .filter(partner -> partner.kind().equals("FACTORY"))
                .map(Partners.Partner::code)
                .toList();
    }

    private List<String> classes() {
        return partners.classes().stream()
                .filter(each -> each.parent() == null)
                .map(Partners.ProductClass::code)
                .toList();
    }
}
