package org.tongqu.hub.analysis.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.analysis.Analyses;
import org.tongqu.hub.analysis.Analysis;
import org.tongqu.hub.analysis.Conversion;
import org.tongqu.hub.analysis.Hop;
import org.tongqu.hub.analysis.Lasted;
import org.tongqu.hub.analysis.Line;
import org.tongqu.hub.analysis.Month;
import org.tongqu.hub.analysis.Question;
import org.tongqu.hub.analysis.Sought;
import org.tongqu.hub.analysis.Stage;
import org.tongqu.hub.analysis.Support;
import org.tongqu.hub.analysis.Unmade;
import org.tongqu.hub.platform.Amount;

/** {@code /api/v1/analysis}: figures, and the rows they are counted from; a factory gets its own slice. */
@RestController
@RequestMapping("/api/v1/analysis")
class AnalysisApi {
    private static final int MOST = 1_000;

    private final Analyses analyses;
    private final Clock clock;

    AnalysisApi(Analyses analyses, Clock clock) {
        this.analyses = analyses;
        this.clock = clock;
    }

    @GetMapping
    Figures figures(
            Sender sender,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String productClass,
            @RequestParam(required = false) @Nullable String factory,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String helped) {
        Question question = new Question(from, until, by, region, productClass, factory, grade, stage, helped);
        Sought sought = question.sought(clock);
        Analysis found = analyses.of(sender, sought);
        return new Figures(
                sought.from(),
                sought.until(),
                found.isCut(),
                found.whole(),
                found.by(question.dimension()),
                found.hops(),
                sender.partner() == null ? found.support() : List.of(),
                found.months(),
                found.unmade());
    }

    @GetMapping("/rows")
    Map<String, List<Row>> rows(
            Sender sender,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String productClass,
            @RequestParam(required = false) @Nullable String factory,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String helped) {
        Question question = new Question(from, until, null, region, productClass, factory, grade, stage, helped);
        return Map.of(
                "items",
                analyses.of(sender, question.sought(clock)).rows().stream()
                        .limit(MOST)
                        .map(Row::of)
                        .toList());
    }

    record Figures(
            LocalDate from,
            LocalDate until,
            boolean cut,
            Conversion whole,
            List<Conversion> groups,
            Map<Hop, Lasted> hops,
            List<Support> support,
            List<Month> months,
            List<Unmade> unmade) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String needId,
            String number,
            String summary,
            int part,
            @Nullable String productClass,
            String region,
            @Nullable String grade,
            @Nullable String factory,
            Stage stage,
            boolean helped,
            OffsetDateTime raisedAt,
            @Nullable OffsetDateTime answeredAt,
            @Nullable OffsetDateTime orderedAt,
            @Nullable Amount price) {
        static Row of(Line line) {
            return new Row(
                    line.part().needId(),
                    line.part().number(),
                    line.part().summary(),
                    line.part().part(),
                    line.part().productClass(),
                    line.part().region(),
                    line.part().grade(),
                    line.part().factory(),
                    line.stage(),
                    line.helped(),
                    line.part().raisedAt(),
                    line.answeredAt(),
                    line.orderedAt(),
                    line.price());
        }
    }
}
