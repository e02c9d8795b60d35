package org.tongqu.hub.handbook.web;

import java.util.Arrays;
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
import org.tongqu.hub.handbook.FormVersion;
import org.tongqu.hub.handbook.Handbook;
import org.tongqu.hub.handbook.VisitStep;
import org.tongqu.hub.platform.Problem;

/** {@code /api/v1/visit-handbook}: the forms in force, the versions of one, and a new one. */
@RestController
@RequestMapping("/api/v1/visit-handbook")
class HandbookApi {
    private final Handbook handbook;

    HandbookApi(Handbook handbook) {
        this.handbook = handbook;
    }

    @GetMapping
    Map<String, List<FormVersion>> today(Sender sender) {
        return Map.of("items", handbook.today(sender));
    }

    @GetMapping("/{productClass}")
    Map<String, List<FormVersion>> versions(Sender sender, @PathVariable String productClass) {
        List<FormVersion> versions = handbook.versions(sender, productClass);
        if (versions.isEmpty()) {
            throw Problem.notFound().said();
        }
        return Map.of("items", versions);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Sender sender, @RequestBody NewForm wanted) {
        List<FormVersion.Step> steps = wanted.steps() == null
                ? List.of()
                : wanted.steps().stream()
                        .filter(Objects::nonNull)
                        .map(NewStep::wanted)
                        .toList();
        handbook.change(
                        sender,
                        text(wanted.productClass()),
                        Objects.requireNonNullElse(wanted.version(), 0),
                        steps,
                        text(wanted.why()))
                .ifPresent(refusal -> {
                    throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, refusal).said();
                });
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** @param version the one it was made from */
    record NewForm(
            @Nullable String productClass,
            @Nullable Integer version,
            @Nullable List<NewStep> steps,
            @Nullable String why) {}

    record NewStep(
            @Nullable String step,
            @Nullable String asked,
            @Nullable String helpZh,
            @Nullable String helpEn) {
        FormVersion.Step wanted() {
            return new FormVersion.Step(named(text(step)), HandbookPage.asked(text(asked)), text(helpZh), text(helpEn));
        }

        private static VisitStep named(String word) {
            return Arrays.stream(VisitStep.values())
                    .filter(each -> each.name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> Problem.badParameter(
                                    "step", "应为七个步骤之一，例如 NEEDS。", "it must be one of the seven steps, e.g. NEEDS.")
                            .said());
        }
    }
}
