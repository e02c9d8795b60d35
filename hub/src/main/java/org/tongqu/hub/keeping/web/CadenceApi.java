package org.tongqu.hub.keeping.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.Cadence;
import org.tongqu.hub.keeping.CadenceRules;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** {@code /api/v1/cadence-rules}, {@code /api/v1/overdue-customers} and {@code /api/v1/visit-coverage}. */
@RestController
@RequestMapping("/api/v1")
class CadenceApi {
    private final Cadence cadence;
    private final CadenceRules rules;

    CadenceApi(Cadence cadence, CadenceRules rules) {
        this.cadence = cadence;
        this.rules = rules;
    }

    @GetMapping("/overdue-customers")
    Slice<Cadence.Due> overdue(
            Sender sender,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String branch,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return cadence.overdue(sender, sought(person, branch), Window.ofNumbers(limit, after));
    }

    @GetMapping("/visit-coverage")
    Cadence.Coverage coverage(
            Sender sender,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String branch) {
        return cadence.told(sender, sought(person, branch)).coverage();
    }

    static Cadence.Sought sought(@Nullable String person, @Nullable String branch) {
        return new Cadence.Sought(Asked.word("person", person), Asked.word("branch", branch));
    }

    @GetMapping("/cadence-rules")
    Map<String, List<CadenceRules.Rule>> rules(Sender sender) {
        return Map.of("items", rules.today(sender));
    }

    @PostMapping("/cadence-rules")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Sender sender, @RequestBody NewRules wanted) {
        KeepingApi.refused(rules.change(sender, wanted.asked(), wanted.why() == null ? "" : wanted.why()));
    }

    record NewRules(@Nullable List<NewRule> rules, @Nullable String why) {
        List<CadenceRules.Rule> asked() {
            List<NewRule> said = rules;
            return said == null ? List.of() : said.stream().map(NewRule::asked).toList();
        }
    }

    record NewRule(
            @Nullable String lifeState,
            @Nullable String productClass,
            @Nullable String grade,
            @Nullable Integer days) {
        CadenceRules.Rule asked() {
            return new CadenceRules.Rule(
                    said(lifeState), said(productClass), said(grade), Objects.requireNonNullElse(days, 0));
        }

        static @Nullable String said(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }
}
