package org.tongqu.hub.console.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.people.Logins;
import org.tongqu.hub.people.PeoplePages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Toast;
import org.tongqu.hub.platform.Window;

/** 组织与人员: who may sign in, what each may do and see, and the switch that ends it. */
@Controller
@RequestMapping("/people")
class PeoplePage {
    private final PeoplePages pages;
    private final Logins logins;
    private final Policy policy;

    PeoplePage(PeoplePages pages, Logins logins, Policy policy) {
        this.pages = pages;
        this.logins = logins;
        this.policy = policy;
    }

    @GetMapping
    String list(
            Sender sender,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        String asked = Asked.oneOf("state", state, PeopleList.STATES);
        PeoplePages.Sought sought = new PeoplePages.Sought(
                Asked.word("q", q),
                Asked.oneOf("role", role, PeopleList.ROLES),
                Asked.oneOf("region", region, PeopleList.REGIONS),
                asked == null ? null : asked.equals("on"));
        Window window = new Window(Window.DEFAULT_LIMIT, Asked.word("after", after));
        model.addAttribute(
                "list",
                new PeopleList(sought, window.after(), pages.list(sender, sought, window), pages.counts(sender)));
        return "console/people";
    }

    @GetMapping("/{login}")
    String one(
            Sender sender,
            @PathVariable String login,
            Model model,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names) {
        PeoplePages.Person person =
                pages.one(sender, login).orElseThrow(() -> Problem.notFound().said());
        model.addAttribute("page", PersonStory.of(person, sender, policy, say, names));
        return "console/person";
    }

    @PostMapping("/{login}/off")
    String off(
            Sender sender,
            @PathVariable String login,
            RedirectAttributes next,
            @ModelAttribute(name = "say", binding = false) Say say) {
        return turned(sender, login, false, next, say);
    }

    @PostMapping("/{login}/on")
    String on(
            Sender sender,
            @PathVariable String login,
            RedirectAttributes next,
            @ModelAttribute(name = "say", binding = false) Say say) {
        return turned(sender, login, true, next, say);
    }

    private String turned(Sender sender, String login, boolean on, RedirectAttributes next, Say say) {
        Logins.Answer answer = logins.turn(sender, login, on);
        boolean done = answer == Logins.Answer.DONE;
        String says = done
                ? say.word(on ? "person.turned.on" : "person.turned.off", login)
                : say.word("person.answer." + answer, login);
        String undo = "/people/{login}/" + (on ? "off" : "on");
        next.addFlashAttribute(Toast.NAME, new Toast(says, done ? expanded(undo, login) : null));
        return answer == Logins.Answer.UNKNOWN ? "redirect:/people" : "redirect:" + expanded("/people/{login}", login);
    }

    private static String expanded(String address, String login) {
        return UriComponentsBuilder.fromPath(address)
                .encode()
                .buildAndExpand(login)
                .toUriString();
    }
}
