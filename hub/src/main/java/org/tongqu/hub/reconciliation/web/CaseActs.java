package org.tongqu.hub.reconciliation.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.reconciliation.Discrepancies;
import org.tongqu.hub.reconciliation.Verdict;

/** What a person does to a difference: says what it is, takes that back, asks the agent. */
@Controller
@RequestMapping("/reconciliation/{id}")
class CaseActs {
    private final Discrepancies discrepancies;
    private final Told told;

    CaseActs(Discrepancies discrepancies, Told told) {
        this.discrepancies = discrepancies;
        this.told = told;
    }

    /** Goes on to the next open one, with the way back in the toast. */
    @PostMapping("/decide")
    String decide(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next,
            Locale locale) {
        String one = "/reconciliation/" + Asked.id(id);
        long number = number(sender, id);
        Optional<Refusal> wrong = discrepancies.decide(sender, id, verdict(verdict), why);
        if (wrong.isPresent()) {
            return told.refused(next, wrong.get(), locale, one);
        }
        told.done(
                next,
                one + "/take-back",
                locale,
                "case.decided",
                String.valueOf(number),
                told.word("verdict." + verdict, locale));
        return "redirect:"
                + discrepancies.next(sender, number).map(CaseActs::at).orElse("/reconciliation?all");
    }

    @PostMapping("/take-back")
    String takeBack(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        String one = at(Asked.id(id));
        Optional<Refusal> wrong = discrepancies.takeBack(sender, id);
        if (wrong.isPresent()) {
            return told.refused(next, wrong.get(), locale, one);
        }
        told.done(next, null, locale, "case.taken.back", String.valueOf(number(sender, id)));
        return "redirect:" + one;
    }

    @PostMapping("/questions")
    String ask(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes next,
            Locale locale) {
        String one = at(Asked.id(id));
        Optional<Refusal> wrong = discrepancies.ask(sender, id, words);
        if (wrong.isPresent()) {
            return told.refused(next, wrong.get(), locale, one);
        }
        told.done(next, null, locale, "case.asked");
        return "redirect:" + one;
    }

    private long number(Sender sender, String id) {
        return discrepancies
                .find(sender, id)
                .orElseThrow(() -> Problem.notFound().said())
                .line()
                .number();
    }

    private static String at(String id) {
        return "/reconciliation/" + id;
    }

    static Verdict verdict(String said) {
        return Arrays.stream(Verdict.values())
                .filter(each -> each.name().equals(said))
                .findFirst()
                .orElseThrow(() -> Problem.badParameter(
                                "verdict",
                                "请在六种结论里选一种。",
                                "choose one of: AGENT_WRONG TIMING FACTORY_WRONG CUSTOMER_WRONG SAME_PRODUCT OTHER_UNIT.")
                        .said());
    }
}
