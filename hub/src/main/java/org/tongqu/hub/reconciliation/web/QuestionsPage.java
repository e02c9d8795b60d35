package org.tongqu.hub.reconciliation.web;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.reconciliation.Questions;

/** 询问: what the agent is asked about its own report. */
@Controller
@RequestMapping("/questions")
class QuestionsPage {
    private static final String HERE = "/questions";

    private final Questions questions;
    private final Told told;

    QuestionsPage(Questions questions, Told told) {
        this.questions = questions;
        this.told = told;
    }

    @GetMapping
    String mine(Sender sender, Model model) {
        model.addAttribute("questions", questions.mine(sender));
        return "reconciliation/questions";
    }

    @PostMapping("/{id}/answer")
    String answer(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String answer,
            RedirectAttributes next,
            Locale locale) {
        Optional<Refusal> wrong = questions.answer(sender, Asked.id(id), answer);
        if (wrong.isPresent()) {
            return told.refused(next, wrong.get(), locale, HERE);
        }
        told.done(next, null, locale, "question.answered");
        return "redirect:" + HERE;
    }
}
