package org.tongqu.hub.console.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.console.web.Network.Span;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.OutboxPages;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 路网: the whole group on one sheet, told anew every ten seconds while it is looked at. */
@Controller
class NetworkPage {
    private static final List<String> SPANS = List.of("hour", "day", "week");

    private final JournalPages journal;
    private final OutboxPages outbox;
    private final Partners partners;
    private final People people;
    private final Wall wall;

    NetworkPage(JournalPages journal, OutboxPages outbox, Partners partners, People people, Wall wall) {
        this.journal = journal;
        this.outbox = outbox;
        this.partners = partners;
        this.people = people;
        this.wall = wall;
    }

    @GetMapping("/network")
    String network(
            Sender sender,
            @RequestParam(required = false) @Nullable String span,
            Model model,
            @ModelAttribute(name = "say", binding = false) Say say) {
        Span asked = span(span);
        model.addAttribute("network", new NetworkStory(told(sender, asked, say.now()), say).network(asked));
        return "console/network";
    }

    private static Span span(@Nullable String span) {
        String asked = Asked.oneOf("span", span, SPANS);
        return asked == null ? Span.HOUR : Span.valueOf(asked.toUpperCase(Locale.ROOT));
    }

    private NetworkStory.Told told(Sender sender, Span span, Instant now) {
        Instant since = now.minus(span.back());
        return new NetworkStory.Told(
                people.regions(),
                wall.read(Scope.of(sender), partners::all),
                journal.flows(sender, since),
                journal.steps(sender, since, span.step()),
                outbox.roads(sender, since),
                journal.branches(sender));
    }
}
