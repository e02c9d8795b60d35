package org.tongqu.hub.customers.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomerCare;
import org.tongqu.hub.customers.CustomerFiles;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Toast;

/** 一个值的来历: every value a field ever had, and the forms by which a person pins it or takes the pin off. */
@Controller
@RequestMapping("/customers/{id}")
class ValuePage {
    private final CustomerFiles files;
    private final CustomerCare care;
    private final MessageSource words;

    ValuePage(CustomerFiles files, CustomerCare care, MessageSource words) {
        this.files = files;
        this.care = care;
        this.words = words;
    }

    @GetMapping("/values/{field}")
    ModelAndView value(Sender sender, @PathVariable String id, @PathVariable String field) {
        return shown(sender, id, field, Typed.NOTHING);
    }

    @PostMapping("/values/{field}/pin")
    ModelAndView pin(
            Sender sender,
            @PathVariable String id,
            @PathVariable String field,
            @RequestParam(required = false) @Nullable String value,
            @RequestParam(required = false) @Nullable String why,
            RedirectAttributes next,
            Locale locale) {
        CustomerCare.Answer answer = care.pin(sender, Asked.id(id), field, value, why);
        return answer == CustomerCare.Answer.DONE
                ? done("/customers/" + id + "/values/" + field, next, "pin.done", locale)
                : shown(sender, id, field, new Typed(value, why, answer));
    }

    @PostMapping("/values/{field}/unpin")
    ModelAndView unpin(
            Sender sender,
            @PathVariable String id,
            @PathVariable String field,
            @RequestParam(required = false) @Nullable String why,
            RedirectAttributes next,
            Locale locale) {
        CustomerCare.Answer answer = care.unpin(sender, Asked.id(id), field, why);
        return answer == CustomerCare.Answer.NO_REASON
                ? shown(sender, id, field, new Typed(null, why, answer))
                : done("/customers/" + id + "/values/" + field, next, "pin.off." + answer, locale);
    }

    @PostMapping("/verify")
    ModelAndView verify(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        care.verify(sender, Asked.id(id));
        return done("/customers/" + id, next, "upkeep.done", locale);
    }

    private ModelAndView shown(Sender sender, String id, String field, Typed typed) {
        CustomerFiles.Values values = files.values(sender, Asked.id(id), field)
                .orElseThrow(() -> Problem.notFound().said());
        ModelAndView page = new ModelAndView("customers/value");
        page.addObject("values", values).addObject("typed", typed);
        page.setStatus(typed.answer() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView done(String address, RedirectAttributes next, String word, Locale locale) {
        next.addFlashAttribute(Toast.NAME, new Toast(words.getMessage(word, null, locale), null));
        return new ModelAndView("redirect:" + address);
    }

    /**
     * A form as it comes back.
     *
     * @param answer why, absent where it is opened for the first time
     */
    record Typed(@Nullable String value, @Nullable String why, CustomerCare.@Nullable Answer answer) {
        static final Typed NOTHING = new Typed(null, null, null);

        /** Whether it is the reason that is wrong, and not the value. */
        public boolean reason() {
            return answer == CustomerCare.Answer.NO_REASON;
        }
    }
}
