package org.tongqu.hub.demand.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.Conversation;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.demand.Turnkey;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Toast;

/** 一条需求上的操作: send a blocked part on, let one go, close, and the conversation, each back to the need's page. */
@Controller
@RequestMapping("/needs/{id}")
class NeedActs {
    private final Turnkey turnkey;
    private final Conversation conversation;
    private final DemandPages demands;
    private final MessageSource words;

    NeedActs(Turnkey turnkey, Conversation conversation, DemandPages demands, MessageSource words) {
        this.turnkey = turnkey;
        this.conversation = conversation;
        this.demands = demands;
        this.words = words;
    }

    @PostMapping("/parts/{partId}/sending")
    String send(
            Sender sender,
            @PathVariable String id,
            @PathVariable String partId,
            @RequestParam(required = false) @Nullable String offerId,
            @RequestParam(required = false) @Nullable String factory,
            RedirectAttributes next,
            Locale locale) {
        Turnkey.To to = new Turnkey.To(Asked.word("offerId", offerId), Asked.word("factory", factory));
        Refusal wrong = turnkey.send(sender, Asked.id(id), Asked.id(partId), to).wrong();
        return back(id, wrong, "turnkey.sent", next, locale);
    }

    @PostMapping("/parts/{partId}/withdrawal")
    String letGo(
            Sender sender,
            @PathVariable String id,
            @PathVariable String partId,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next,
            Locale locale) {
        Refusal wrong =
                turnkey.letGo(sender, Asked.id(id), Asked.id(partId), reason).orElse(null);
        return back(id, wrong, "turnkey.let.gone", next, locale);
    }

    @PostMapping("/close")
    String close(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next,
            Locale locale) {
        return back(id, turnkey.close(sender, Asked.id(id), reason).orElse(null), "turnkey.closed", next, locale);
    }

    @PostMapping("/demands/{demandId}/messages")
    String say(
            Sender sender,
            @PathVariable String id,
            @PathVariable String demandId,
            @RequestParam(name = "words", defaultValue = "") String said,
            RedirectAttributes next,
            Locale locale) {
        ofNeed(sender, id, demandId);
        return back(id, conversation.say(sender, demandId, said, null).orElse(null), "talk.said", next, locale);
    }

    @PostMapping("/demands/{demandId}/read")
    String read(
            Sender sender,
            @PathVariable String id,
            @PathVariable String demandId,
            RedirectAttributes next,
            Locale locale) {
        ofNeed(sender, id, demandId);
        conversation.read(sender, demandId);
        return back(id, null, "talk.read.done", next, locale);
    }

    private void ofNeed(Sender sender, String needId, String demandId) {
        if (demands.demand(sender, Asked.id(demandId))
                .filter(line -> line.needId().equals(needId))
                .isEmpty()) {
            throw Problem.notFound().said();
        }
    }

    private String back(String needId, @Nullable Refusal wrong, String done, RedirectAttributes next, Locale locale) {
        if (wrong == null) {
            next.addFlashAttribute(Toast.NAME, new Toast(words.getMessage(done, null, locale), null));
        } else {
            next.addFlashAttribute("refused", locale.getLanguage().equals("zh") ? wrong.zh() : wrong.en());
        }
        return "redirect:/needs/" + Asked.id(needId);
    }
}
