package org.tongqu.hub.keeping.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
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
import org.tongqu.hub.keeping.Activities;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Problem;

/** {@code /api/v1/activities}. */
@RestController
@RequestMapping("/api/v1/activities")
class ActivitiesApi {
    private final Activities activities;

    ActivitiesApi(Activities activities) {
        this.activities = activities;
    }

    @GetMapping
    Map<String, List<Activities.Activity>> of(
            Sender sender, @RequestParam(required = false) @Nullable String customerId) {
        return Map.of("items", activities.of(sender, Asked.id(text(customerId))));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void log(Sender sender, @RequestBody NewActivity asked) {
        KeepingApi.refused(activities.log(
                sender,
                wanted(asked.customerId(), asked.kind(), asked.at(), asked.words(), asked.needId(), asked.amount())));
    }

    static Activities.Wanted wanted(
            @Nullable String customer,
            @Nullable String kind,
            @Nullable String at,
            @Nullable String words,
            @Nullable String need,
            @Nullable String amount) {
        return new Activities.Wanted(
                Asked.id(text(customer)),
                text(kind),
                time(text(at)),
                text(words),
                text(need).isBlank() ? null : Asked.id(text(need)),
                amount(text(amount)));
    }

    /** With its zone, or as a form writes it, in the house's. */
    private static @Nullable Instant time(String given) {
        try {
            if (given.isBlank()) {
                return null;
            }
            return given.length() <= "2026-03-31T09:30:00".length()
                    ? LocalDateTime.parse(given).atZone(Columns.HOUSE_ZONE).toInstant()
                    : OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeParseException notATime) {
            throw Problem.badParameter(
                            "at",
                            "请写成 2026-03-31T09:30:00+08:00 这样的时间。",
                            "write a time like 2026-03-31T09:30:00+08:00.")
                    .said();
        }
    }

    private static @Nullable BigDecimal amount(String given) {
        if (!given.isBlank() && !given.strip().matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
            throw Problem.badParameter("amount", "请写金额，例如 12000.00。", "write an amount such as 12000.00.")
                    .said();
        }
        return given.isBlank() ? null : new BigDecimal(given.strip());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    record NewActivity(
            @Nullable String customerId,
            @Nullable String kind,
            @Nullable String at,
            @Nullable String words,
            @Nullable String needId,
            @Nullable String amount) {}
}
