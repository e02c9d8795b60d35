package org.tongqu.hub.console.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** 全部需求: needs under filters, each with whom it waits for. */
@Controller
class NeedsListPage {
    private static final List<String> GRADES = List.of("A", "B", "C");
    private static final List<String> REGIONS = List.of("NE", "N", "E", "CS", "SW", "NW", "EXPORT");

    private final NeedsPages needs;
    private final DemandPages demands;
    private final CustomersPages customers;

    NeedsListPage(NeedsPages needs, DemandPages demands, CustomersPages customers) {
        this.needs = needs;
        this.demands = demands;
        this.customers = customers;
    }

    @GetMapping("/needs")
    String needs(
            Sender sender,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names) {
        NeedsPages.Sought sought = new NeedsPages.Sought(
                Asked.oneOf("state", state, NeedsPages.STATES),
                null,
                Asked.oneOf("region", region, REGIONS),
                null,
                Asked.oneOf("grade", grade, GRADES));
        Slice<NeedsPages.NeedLine> found = needs.needs(sender, sought, Window.ofIds(null, after));
        Map<String, Long> counts = needs.countsByState(sender);
        model.addAttribute(
                "list",
                new NeedsList(
                        say.word("needs.sentence", say.number(Condition.onTheRoad(counts))),
                        NeedsList.filters(sought.state(), sought.grade(), sought.region(), after),
                        counts,
                        sender.region() == null && sender.partner() == null,
                        rows(sender, found.items(), say, names),
                        found.next()));
        return "needs/list";
    }

    private List<NeedsList.Row> rows(Sender sender, List<NeedsPages.NeedLine> lines, Say say, Names names) {
        Map<String, List<DemandPages.Demand>> open =
                demands
                        .ofNeeds(
                                sender,
                                lines.stream().map(NeedsPages.NeedLine::id).toList())
                        .stream()
                        .filter(Waiting::isOpen)
                        .sorted(Comparator.comparing(DemandPages.Demand::dueAt))
                        .collect(Collectors.groupingBy(DemandPages.Demand::needId));
        Map<String, CustomersPages.Named> named = customers.namesOf(
                sender,
                lines.stream()
                        .map(NeedsPages.NeedLine::sourceRecordId)
                        .distinct()
                        .toList());
        return lines.stream()
                .map(line -> row(line, open.getOrDefault(line.id(), List.of()), named, say, names))
                .toList();
    }

    static NeedsList.Row row(
            NeedsPages.NeedLine need,
            List<DemandPages.Demand> open,
            Map<String, CustomersPages.Named> named,
            Say say,
            Names names) {
        String whose = WaitingRow.whose(need, named, names, true);
        if (open.isEmpty()) {
            return new NeedsList.Row(need, whose, "", "", null);
        }
        DemandPages.Demand first = open.getFirst();
        String waitsFor = open.stream()
                .map(demand -> names.partner(demand.factory()))
                .distinct()
                .collect(Collectors.joining(say.word("list.comma")));
        Due due = Due.of(first.askedAt().toInstant(), first.dueAt().toInstant(), say.now());
        return new NeedsList.Row(need, whose, waitsFor, say.since(first.askedAt()), due);
    }
}
