package org.tongqu.hub.reconciliation.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.platform.Toast;

/** What the next page says of an act. */
@Component
class Told {
    private final MessageSource words;

    Told(MessageSource words) {
        this.words = words;
    }

    void done(RedirectAttributes next, @Nullable String undo, Locale locale, String key, Object... filledIn) {
        next.addFlashAttribute(Toast.NAME, new Toast(words.getMessage(key, filledIn, locale), undo));
    }

    String refused(RedirectAttributes next, Refusal refusal, Locale locale, String where) {
        next.addFlashAttribute("refused", locale.getLanguage().equals("zh") ? refusal.zh() : refusal.en());
        return "redirect:" + where;
    }

    String word(String key, Locale locale) {
        return words.getMessage(key, null, locale);
    }
}
