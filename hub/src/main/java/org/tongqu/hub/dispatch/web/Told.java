package org.tongqu.hub.dispatch.web;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.platform.Toast;

/** What the next page says of an act. */
@Component("dispatchTold")
class Told {
    private final MessageSource words;

    Told(MessageSource words) {
        this.words = words;
    }

    String then(
            RedirectAttributes next, Optional<Refusal> wrong, Locale locale, String where, String key, Object... in) {
        return thenOrBack(next, wrong, locale, where, null, key, in);
    }

    /** @param undo address to post to that takes the act back */
    String thenOrBack(
            RedirectAttributes next,
            Optional<Refusal> wrong,
            Locale locale,
            String where,
            @Nullable String undo,
            String key,
            Object... in) {
        wrong.ifPresentOrElse(
                refusal -> next.addFlashAttribute(
                        "refused", locale.getLanguage().equals("zh") ? refusal.zh() : refusal.en()),
                () -> next.addFlashAttribute(Toast.NAME, new Toast(words.getMessage(key, in, locale), undo)));
        return "redirect:" + where;
    }
}
