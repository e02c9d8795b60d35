package org.tongqu.hub.console.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.customers.Stewardship;
import org.tongqu.hub.matching.Aliases;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Toast;

/** 存疑客户: pairs that may be one customer, side by side, one key to decide each and one to take it back. */
@Controller
@RequestMapping("/doubts")
class DoubtsPage {
    private final Stewardship stewardship;
    private final CustomersPages customers;

    DoubtsPage(Stewardship stewardship, CustomersPages customers) {
        this.stewardship = stewardship;
        this.customers = customers;
    }

    @GetMapping
    String doubts(
            Sender sender,
            @RequestParam(required = false) @Nullable String record,
            @RequestParam(required = false) @Nullable String other,
            Model model) {
        Menu.DOUBTS.require(sender);
        List<Stewardship.Doubt> doubts = stewardship.doubts(sender);
        Optional<Stewardship.Doubt> shown = doubts.stream()
                .filter(doubt -> doubt.record().equals(record) && doubt.other().equals(other))
                .findFirst()
                .or(() -> asked(sender, record, other))
                .or(() -> doubts.stream().findFirst());
        Map<String, CustomersPages.Named> names = customers.namesOf(
                sender,
                doubts.stream()
                        .flatMap(doubt -> Stream.of(doubt.record(), doubt.other()))
                        .toList());
        model.addAttribute(
                "page",
                new DoubtsList(
                        shown.map(doubt -> pair(sender, doubt)).orElse(null),
                        doubts.stream()
                                .limit(DoubtsList.LINES)
                                .map(doubt -> new DoubtsList.Line(
                                        doubt, name(names, doubt.record()), name(names, doubt.other())))
                                .toList(),
                        stewardship.progress(sender),
                        stewardship.words(sender, null).stream()
                                .limit(DoubtsList.WORDS)
                                .map(word -> said(sender, word))
                                .toList(),
                        stewardship.aliases(sender).stream()
                                .limit(DoubtsList.WORDS)
                                .toList()));
        return "console/doubts";
    }

    /** One that is not in the queue, be it for its place or because it was put off. */
    private Optional<Stewardship.Doubt> asked(Sender sender, @Nullable String record, @Nullable String other) {
        if (record == null || other == null) {
            return Optional.empty();
        }
        CustomersPages.Named named = customers.namesOf(sender, List.of(record)).get(record);
        return named == null
                ? Optional.empty()
                : stewardship.doubtsAbout(sender, named.customerId()).stream()
                        .filter(doubt ->
                                doubt.record().equals(record) && doubt.other().equals(other))
                        .findFirst();
    }

    private DoubtsList.Pair pair(Sender sender, Stewardship.Doubt doubt) {
        return DoubtsList.Pair.of(
                doubt,
                customer(sender, doubt.customer()),
                customer(sender, doubt.otherCustomer()),
                stewardship.lessons(sender, doubt.record(), doubt.other()));
    }

    private CustomersPages.Customer customer(Sender sender, String id) {
        return customers
                .customer(sender, id)
                .orElseThrow(() -> Problem.notFound().said());
    }

    private static String name(Map<String, CustomersPages.Named> names, String record) {
        CustomersPages.Named named = names.get(record);
        return named == null ? "?" : named.name();
    }

    private DoubtsList.Said said(Sender sender, Stewardship.Word word) {
        return new DoubtsList.Said(
                word,
                customer(sender, word.customer()).name(),
                customer(sender, word.other()).name());
    }

    @PostMapping
    String decide(
            Sender sender,
            @RequestParam String record,
            @RequestParam String other,
            @RequestParam String verdict,
            @RequestParam(required = false) @Nullable String why,
            @RequestParam(required = false) Aliases.@Nullable Kind learn,
            RedirectAttributes next,
            @ModelAttribute(name = "say", binding = false) Say say) {
        String a = Asked.id(record);
        String b = Asked.id(other);
        switch (verdict) {
            case "SAME", "DIFFERENT" -> {
                boolean same = verdict.equals("SAME");
                Optional<String> word =
                        stewardship.decide(sender, new Stewardship.Verdict(a, b, same, Asked.word("why", why), learn));
                tell(next, say.word(word.isEmpty() ? "doubts.gone" : same ? "doubts.joined" : "doubts.parted"), word);
            }
            case "LATER" -> {
                stewardship.putOff(sender, a, b);
                tell(next, say.word("doubts.later.done"), Optional.empty());
            }
            default -> throw Problem.notFound().said();
        }
        return "redirect:/doubts";
    }

    @PostMapping("/words/{id}/take-back")
    String takeBack(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "/doubts") String back,
            RedirectAttributes next,
            @ModelAttribute(name = "say", binding = false) Say say) {
        boolean done = stewardship.takeBack(sender, Asked.id(id));
        tell(next, say.word(done ? "doubts.taken.back" : "doubts.gone"), Optional.empty());
        return "redirect:" + (back.matches("/customers/[0-9a-f-]{36}/split") ? back : "/doubts");
    }

    @PostMapping("/batches")
    String decideAll(
            Sender sender,
            @RequestParam(name = "pick", defaultValue = "") List<String> picks,
            @RequestParam String verdict,
            RedirectAttributes next,
            @ModelAttribute(name = "say", binding = false) Say say) {
        boolean same = "SAME".equals(Asked.oneOf("verdict", verdict, List.of("SAME", "DIFFERENT")));
        Stewardship.Batch batch = stewardship.decideAll(
                sender, picks.stream().map(pick -> picked(pick, same)).toList());
        String says = batch.left() == 0
                ? say.word("doubts.batch", batch.decided())
                : say.word("doubts.batch.left", batch.decided(), batch.left());
        next.addFlashAttribute(
                Toast.NAME,
                new Toast(says, batch.decided() == 0 ? null : "/doubts/batches/" + batch.id() + "/take-back"));
        return "redirect:/doubts";
    }

    private static Stewardship.Verdict picked(String pick, boolean same) {
        String[] both = pick.split("\\|", -1);
        if (both.length != 2) {
            throw Problem.notFound().said();
        }
        return new Stewardship.Verdict(Asked.id(both[0]), Asked.id(both[1]), same, null, null);
    }

    @PostMapping("/batches/{id}/take-back")
    String takeBackBatch(
            Sender sender,
            @PathVariable String id,
            RedirectAttributes next,
            @ModelAttribute(name = "say", binding = false) Say say) {
        int ended = stewardship.takeBackBatch(sender, Asked.id(id));
        tell(next, say.word(ended > 0 ? "doubts.taken.back" : "doubts.gone"), Optional.empty());
        return "redirect:/doubts";
    }

    @PostMapping("/names/{id}/revoke")
    String revoke(
            Sender sender,
            @PathVariable String id,
            RedirectAttributes next,
            @ModelAttribute(name = "say", binding = false) Say say) {
        boolean done = stewardship.revokeAlias(sender, Asked.id(id));
        tell(next, say.word(done ? "alias.revoked.done" : "doubts.gone"), Optional.empty());
        return "redirect:/doubts";
    }

    private static void tell(RedirectAttributes next, String says, Optional<String> word) {
        next.addFlashAttribute(
                Toast.NAME,
                new Toast(
                        says,
                        word.map(id -> "/doubts/words/" + id + "/take-back").orElse(null)));
    }
}
