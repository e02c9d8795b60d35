package org.tongqu.hub.console.web;

import java.math.BigDecimal;
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
    /** Cards a column of the board shows before it sends on to the list. */
    private static final int CARDS = 12;

    /** Columns that stand even where nothing is in them, for that is news too. */
    private static final List<String> OPEN = NeedsPages.STATES.subList(0, NeedsPages.STATES.indexOf("DELIVERED"));

    private static final NeedsPages.Standing NOTHING = new NeedsPages.Standing(0, BigDecimal.ZERO);

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
            @ModelAttribute(name = "columns", binding = false) ChosenColumns columns,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names) {
        NeedsPages.Sought sought = sought(state, grade, region);
        Slice<NeedsPages.NeedLine> found = needs.needs(sender, sought, Window.ofIds(null, after));
        Map<String, Long> counts = needs.countsByState(sender);
        model.addAttribute(
                "list",
                new NeedsList(
                        say.word("needs.sentence", say.number(Condition.onTheRoad(counts))),
                        NeedsList.filters(sought.state(), sought.grade(), sought.region(), columns.text(), after),
                        counts,
                        sender.region() == null && sender.partner() == null,
                        rows(sender, found.items(), say, names),
                        found.next()));
        return "needs/list";
    }

    /** The filters of this list, from wherever they come. */
    static NeedsPages.Sought sought(@Nullable String state, @Nullable String grade, @Nullable String region) {
        return new NeedsPages.Sought(
                Asked.oneOf("state", state, NeedsPages.STATES),
                null,
                Asked.oneOf("region", region, REGIONS),
                null,
                Asked.oneOf("grade", grade, GRADES));
    }

    /** 看板: the same needs under the same filters, a column for each state that has any. */
    @GetMapping(value = "/needs", params = "look=board")
    String board(
            Sender sender,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String region,
            Model model,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names) {
        NeedsPages.Sought sought = sought(null, grade, region);
        Map<String, NeedsPages.Standing> standing = needs.standing(sender, sought);
        List<NeedsBoard.Lane> lanes = NeedsPages.STATES.stream()
                .filter(state -> standing.containsKey(state) || OPEN.contains(state))
                .map(state -> lane(sender, sought, state, standing.getOrDefault(state, NOTHING), say, names))
                .toList();
        model.addAttribute(
                "board",
                new NeedsBoard(
                        NeedsList.filters(null, sought.grade(), sought.region(), null, null),
                        sender.region() == null && sender.partner() == null,
                        lanes));
        return "needs/board";
    }

    private NeedsBoard.Lane lane(
            Sender sender, NeedsPages.Sought sought, String state, NeedsPages.Standing standing, Say say, Names names) {
        NeedsPages.Sought here = new NeedsPages.Sought(state, null, sought.region(), null, sought.grade());
        Slice<NeedsPages.NeedLine> newest =
                standing.count() == 0 ? new Slice<>(List.of(), null) : needs.needs(sender, here, Window.first(CARDS));
        return new NeedsBoard.Lane(
                state, standing.count(), standing.budget(), rows(sender, newest.items(), say, names));
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
