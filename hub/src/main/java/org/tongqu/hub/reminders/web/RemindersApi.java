package org.tongqu.hub.reminders.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.reminders.Reminders;

/** {@code /api/v1/reminders}: the asker's own inbox. */
@RestController
@RequestMapping("/api/v1/reminders")
class RemindersApi {
    private final Reminders reminders;

    RemindersApi(Reminders reminders) {
        this.reminders = reminders;
    }

    @GetMapping
    Inbox list(
            Sender sender,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        Slice<Reminders.Reminder> slice = reminders.list(sender, state(state), Window.ofIds(limit, after));
        return new Inbox(reminders.count(sender), slice.items(), slice.next());
    }

    @PostMapping("/{id}/snooze")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void snooze(Sender sender, @PathVariable String id, @RequestBody Snooze asked) {
        refused(reminders.snooze(sender, Asked.id(id), day(asked.until())));
    }

    @PostMapping("/{id}/done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void done(Sender sender, @PathVariable String id) {
        refused(reminders.done(sender, Asked.id(id)));
    }

    static String state(@Nullable String state) {
        return Objects.requireNonNullElse(Asked.oneOf("state", state, Reminders.STATES), "OPEN");
    }

    static LocalDate day(@Nullable String given) {
        try {
            return LocalDate.parse(given == null ? "" : given.strip());
        } catch (DateTimeParseException notADay) {
            throw Problem.badParameter("until", "请写成 2026-03-31 这样的日期。", "Write a day like 2026-03-31.")
                    .said();
        }
    }

    private static void refused(Optional<Refusal> wrong) {
        wrong.ifPresent(refusal -> {
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, refusal).said();
        });
    }

    /** @param open how many ask for attention today, whatever is listed */
    record Inbox(
            long open,
            List<Reminders.Reminder> items,
            @Nullable String next) {}

    record Snooze(@Nullable String until) {}
}
