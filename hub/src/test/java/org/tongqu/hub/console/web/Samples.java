package org.tongqu.hub.console.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.journal.web.MessagesSample;
import org.tongqu.hub.platform.Slice;

/** Every page once, with invented records, as one role sees it in one language. */
final class Samples {
    private Samples() {}

    /**
     * @param name of the sample, also its file name
     * @param address where it would lie in the hub
     */
    record Sample(String name, String template, Sender.Role role, String address, Map<String, Object> model) {}

    static List<Sample> of(Locale locale) {
        Say say = MadeUp.say(locale);
        Names names = MadeUp.names(say);
        List<Sample> all = new ArrayList<>();
        for (Sender.Role role : List.of(Sender.Role.DESK, Sender.Role.REP, Sender.Role.AUDITOR, Sender.Role.ADMIN)) {
            all.add(new Sample("home-" + role, "console/home", role, "/", Map.of("home", home(say, names))));
        }
        all.add(new Sample("home-empty", "console/home", Sender.Role.MANAGER, "/", Map.of("home", emptyHome(say))));
        all.add(new Sample(
                "home-factory",
                "console/home-factory",
                Sender.Role.FACTORY,
                "/",
                Map.of("home", factoryHome(say, names))));
        all.add(new Sample(
                "home-agent", "console/home-sender", Sender.Role.AGENT, "/", Map.of("home", agentHome(say))));
        all.add(new Sample("needs", "needs/list", Sender.Role.DESK, "/needs", Map.of("list", needs(say, names))));
        all.add(need("need", MadeUp.road(), say, names));
        all.add(need(
                "need-late", MadeUp.road("ACKNOWLEDGED", MadeUp.acknowledged(MadeUp.at("03-04T05:00"))), say, names));
        all.add(need("need-ordered", MadeUp.road("ORDERED", MadeUp.ordered(), MadeUp.refused()), say, names));
        all.add(need("need-parked", MadeUp.road("ASKED", MadeUp.parked()), say, names));
        all.add(need("need-nobody", MadeUp.road("GRADED"), say, names));
        all.add(new Sample(
                "customers",
                "customers/list",
                Sender.Role.DESK,
                "/customers",
                Map.of(
                        "customers",
                        new Slice<>(MadeUp.customers(), "41871"),
                        "counts",
                        Map.of("ACTUAL", 1L, "PROSPECT", 1L))));
        all.add(new Sample(
                "customer",
                "console/customer",
                Sender.Role.DESK,
                "/customers/c-1",
                Map.of("page", CustomerStory.of(MadeUp.customer(), say, names))));
        all.add(messages("messages", MessagesSample.of(MadeUp.messageLines(), null, false)));
        all.add(messages("message-file", MessagesSample.of(MadeUp.messageLines(), MadeUp.file(), false)));
        all.add(messages("message-parked", MessagesSample.of(MadeUp.messageLines(), MadeUp.parkedDemand(), true)));
        all.add(messages("message-reading", MessagesSample.of(MadeUp.messageLines(), MadeUp.fileBeingRead(), false)));
        all.add(new Sample(
                "refused-rows",
                "journal/refused-rows",
                Sender.Role.DESK,
                "/refused-rows",
                MessagesSample.refusedRows(MadeUp.refusedRows())));
        all.add(new Sample(
                "refused-rows-none",
                "journal/refused-rows",
                Sender.Role.AGENT,
                "/refused-rows",
                MessagesSample.refusedRows(List.of())));
        all.add(messages("messages-none", MessagesSample.of(List.of(), null, false)));
        all.add(new Sample(
                "search",
                "console/search",
                Sender.Role.DESK,
                "/search",
                Map.of("page", new SearchPage.Found("沈阳", MadeUp.customers(), MadeUp.lines(), MadeUp.messageLines()))));
        return all;
    }

    private static Sample messages(String name, Map<String, Object> model) {
        return new Sample(name, "journal/messages", Sender.Role.DESK, "/messages", model);
    }

    private static Sample need(String name, DemandPages.Road road, Say say, Names names) {
        NeedStory story = NeedStory.of(road, MadeUp.named().get("r-a"), say, names);
        return new Sample(name, "console/need", Sender.Role.DESK, "/needs/01-need", Map.of("page", story));
    }

    private static Home home(Say say, Names names) {
        return new Home(
                say.word("home.onroad", 186) + say.word("home.onroad.late", 2),
                Condition.of(MadeUp.COUNTS, Map.of("ACKNOWLEDGED", 2L), say),
                waiting(say, names),
                Home.Held.of(MadeUp.waitingFor(), names),
                answers(say, names),
                List.of(MadeUp.messageLines().get(2)),
                1,
                List.of());
    }

    private static Home emptyHome(Say say) {
        return new Home(
                say.word("home.onroad", 0) + say.word("home.onroad.none"),
                Condition.of(Map.of(), Map.of(), say),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of());
    }

    private static Home factoryHome(Say say, Names names) {
        return new Home(
                say.word("factory.sentence.late", 5, 1),
                List.of(),
                waiting(say, names),
                List.of(),
                answers(say, names),
                List.of(),
                0,
                List.of());
    }

    private static Home agentHome(Say say) {
        return new Home(
                say.word("sender.sentence.fix", 3, 3),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(MadeUp.messageLines().get(1), MadeUp.messageLines().get(4)));
    }

    private static List<WaitingRow> waiting(Say say, Names names) {
        return MadeUp.waiting().stream()
                .map(line -> WaitingRow.of(line, MadeUp.named(), say, names))
                .toList();
    }

    private static List<AnswerRow> answers(Say say, Names names) {
        return MadeUp.answers().stream()
                .map(line -> AnswerRow.of(line, MadeUp.named(), say, names))
                .toList();
    }

    private static NeedsList needs(Say say, Names names) {
        List<NeedsList.Row> rows = MadeUp.lines().stream()
                .map(line -> NeedsListPage.row(
                        line,
                        MadeUp.waiting().stream()
                                .filter(each -> each.needId().equals(line.id()))
                                .map(DemandPages.DemandLine::demand)
                                .toList(),
                        MadeUp.named(),
                        say,
                        names))
                .toList();
        return new NeedsList(say.word("needs.sentence", 186), Map.of("grade", "A"), MadeUp.COUNTS, true, rows, "0123");
    }
}
