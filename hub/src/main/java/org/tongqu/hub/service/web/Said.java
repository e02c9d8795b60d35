package org.tongqu.hub.service.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Toast;
import org.tongqu.hub.service.ServiceCases;

/** What people wrote into forms and bodies, read; and what the next page says of an act. */
@Component("serviceSaid")
class Said {
    private final MessageSource words;

    Said(MessageSource words) {
        this.words = words;
    }

    String then(
            RedirectAttributes next, Optional<Refusal> wrong, Locale locale, String where, String key, Object... in) {
        return then(next, wrong, locale, where, null, key, in);
    }

    String then(
            RedirectAttributes next,
            Optional<Refusal> wrong,
            Locale locale,
            String where,
            @Nullable String undo,
            String key,
            Object... in) {
        String says = wrong.map(refusal -> locale.getLanguage().equals("zh") ? refusal.zh() : refusal.en())
                .orElseGet(() -> words.getMessage(key, in, locale));
        next.addFlashAttribute(Toast.NAME, new Toast(says, wrong.isPresent() ? null : undo));
        return "redirect:" + where;
    }

    static void refused(Optional<Refusal> wrong) {
        wrong.ifPresent(refusal -> {
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, refusal).said();
        });
    }

    static Map<String, String> id(ServiceCases.Answer answer) {
        refused(Optional.ofNullable(answer.refusal()));
        return Map.of("id", Objects.requireNonNull(answer.id()));
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable String word(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static @Nullable LocalDate day(String name, @Nullable String given) {
        String word = word(given);
        try {
            return word == null ? null : LocalDate.parse(word);
        } catch (DateTimeParseException notADay) {
            throw Problem.badParameter(name, "请写成 2026-03-31 这样的日期。", "write a day like 2026-03-31.")
                    .said();
        }
    }

    static @Nullable BigDecimal figure(String name, @Nullable String given) {
        String word = word(given);
        if (word != null && !word.matches("[0-9]{1,9}(\\.[0-9]{1,4})?")) {
            throw Problem.badParameter(name, "请写数字，例如 2500。", "write a number such as 2500.")
                    .said();
        }
        return word == null ? null : new BigDecimal(word);
    }

    static @Nullable Integer whole(String name, @Nullable String given) {
        String word = word(given);
        if (word != null && !word.matches("[0-9]{1,4}")) {
            throw Problem.badParameter(name, "请写整数，例如 6。", "write a whole number such as 6.")
                    .said();
        }
        return word == null ? null : Integer.valueOf(word);
    }
}
