package org.tongqu.hub.reconciliation.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.reconciliation.Rulebook;
import org.tongqu.hub.reconciliation.Scores;

/** {@code /api/v1/reconciliation}: rules and scores. */
@RestController
@RequestMapping("/api/v1/reconciliation")
class RulebookApi {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private final Rulebook rulebook;
    private final Scores scores;

    RulebookApi(Rulebook rulebook, Scores scores) {
        this.rulebook = rulebook;
        this.scores = scores;
    }

    @GetMapping("/rules")
    Rulebook.Shown rules(Sender sender) {
        return rulebook.shown(sender);
    }

    @PostMapping("/rules")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Sender sender, @RequestBody NewRules rules) {
        DiscrepanciesApi.refused(rulebook.change(
                sender,
                new Rulebook.Tolerances(
                        figure("units", rules.units()),
                        figure("percent", rules.percent()),
                        figure("lagDays", rules.lagDays()).intValue(),
                        figure("graceDays", rules.graceDays()).intValue(),
                        RulesPage.month(DiscrepanciesApi.text(rules.from()))),
                DiscrepanciesApi.text(rules.why())));
    }

    @PostMapping("/synonyms")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void alsoCalled(Sender sender, @RequestBody NewSynonym synonym) {
        DiscrepanciesApi.refused(rulebook.alsoCalled(
                sender, DiscrepanciesApi.text(synonym.said()), DiscrepanciesApi.text(synonym.product())));
    }

    @PostMapping("/synonyms/{id}/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void calledSoNoMore(Sender sender, @PathVariable String id) {
        rulebook.calledSoNoMore(sender, Asked.id(id));
    }

    @PostMapping("/units")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void counts(Sender sender, @RequestBody NewUnit unit) {
        DiscrepanciesApi.refused(rulebook.counts(
                sender,
                DiscrepanciesApi.text(unit.agent()),
                DiscrepanciesApi.text(unit.product()),
                DiscrepanciesApi.text(unit.unit()),
                figure("factor", unit.factor())));
    }

    @PostMapping("/units/{id}/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void countsNoMore(Sender sender, @PathVariable String id) {
        rulebook.countsNoMore(sender, Asked.id(id));
    }

    @GetMapping("/scores")
    Map<String, List<Scores.Card>> scores(Sender sender) {
        return Map.of("items", scores.all(sender));
    }

    private static BigDecimal figure(String name, @Nullable BigDecimal figure) {
        BigDecimal said = Objects.requireNonNullElse(figure, BigDecimal.ZERO);
        if (said.abs().compareTo(MOST) > 0) {
            throw Problem.badParameter(name, "数字太大。", "the figure is too large.")
                    .said();
        }
        return said;
    }

    /**
     * @param units tolerated; what is absent is nought
     * @param from such as 2026-10; absent where all months are compared
     */
    record NewRules(
            @Nullable BigDecimal units,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal lagDays,
            @Nullable BigDecimal graceDays,
            @Nullable String from,
            @Nullable String why) {}

    record NewSynonym(@Nullable String said, @Nullable String product) {}

    record NewUnit(
            @Nullable String agent,
            @Nullable String product,
            @Nullable String unit,
            @Nullable BigDecimal factor) {}
}
