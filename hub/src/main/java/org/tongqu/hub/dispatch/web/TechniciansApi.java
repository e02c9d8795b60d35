package org.tongqu.hub.dispatch.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.dispatch.Dispatches;
import org.tongqu.hub.dispatch.Technicians;
import org.tongqu.hub.platform.Asked;

/** {@code /api/v1/technicians}: who may be sent. */
@RestController
@RequestMapping("/api/v1/technicians")
class TechniciansApi {
    private final Technicians technicians;

    TechniciansApi(Technicians technicians) {
        this.technicians = technicians;
    }

    @GetMapping
    Pool all(Sender sender) {
        return new Pool(technicians.all(sender), technicians.tiers(sender));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> enter(Sender sender, @RequestBody Entered entered) {
        return made(technicians.enter(sender, null, entered.wanted()));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Sender sender, @PathVariable String id, @RequestBody Entered entered) {
        made(technicians.enter(sender, Asked.id(id), entered.wanted()));
    }

    @PostMapping("/{id}/absences")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> away(Sender sender, @PathVariable String id, @RequestBody Away away) {
        return made(technicians.away(
                sender,
                Asked.id(id),
                Objects.requireNonNullElse(DispatchApi.day("from", away.from()), LocalDate.MAX),
                Objects.requireNonNullElse(DispatchApi.day("until", away.until()), LocalDate.MIN),
                DispatchApi.text(away.why())));
    }

    @PostMapping("/{id}/absences/{absence}/take-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void back(Sender sender, @PathVariable String id, @PathVariable String absence) {
        technicians.back(sender, Asked.id(id), Asked.id(absence));
    }

    private static Map<String, String> made(Dispatches.Answer answer) {
        DispatchApi.refused(Optional.ofNullable(answer.refusal()));
        return Map.of("id", Objects.requireNonNull(answer.id()));
    }

    record Pool(List<Technicians.Technician> items, List<Technicians.Tier> tiers) {}

    record SkillAsked(
            @Nullable String productClass, @Nullable String trade) {}

    record Entered(
            @Nullable String login,
            @Nullable String name,
            @Nullable Integer level,
            @Nullable String region,
            @Nullable String lineManager,
            @Nullable Integer daysCap,
            @Nullable Boolean active,
            @Nullable List<SkillAsked> skills) {
        Technicians.Wanted wanted() {
            return new Technicians.Wanted(
                    login == null || login.isBlank() ? null : login.strip(),
                    DispatchApi.text(name),
                    Objects.requireNonNullElse(level, 0),
                    DispatchApi.text(region),
                    DispatchApi.text(lineManager),
                    Objects.requireNonNullElse(daysCap, 0),
                    !Boolean.FALSE.equals(active),
                    skills == null
                            ? List.of()
                            : skills.stream()
                                    .map(skill -> new Technicians.Skill(
                                            DispatchApi.text(skill.productClass()), DispatchApi.text(skill.trade())))
                                    .toList());
        }
    }

    record Away(
            @Nullable String from,
            @Nullable String until,
            @Nullable String why) {}
}
