package org.tongqu.hub.service.web;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.service.Actions;
import org.tongqu.hub.service.ServiceCases;

/** Sets an action aside with a reason, takes that back, and changes the rules. */
@Controller
@RequestMapping("/actions")
class ActionActs {
    private final Actions actions;
    private final Said said;

    ActionActs(Actions actions, Said said) {
        this.actions = actions;
        this.said = said;
    }

    /** @param here the person's list it stood on; else the customer's page */
    @PostMapping("/dismiss")
    String dismiss(
            Sender sender,
            @RequestParam(name = "customer", defaultValue = "") String id,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable String days,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(required = false) @Nullable String here,
            RedirectAttributes next,
            Locale locale) {
        ServiceCases.Answer answer =
                actions.dismiss(sender, new Actions.Aside(Asked.id(id), rule, subject, Said.whole("days", days), why));
        return said.then(
                next,
                Optional.ofNullable(answer.refusal()),
                locale,
                here == null ? "/customers/" + id + "#actions" : "/actions",
                "/actions/dismissals/" + answer.id() + "/undo",
                "actions.aside");
    }

    @PostMapping("/dismissals/{id}/undo")
    String takeBack(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        actions.takeBack(sender, Asked.id(id));
        return said.then(next, Optional.empty(), locale, "/actions", "actions.back");
    }

    @PostMapping("/rules")
    String change(
            Sender sender,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(required = false) @Nullable String threshold,
            @RequestParam(required = false) @Nullable String quietDays,
            @RequestParam(required = false) @Nullable String applied,
            RedirectAttributes next,
            Locale locale) {
        Actions.Change change = new Actions.Change(
                rule,
                Objects.requireNonNullElse(Said.whole("threshold", threshold), -1),
                Objects.requireNonNullElse(Said.whole("quietDays", quietDays), -1),
                applied != null);
        return said.then(next, actions.change(sender, change), locale, "/actions/rules", "actions.rules.changed");
    }
}
