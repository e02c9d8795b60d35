package org.tongqu.hub.console.web;

import java.util.List;
import java.util.Optional;
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
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Toast;

/** 拆分与合并: which source records of a customer are somebody else, or whom it is one with; and the words that were given before. */
@Controller
@RequestMapping("/customers/{id}")
class SplitPage {
    private final CustomersPages customers;
    private final Stewardship stewardship;

    SplitPage(CustomersPages customers, Stewardship stewardship) {
        this.customers = customers;
        this.stewardship = stewardship;
    }

    @GetMapping("/split")
    String ask(Sender sender, @PathVariable String id, Model model) {
        List<Stewardship.Word> words = stewardship.words(sender, Asked.id(id));
        CustomersPages.Customer customer = customers
                .customer(sender, id)
                .orElseThrow(() -> Problem.notFound().said());
        model.addAttribute("customer", customer)
                .addAttribute("words", words)
                .addAttribute("doubts", stewardship.doubtsAbout(sender, id))
                .addAttribute("kin", customers.kin(sender, customer));
        return "console/split";
    }

    @PostMapping("/split")
    String split(
            Sender sender,
            @PathVariable String id,
            @RequestParam(name = "record", defaultValue = "") List<String> records,
            @RequestParam(required = false) @Nullable String why,
            RedirectAttributes next,
            @ModelAttribute(name = "say", binding = false) Say say) {
        Optional<String> word = stewardship.split(sender, Asked.id(id), records, Asked.word("why", why));
        tell(next, say.word(word.isPresent() ? "split.done" : "split.none"), word);
        return "redirect:/customers/" + id + (word.isPresent() ? "" : "/split");
    }

    @PostMapping("/merge")
    String merge(
            Sender sender,
            @PathVariable String id,
            @RequestParam String other,
            @RequestParam(required = false) @Nullable String why,
            RedirectAttributes next,
            @ModelAttribute(name = "say", binding = false) Say say) {
        Optional<String> word = stewardship.merge(sender, Asked.id(id), Asked.id(other), Asked.word("why", why));
        tell(next, say.word(word.isPresent() ? "doubts.joined" : "doubts.gone"), word);
        return "redirect:/customers/" + id;
    }

    private static void tell(RedirectAttributes next, String says, Optional<String> word) {
        next.addFlashAttribute(
                Toast.NAME,
                new Toast(
                        says,
                        word.map(given -> "/doubts/words/" + given + "/take-back")
                                .orElse(null)));
    }
}
