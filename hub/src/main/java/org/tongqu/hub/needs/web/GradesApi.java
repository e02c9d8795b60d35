package org.tongqu.hub.needs.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.needs.GradeRules;
import org.tongqu.hub.needs.Gradebook;
import org.tongqu.hub.needs.Measure;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;

/** {@code /api/v1/grade-rules}, and the grades of one need. */
@RestController
@RequestMapping("/api/v1")
class GradesApi {
    private final Gradebook gradebook;

    GradesApi(Gradebook gradebook) {
        this.gradebook = gradebook;
    }

    @GetMapping("/grade-rules")
    Map<String, List<GradeRules>> rules(Sender sender) {
        return Map.of("items", gradebook.versions(sender));
    }

    @PostMapping("/grade-rules/trial")
    Gradebook.Trial tried(Sender sender, @RequestBody NewRules wanted) {
        Gradebook.Trial trial = gradebook.tried(sender, wanted.asked());
        refused(trial.wrong());
        return trial;
    }

    @PostMapping("/grade-rules")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Sender sender, @RequestBody NewRules wanted) {
        refused(gradebook.change(sender, wanted.asked(), text(wanted.why())));
    }

    @GetMapping("/needs/{id}/gradings")
    Map<String, List<Gradebook.Grading>> gradings(Sender sender, @PathVariable String id) {
        return Map.of("items", gradebook.gradings(sender, Asked.id(id)));
    }

    @PostMapping("/needs/{id}/grade")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void regrade(Sender sender, @PathVariable String id, @RequestBody NewGrade wanted) {
        refused(gradebook.regrade(sender, Asked.id(id), text(wanted.grade()), text(wanted.why())));
    }

    private static void refused(Optional<Refusal> wrong) {
        wrong.ifPresent(refusal -> {
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, refusal).said();
        });
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    record NewGrade(@Nullable String grade, @Nullable String why) {}

    record NewRules(@Nullable List<NewRule> rules, @Nullable String why) {
        List<GradeRules.Rule> asked() {
            List<NewRule> said = rules;
            return said == null ? List.of() : said.stream().map(NewRule::asked).toList();
        }
    }

    /** @param applied absent means that it is */
    record NewRule(
            @Nullable Measure measure,
            @Nullable String value,
            @Nullable String grade,
            @Nullable Boolean applied) {
        GradeRules.Rule asked() {
            Measure of = measure;
            if (of == null) {
                throw Problem.badParameter("measure", "每条规则要写明依据。", "each rule names its measure.")
                        .said();
            }
            return new GradeRules.Rule(of, text(value).strip(), text(grade), applied == null || applied);
        }
    }
}
