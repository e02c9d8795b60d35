package org.tongqu.hub.console.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.partners.PartnersPages;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.OutboxPages;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** 伙伴: all of them with their health, and one with what is settled about it; a partner opens its own. */
@Controller
class PartnersPage {
    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final int FEW = 12;

    private final PartnersPages partners;
    private final JournalPages journal;
    private final OutboxPages outbox;
    private final DemandPages demands;
    private final Policy policy;

    PartnersPage(PartnersPages partners, JournalPages journal, OutboxPages outbox, DemandPages demands, Policy policy) {
        this.partners = partners;
        this.journal = journal;
        this.outbox = outbox;
        this.demands = demands;
        this.policy = policy;
    }

    @GetMapping("/partners")
    String partners(
            Sender sender,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            @ModelAttribute(name = "say", binding = false) Say say) {
        policy.require(sender, Act.READ_PARTNERS);
        Window asked = Window.ofCodes(String.valueOf(Window.MAX_LIMIT), after);
        String oneKind = Asked.oneOf("kind", kind, PartnersList.KINDS);
        Slice<PartnersPages.Partner> found = partners.list(sender, oneKind, asked);
        model.addAttribute(
                "list", new PartnersList(oneKind, asked.after(), rows(sender, found.items(), say), found.next()));
        return "console/partners";
    }

    private List<PartnersList.Row> rows(Sender sender, List<PartnersPages.Partner> found, Say say) {
        Map<String, OutboxPages.Load> loads = outbox.loads(sender);
        Map<String, JournalPages.Heard> heard = journal.heardSince(sender, aMonthAgo(say));
        return found.stream()
                .map(partner -> row(partner, loads.get(partner.code()), heard.get(partner.code()), say))
                .sorted(Comparator.comparingInt(PartnersList.Row::urgency)
                        .thenComparing(
                                row -> PartnersList.KINDS.indexOf(row.partner().kind()))
                        .thenComparing(row -> row.partner().code()))
                .toList();
    }

    private static PartnersList.Row row(
            PartnersPages.Partner partner,
            OutboxPages.@Nullable Load load,
            JournalPages.@Nullable Heard heard,
            Say say) {
        return new PartnersList.Row(partner, PartnerHealth.of(partner, load, heard, say), load, heard);
    }

    private static LocalDate aMonthAgo(Say say) {
        return LocalDate.ofInstant(say.now().minus(A_MONTH), Say.ZONE);
    }

    @GetMapping("/partners/{code}")
    String partner(
            Sender sender,
            @PathVariable String code,
            Model model,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names) {
        if (!code.equals(sender.partner())) {
            policy.require(sender, Act.READ_PARTNERS);
        }
        PartnersPages.Partner partner = partners.one(sender, Asked.id(code))
                .orElseThrow(() -> Problem.notFound().said());
        JournalPages.Sought last = new JournalPages.Sought(null, null, code, null);
        model.addAttribute(
                "page",
                new PartnerStory(
                        rows(sender, List.of(partner), say).getFirst(),
                        journal.messages(sender, last, Window.first(FEW)).items(),
                        waiting(sender, code, say, names)));
        model.addAttribute("mayEdit", policy.allows(sender.role(), Act.EDIT_PARTNER));
        return "console/partner";
    }

    private List<PartnerStory.Asked> waiting(Sender sender, String code, Say say, Names names) {
        return demands.waiting(sender, Window.MAX_LIMIT).stream()
                .filter(line -> line.demand().factory().equals(code))
                .limit(FEW)
                .map(line -> PartnerStory.Asked.of(line, say, names))
                .toList();
    }
}
