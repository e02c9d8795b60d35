package org.tongqu.hub.reconciliation.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.reconciliation.Scores;

/** 代理商评分: how far each agent's word holds, those first whose word holds least. */
@Controller
class ScoresPage {
    private final Scores scores;

    ScoresPage(Scores scores) {
        this.scores = scores;
    }

    @GetMapping("/reconciliation/scores")
    String scores(Sender sender, Model model) {
        model.addAttribute("cards", scores.all(sender));
        return "reconciliation/scores";
    }
}
