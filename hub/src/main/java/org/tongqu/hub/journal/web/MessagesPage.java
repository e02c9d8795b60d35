package org.tongqu.hub.journal.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.journal.Parked;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** 消息: found by any business key, one opened beside the list, sent again where it stands parked. */
@Controller
class MessagesPage {
    private static final List<String> KINDS = Stream.concat(
                    Stream.of(MessageKind.values()).map(MessageKind::name), Stream.of("DEMAND", "FILE_DONE"))
            .toList();
    private static final List<String> ANSWERS =
            Stream.of(Parked.Answer.values()).map(Parked.Answer::name).toList();

    private final JournalPages pages;
    private final Parked parked;
    private final Partners partners;
    private final Policy policy;
    private final Wall wall;

    MessagesPage(JournalPages pages, Parked parked, Partners partners, Policy policy, Wall wall) {
        this.pages = pages;
        this.parked = parked;
        this.partners = partners;
        this.policy = policy;
        this.wall = wall;
    }

    @GetMapping("/messages")
    String messages(
            Sender sender,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String open,
            @RequestParam(required = false) @Nullable String resent,
            Model model) {
        JournalPages.Sought sought = new JournalPages.Sought(
                Asked.word("key", key),
                Asked.oneOf("state", state, JournalPages.STATES),
                Asked.word("partner", partner),
                Asked.oneOf("kind", kind, KINDS));
        Window window = Window.ofIds(null, after);
        Optional<JournalPages.Message> opened = open == null ? Optional.empty() : pages.message(sender, open);
        model.addAttribute(
                "page",
                new MessagesShown(
                        sought,
                        window.after(),
                        pages.messages(sender, sought, window),
                        pages.parked(sender),
                        wall.read(Scope.of(sender), partners::all),
                        opened.orElse(null),
                        open != null && opened.isEmpty(),
                        opened.filter(message -> mayResend(sender, message)).isPresent(),
                        Asked.oneOf("resent", resent, ANSWERS),
                        opened.flatMap(message -> pages.payload(sender, message.id()))
                                .map(PayloadText::of)
                                .orElse(null)));
        return "journal/messages";
    }

    private boolean mayResend(Sender sender, JournalPages.Message message) {
        boolean stands = message.parked() || message.state().equals("REJECTED");
        return stands && policy.allows(sender.role(), Act.RESEND_MESSAGE);
    }

    @PostMapping("/messages/{id}/resend")
    String resend(Sender sender, @PathVariable String id) {
        Parked.Answer answer = parked.resend(sender, id);
        return UriComponentsBuilder.fromPath("redirect:/messages")
                .queryParam("open", "{id}")
                .queryParam("resent", answer)
                .encode()
                .buildAndExpand(id)
                .toUriString();
    }
}
