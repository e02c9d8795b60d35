package org.tongqu.hub.keeping.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.Lookups;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;

/** 查重: is it known, answered while typing; without a script by the button. */
@Controller
class LookupPage {
    private final Lookups lookups;
    private final Policy policy;

    LookupPage(Lookups lookups, Policy policy) {
        this.lookups = lookups;
        this.policy = policy;
    }

    /** The whole page, or while somebody types the answer alone. */
    @GetMapping("/lookup")
    String look(
            Sender sender,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String province,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale locale) {
        policy.require(sender, Act.LOOK_UP);
        model.addAttribute("asked", Lookups.Question.of(name, phone, province));
        try {
            Lookups.Question question = LookupApi.question(name, phone, province);
            model.addAttribute("asked", question);
            if (!question.empty()) {
                model.addAttribute("answer", lookups.look(sender, question));
            }
        } catch (Problem.Said said) {
            Problem problem = said.problem();
            model.addAttribute("refused", locale.getLanguage().equals("zh") ? problem.zh() : problem.en());
        }
        return part == null ? "keeping/lookup" : "keeping/lookup :: answer";
    }
}
