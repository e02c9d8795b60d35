package org.tongqu.hub.keeping.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.Conflicts;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;

/** {@code /api/v1/conflicts}. */
@RestController
@RequestMapping("/api/v1/conflicts")
class ConflictsApi {
    private final Conflicts conflicts;

    ConflictsApi(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    @GetMapping
    Map<String, List<Conflicts.Line>> conflicts(Sender sender) {
        return Map.of("items", conflicts.list(sender));
    }

    @GetMapping("/{id}")
    Conflicts.Line conflict(Sender sender, @PathVariable String id) {
        return conflicts
                .find(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> open(Sender sender, @RequestBody Claim claim) {
        Conflicts.Opened opened = conflicts.open(
                sender,
                LookupApi.question(claim.name(), claim.phone(), claim.province()),
                Objects.requireNonNullElse(claim.line(), 0),
                claim.region(),
                text(claim.why()));
        KeepingApi.refused(Optional.ofNullable(opened.refusal()));
        return Map.of("id", Objects.requireNonNull(opened.id()));
    }

    @PostMapping("/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(Sender sender, @PathVariable String id, @RequestBody Verdict verdict) {
        KeepingApi.refused(conflicts.decide(sender, Asked.id(id), text(verdict.winner()), text(verdict.why())));
    }

    @PostMapping("/{id}/take-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Sender sender, @PathVariable String id) {
        KeepingApi.refused(conflicts.takeBack(sender, Asked.id(id)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** @param line of the look-up's answer, from 0 */
    record Claim(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String province,
            @Nullable Integer line,
            @Nullable String region,
            @Nullable String why) {}

    record Verdict(@Nullable String winner, @Nullable String why) {}
}
