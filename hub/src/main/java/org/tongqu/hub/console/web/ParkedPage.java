package org.tongqu.hub.console.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.ManyParked;
import org.tongqu.hub.journal.Parked;
import org.tongqu.hub.journal.ParkedBook;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.ParkedQueue;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Toast;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** 停放: all that stands still and waits for a person, in and out, each with whose fault it is and a way on. */
@Controller
@RequestMapping("/parked")
class ParkedPage {
    private static final int LETTERS = 50;
    private static final int WORKS = 5;

    private final ParkedBook pages;
    private final Parked parked;
    private final ManyParked many;
    private final ParkedQueue queue;
    private final Partners partners;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;

    ParkedPage(
            ParkedBook pages,
            Parked parked,
            ManyParked many,
            ParkedQueue queue,
            Partners partners,
            Policy policy,
            AuditTrail trail,
            Wall wall) {
        this.pages = pages;
        this.parked = parked;
        this.many = many;
        this.queue = queue;
        this.partners = partners;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
    }

    @GetMapping
    String list(
            Sender sender,
            @ModelAttribute("filter") ParkedFilter filter,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Menu.PARKED.require(sender);
        boolean may = policy.allows(sender.role(), Act.RESEND_MESSAGE);
        Window window = Window.ofIds(null, after);
        model.addAttribute(
                "list",
                new ParkedList(
                        filter,
                        window.after(),
                        pages.list(sender, filter.sought(), window),
                        wall.read(Scope.of(sender), partners::all),
                        may,
                        may ? queue.lettersIfThere(LETTERS).orElse(null) : List.of(),
                        many.newest(sender, WORKS)));
        return "console/parked";
    }

    @PostMapping("/resend")
    String resend(
            Sender sender,
            @RequestParam String id,
            @RequestParam(defaultValue = "") String filters,
            RedirectAttributes next,
            @ModelAttribute(name = "say", binding = false) Say say) {
        Parked.Answer answer = parked.resend(sender, Asked.id(id));
        next.addFlashAttribute(Toast.NAME, new Toast(say.word("resend." + answer), null));
        return back(filters);
    }

    @PostMapping("/letters")
    String letter(
            Sender sender,
            @RequestParam String id,
            @RequestParam(defaultValue = "") String filters,
            RedirectAttributes next,
            @ModelAttribute(name = "say", binding = false) Say say) {
        policy.require(sender, Act.RESEND_MESSAGE);
        String partner =
                queue.putBack(Asked.id(id)).orElseThrow(() -> Problem.notFound().said());
        wall.run(Scope.of(sender), () -> trail.note("RESEND", id, "letter of " + partner));
        next.addFlashAttribute(Toast.NAME, new Toast(say.word("parked.letter.done"), null));
        return back(filters);
    }

    private static String back(String filters) {
        String asked = Query.filters(filters);
        return "redirect:/parked" + (asked.isEmpty() ? "" : "?" + asked);
    }
}
