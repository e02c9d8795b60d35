package org.tongqu.hub.keeping.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.Activities;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Toast;

/** 销售活动: logged from the customer's page, where they are shown. */
@Controller
class ActivitiesPage {
    private final Activities activities;
    private final MessageSource words;

    ActivitiesPage(Activities activities, MessageSource words) {
        this.activities = activities;
        this.words = words;
    }

    @PostMapping("/activities")
    String log(
            Sender sender,
            @RequestParam(name = "customer", defaultValue = "") String id,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(name = "words", required = false) @Nullable String said,
            @RequestParam(required = false) @Nullable String need,
            @RequestParam(required = false) @Nullable String amount,
            RedirectAttributes next,
            Locale locale) {
        String says = activities
                .log(sender, ActivitiesApi.wanted(id, kind, at, said, need, amount))
                .map(wrong -> locale.getLanguage().equals("zh") ? wrong.zh() : wrong.en())
                .orElseGet(() -> words.getMessage("activity.kept", null, locale));
        next.addFlashAttribute(Toast.NAME, new Toast(says, null));
        return "redirect:/customers/" + Asked.id(id) + "#story";
    }
}
