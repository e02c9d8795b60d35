package org.tongqu.hub.dispatch.web;

import java.util.Locale;
import java.util.Optional;
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
        wrong.ifPresentOrElse(
                refusal -> next.addFlashAttribute(
                        "refused", locale.getLanguage().equals("zh") ? refusal.zh() : refusal.en()),
                () -> next.addFlashAttribute(Toast.NAME, new Toast(words.getMessage(key, in, locale), null)));
        return "redirect:" + where;
    }
}
