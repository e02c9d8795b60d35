package org.tongqu.hub.console.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.clocks.Waits;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.platform.Window;

/** 工作台: each role's first page, led by who waits for whom. */
@Controller
class HomePage {
    private static final int ROWS = 12;
    private static final int FRESH = 6;
    private static final int OWNERS = 6;
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration A_MONTH = Duration.ofDays(30);

    private final NeedsPages needs;
    private final DemandPages demands;
    private final CustomersPages customers;
    private final JournalPages journal;
    private final Waits waits;

    HomePage(NeedsPages needs, DemandPages demands, CustomersPages customers, JournalPages journal, Waits waits) {
        this.needs = needs;
        this.demands = demands;
        this.customers = customers;
        this.journal = journal;
        this.waits = waits;
    }

    @GetMapping("/")
    String home(
            Sender sender,
            Model model,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names) {
        return switch (sender.role()) {
            case FACTORY -> shown(model, factory(sender, say, names), "console/home-factory");
            case AGENT, BRANCH -> shown(model, sender(sender, say), "console/home-sender");
            case ADMIN, DESK, MANAGER, REP, AUDITOR, TECHNICIAN ->
                shown(model, house(sender, say, names), "console/home");
        };
    }

    private static String shown(Model model, Home home, String page) {
        model.addAttribute("home", home);
        return page;
    }

    private Home house(Sender sender, Say say, Names names) {
        Map<String, Long> counts = needs.countsByState(sender);
        List<DemandPages.DemandLine> waiting = demands.waiting(sender, ROWS);
        List<DemandPages.DemandLine> answers = demands.answers(sender, say.now().minus(A_WEEK), FRESH);
        Map<String, CustomersPages.Named> named = named(sender, waiting, answers);
        List<DemandPages.WaitingFor> held = demands.waitingByFactory(sender);
        long late = held.stream().mapToLong(DemandPages.WaitingFor::late).sum();
        return new Home(
                say.word("home.onroad", say.number(Condition.onTheRoad(counts)))
                        + (late > 0 ? say.word("home.onroad.late", late) : say.word("home.onroad.none")),
                Condition.of(counts, lateByState(waiting), say),
                rows(waiting, named, say, names),
                Home.Held.of(held, names),
                Home.Owned.of(waits.worst(sender, OWNERS), say, names),
                answered(answers, named, say, names),
                journal.messages(sender, JournalPages.Sought.state("PARKED"), Window.first(4))
                        .items(),
                journal.parked(sender),
                List.of());
    }

    private Home factory(Sender sender, Say say, Names names) {
        List<DemandPages.DemandLine> waiting = demands.waiting(sender, 50);
        List<DemandPages.DemandLine> answers = demands.answers(sender, say.now().minus(A_MONTH), ROWS);
        Map<String, CustomersPages.Named> named = named(sender, waiting, answers);
        long late = waiting.stream().filter(line -> line.demand().late()).count();
        String sentence = waiting.isEmpty()
                ? say.word("factory.sentence.none")
                : late == 0
                        ? say.word("factory.sentence", waiting.size())
                        : say.word("factory.sentence.late", waiting.size(), late);
        return new Home(
                sentence,
                List.of(),
                rows(waiting, named, say, names),
                List.of(),
                List.of(),
                answers.stream()
                        .map(line -> AnswerRow.toItself(line, named, say, names))
                        .toList(),
                List.of(),
                0,
                List.of());
    }

    private Home sender(Sender sender, Say say) {
        List<JournalPages.MessageLine> files =
                journal.messages(sender, JournalPages.Sought.EVERYTHING, Window.first(20)).items().stream()
                        .filter(line -> line.direction().equals("IN"))
                        .toList();
        long toFix = files.stream()
                .map(JournalPages.MessageLine::counts)
                .filter(Objects::nonNull)
                .mapToLong(JournalPages.Counts::refused)
                .sum();
        String sentence = files.isEmpty()
                ? say.word("sender.sentence.none")
                : toFix == 0
                        ? say.word("sender.sentence", files.size())
                        : say.word("sender.sentence.fix", files.size(), toFix);
        return new Home(sentence, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0, files);
    }

    private static Map<String, Long> lateByState(List<DemandPages.DemandLine> waiting) {
        return waiting.stream()
                .filter(line -> line.demand().late())
                .collect(Collectors.groupingBy(line -> needState(line.demand().state()), Collectors.counting()));
    }

    /** Where on the need's road a demand in this state stands. */
    private static String needState(String demandState) {
        return demandState.equals("ACKNOWLEDGED") ? "ACKNOWLEDGED" : "ASKED";
    }

    private Map<String, CustomersPages.Named> named(
            Sender sender, List<DemandPages.DemandLine> some, List<DemandPages.DemandLine> more) {
        List<String> records = Stream.concat(some.stream(), more.stream())
                .map(DemandPages.DemandLine::need)
                .filter(Objects::nonNull)
                .map(NeedsPages.NeedLine::sourceRecordId)
                .distinct()
                .toList();
        return customers.namesOf(sender, records);
    }

    private static List<WaitingRow> rows(
            List<DemandPages.DemandLine> lines, Map<String, CustomersPages.Named> named, Say say, Names names) {
        return lines.stream()
                .map(line -> WaitingRow.of(line, named, say, names))
                .toList();
    }

    private static List<AnswerRow> answered(
            List<DemandPages.DemandLine> lines, Map<String, CustomersPages.Named> named, Say say, Names names) {
        return lines.stream().map(line -> AnswerRow.of(line, named, say, names)).toList();
    }
}
