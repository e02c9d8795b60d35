package org.tongqu.hub.partners.web;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.PartnersPages;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Toast;

/** 约定, edited where it stands on its factory's page, or on a page of its own; whoever was overtaken sees both and decides. */
@Controller
@RequestMapping("/partners/{code}/profile")
class ProfilePage {
    private static final String FORM = "partners/profile";

    private final ProfileDesk desk;
    private final PartnersPages pages;
    private final Policy policy;
    private final MessageSource words;

    ProfilePage(ProfileDesk desk, PartnersPages pages, Policy policy, MessageSource words) {
        this.desk = desk;
        this.pages = pages;
        this.policy = policy;
        this.words = words;
    }

    @GetMapping
    ModelAndView edit(Sender sender, @PathVariable String code) {
        PartnersPages.Partner factory = factory(sender, code);
        return shown(factory, ProfileForm.of(factory.profile()), Wrong.NOTHING);
    }

    @PostMapping
    ModelAndView save(
            Sender sender,
            @PathVariable String code,
            @ModelAttribute ProfileForm form,
            RedirectAttributes next,
            Locale locale) {
        PartnersPages.Partner factory = factory(sender, code);
        Optional<Refusal> wrong = form.asked().wrong();
        if (wrong.isPresent()) {
            return shown(factory, form, new Wrong(wrong.get().pointer(), false));
        }
        return switch (desk.save(sender, code, form)) {
            case OVERTAKEN -> overtaken(sender, code, form);
            case NONE -> done(code, next, word("profile.same", locale), null);
            case MADE -> done(code, next, word("profile.saved", locale), undo(code, form.basedOn()));
        };
    }

    @PostMapping("/undo")
    ModelAndView undo(
            Sender sender,
            @PathVariable String code,
            @RequestParam int version,
            RedirectAttributes next,
            Locale locale) {
        factory(sender, code);
        String came = switch (desk.takeBack(sender, code, version)) {
            case MADE, NONE -> "profile.back";
            case OVERTAKEN -> "profile.notback";
        };
        return done(code, next, word(came, locale), null);
    }

    /** There is nothing to go back to where this is the first. */
    private static @Nullable String undo(String code, int basedOn) {
        return basedOn == 0 ? null : "/partners/" + code + "/profile/undo?version=" + (basedOn + 1);
    }

    private ModelAndView overtaken(Sender sender, String code, ProfileForm form) {
        PartnersPages.Partner now = factory(sender, code);
        int version = now.profile() == null ? 0 : now.profile().version();
        return shown(now, form.basedOn(version), new Wrong("", true));
    }

    private static ModelAndView shown(PartnersPages.Partner factory, ProfileForm form, Wrong wrong) {
        ModelAndView page = new ModelAndView(FORM);
        page.addObject("factory", factory).addObject("form", form).addObject("wrong", wrong);
        page.setStatus(wrong.status());
        return page;
    }

    private static ModelAndView done(String code, RedirectAttributes next, String says, @Nullable String undo) {
        next.addFlashAttribute(Toast.NAME, new Toast(says, undo));
        return new ModelAndView("redirect:/partners/" + code);
    }

    private PartnersPages.Partner factory(Sender sender, String code) {
        policy.require(sender, Act.EDIT_PARTNER);
        return pages.one(sender, Asked.id(code))
                .filter(partner -> partner.kind().equals("FACTORY"))
                .orElseThrow(() -> Problem.notFound().said());
    }

    private String word(String key, Locale locale) {
        return words.getMessage(key, null, locale);
    }

    /**
     * Why a form comes back.
     *
     * @param field pointer of the field that is wrong, empty where none is
     */
    record Wrong(String field, boolean overtaken) {
        static final Wrong NOTHING = new Wrong("", false);

        /** Name of the wrong field as the form knows it. */
        public String name() {
            return field.replace("/", "");
        }

        HttpStatus status() {
            return overtaken ? HttpStatus.CONFLICT : field.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
        }
    }
}
