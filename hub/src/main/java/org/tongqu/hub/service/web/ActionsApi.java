package org.tongqu.hub.service.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.service.Actions;

/** {@code /api/v1/actions} and {@code /api/v1/action-rules}. */
@RestController
@RequestMapping("/api/v1")
class ActionsApi {
    private final Actions actions;

    ActionsApi(Actions actions) {
        this.actions = actions;
    }

    @GetMapping("/actions")
    Map<String, List<Actions.Action>> list(
            Sender sender,
            @RequestParam(required = false) @Nullable String customerId,
            @RequestParam(required = false) @Nullable String person) {
        String customer = Said.word(customerId);
        return Map.of(
                "items",
                customer == null
                        ? actions.list(sender, Asked.word("person", person))
                        : actions.of(sender, Asked.id(customer)));
    }

    @PostMapping("/actions/dismissals")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> dismiss(Sender sender, @RequestBody Dismissed asked) {
        return Said.id(actions.dismiss(
                sender,
                new Actions.Aside(
                        Asked.id(Said.text(asked.customerId())),
                        Said.text(asked.rule()),
                        Said.text(asked.subject()),
                        asked.days(),
                        Said.text(asked.why()))));
    }

    @PostMapping("/actions/dismissals/{id}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Sender sender, @PathVariable String id) {
        actions.takeBack(sender, Asked.id(id));
    }

    @GetMapping("/action-rules")
    Map<String, List<Actions.Rule>> rules(Sender sender) {
        return Map.of("items", actions.rules(sender));
    }

    @PutMapping("/action-rules")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Sender sender, @RequestBody RuleAsked asked) {
        Said.refused(actions.change(
                sender,
                new Actions.Change(
                        Said.text(asked.rule()),
                        Objects.requireNonNullElse(asked.threshold(), -1),
                        Objects.requireNonNullElse(asked.quietDays(), -1),
                        !Boolean.FALSE.equals(asked.applied()))));
    }

    record Dismissed(
            @Nullable String customerId,
            @Nullable String rule,
            @Nullable String subject,
            @Nullable Integer days,
            @Nullable String why) {}

    /** @param applied absent means that it is */
    record RuleAsked(
            @Nullable String rule,
            @Nullable Integer threshold,
            @Nullable Integer quietDays,
            @Nullable Boolean applied) {}
}
