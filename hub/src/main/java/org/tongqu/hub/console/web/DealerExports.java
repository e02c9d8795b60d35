package org.tongqu.hub.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.files.SheetOut;
import org.tongqu.hub.platform.Exports;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.reconciliation.Growth;
import org.tongqu.hub.reconciliation.Scores;
import org.tongqu.hub.support.SupportPages;

/** Scorecards of agents and what was done for them as workbooks, in the page's language; a figure that cannot be told is an empty cell. */
@Controller
class DealerExports {
    private static final List<String> CARD = List.of(
            "export.code",
            "scores.agent",
            "scores.volume",
            "scores.honesty",
            "scores.export.least",
            "scores.export.most",
            "scores.export.judged",
            "scores.export.agreed",
            "scores.timely",
            "scores.accepted",
            "scores.export.from",
            "scores.export.until",
            "scores.export.sold",
            "scores.export.sold.before",
            "scores.export.growth",
            "scores.export.shipped",
            "scores.export.shipped.before",
            "scores.export.shipped.growth",
            "scores.export.sent",
            "scores.export.closed",
            "scores.export.way",
            "scores.export.median");
    private static final List<String> ACTION = List.of(
            "export.number",
            "export.code",
            "scores.agent",
            "column.region",
            "support.kind",
            "support.day",
            "support.until",
            "support.purpose",
            "support.who",
            "support.entered.by",
            "support.state",
            "rules.why",
            "support.export.before.month",
            "support.export.before.honesty",
            "support.export.before.volume",
            "support.export.after.month",
            "support.export.after.honesty",
            "support.export.after.volume");
    private static final int HUNDRED = 100;

    private final Scores scores;
    private final SupportPages support;
    private final Exports exports;
    private final Export export = new Export(Export.MOST);

    DealerExports(Scores scores, SupportPages support, Exports exports) {
        this.scores = scores;
        this.support = support;
        this.exports = exports;
    }

    @GetMapping("/reconciliation/scores.xlsx")
    void scores(
            Sender sender,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        List<Scores.Card> cards = scores.all(sender);
        export.noted(
                exports,
                new Export.Asking(sender, request, response, say, "desk.scores"),
                CARD,
                window -> new Slice<>(cards, null),
                (sheet, card) -> card(sheet, card, names));
    }

    private static void card(SheetOut sheet, Scores.Card card, Names names) {
        Growth growth = card.growth();
        Scores.Share honesty = card.honesty();
        boolean judged = honesty.value() != null;
        sheet.text(card.agent())
                .text(names.partner(card.agent()))
                .amount(card.volume())
                .amount(percent(honesty.value()))
                .amount(judged ? percent(honesty.least()) : null)
                .amount(judged ? percent(honesty.most()) : null)
                .count(honesty.all())
                .count(honesty.of())
                .amount(percent(card.timeliness().value()))
                .amount(percent(card.accepted().value()))
                .day(growth.from())
                .day(growth.until())
                .amount(growth.sold().now())
                .amount(growth.sold().before())
                .amount(percent(growth.sold().value()))
                .amount(growth.shipped().now())
                .amount(growth.shipped().before())
                .amount(percent(growth.shipped().value()))
                .count(card.service().closed().all())
                .count(card.service().closed().of())
                .count(card.service().underWay())
                .amount(card.service().medianDays());
    }

    @GetMapping("/agent-support.xlsx")
    void support(
            Sender sender,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String kind,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        SupportPages.Sought sought = SupportPages.Sought.of(agent, kind);
        support.list(sender, sought, Window.first(1));
        export.noted(
                exports,
                new Export.Asking(sender, request, response, say, "menu.support"),
                ACTION,
                window -> support.list(sender, sought, window),
                (sheet, line) -> action(sheet, line, say, names));
    }

    private static void action(SheetOut sheet, SupportPages.Line line, Say say, Names names) {
        SupportPages.Withdrawn withdrawn = line.withdrawn();
        sheet.text("F-" + line.number())
                .text(line.agent())
                .text(line.agentName())
                .text(names.region(line.region()))
                .text(say.word("support.kind." + line.kind()))
                .day(line.day())
                .day(line.until())
                .text(line.purpose())
                .text(names.person(line.doneBy()))
                .text(names.person(line.enteredBy()))
                .text(
                        withdrawn == null
                                ? say.word("support.stands")
                                : say.word("support.withdrawn.by", names.person(withdrawn.by()), withdrawn.why()))
                .text(withdrawn == null ? null : withdrawn.why());
        month(sheet, line.before());
        month(sheet, line.after());
    }

    private static void month(SheetOut sheet, Scores.@Nullable Month month) {
        sheet.day(month == null ? null : month.month())
                .amount(month == null ? null : percent(month.honesty().value()))
                .amount(month == null ? null : month.volume());
    }

    private static @Nullable BigDecimal percent(@Nullable Double part) {
        return part == null ? null : BigDecimal.valueOf(part * HUNDRED).setScale(1, RoundingMode.HALF_UP);
    }
}
