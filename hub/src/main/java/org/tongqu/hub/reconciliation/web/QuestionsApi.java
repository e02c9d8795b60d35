package org.tongqu.hub.reconciliation.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.reconciliation.Discrepancies;
import org.tongqu.hub.reconciliation.Questions;

/** {@code /api/v1/questions}: the agent's own. */
@RestController
@RequestMapping("/api/v1/questions")
class QuestionsApi {
    private final Questions questions;

    QuestionsApi(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    Map<String, List<Discrepancies.Question>> mine(Sender sender) {
        return Map.of("items", questions.mine(sender));
    }

    @PostMapping("/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(Sender sender, @PathVariable String id, @RequestBody Answer answer) {
        DiscrepanciesApi.refused(questions.answer(sender, Asked.id(id), DiscrepanciesApi.text(answer.answer())));
    }

    record Answer(@Nullable String answer) {}
}
