package org.tongqu.hub.console.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.dispatch.DispatchPages;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.journal.web.MessagesSample;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.sales.SalesPages;

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
        all.add(new Sample(
                "needs-board", "needs/board", Sender.Role.DESK, "/needs", Map.of("board", board(say, names))));
        all.add(new Sample("keys", "console/keys", Sender.Role.DESK, "/keys", Map.of()));
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
                        "here",
                        "/customers?all",
                        "stale",
                        true,
                        "counts",
                        Map.of("ACTUAL", 1L, "PROSPECT", 1L))));
        all.add(new Sample(
                "customer",
                "console/customer",
                Sender.Role.DESK,
                "/customers/c-1",
                Map.of("page", CustomerStory.of(MadeUp.customer(), say, names), "file", FileSamples.file(true))));
        all.addAll(KeepingSamples.of(say, names));
        all.addAll(VisitSamples.of());
        all.addAll(ServiceSamples.of(say, names));
        all.addAll(SupportSamples.all());
        all.addAll(ChannelSamples.of(say, names));
        all.addAll(ConflictSamples.all());
        all.addAll(ImportSamples.all());
        all.addAll(FileSamples.values());
        all.add(OrderSamples.list(say, names));
        all.add(OrderSamples.none());
        all.addAll(OrderSamples.single(say, names));
        all.add(reports("reports", MadeUp.messageLines()));
        all.add(reports("reports-none", List.of()));
        all.add(upload("upload", null));
        all.add(upload("upload-reading", MadeUp.fileBeingRead()));
        all.add(upload("upload-done", MadeUp.file()));
        all.addAll(PartnerSamples.of(say, names));
        all.add(messages("messages", MessagesSample.of(MadeUp.messageLines(), null, false)));
        all.add(messages("message-file", MessagesSample.of(MadeUp.messageLines(), MadeUp.file(), false)));
        all.add(messages(
                "message-changed",
                FileSamples.changed(MessagesSample.of(MadeUp.messageLines(), MadeUp.file(), false))));
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
        all.add(new Sample(
                "network", "console/network", Sender.Role.DESK, "/network", Map.of("network", MadeUpNetwork.of(say))));
        all.add(new Sample(
                "network-quiet",
                "console/network",
                Sender.Role.AUDITOR,
                "/network",
                Map.of("network", MadeUpNetwork.quiet(say))));
        all.add(messages("messages-none", MessagesSample.of(List.of(), null, false)));
        all.add(new Sample(
                "search",
                "console/search",
                Sender.Role.DESK,
                "/search",
                Map.of(
                        "page",
                        found(),
                        "partners",
                        List.of(new Partners.Partner("agent-a001", "AGENT", "沈阳盛达机电代理有限公司", "NE", true)))));
        all.add(new Sample(
                "search-nothing",
                "console/search",
                Sender.Role.REP,
                "/search",
                Map.of("page", Found.nothing("骏博"), "partners", List.of())));
        return all;
    }

    private static Found found() {
        CustomerStory.Records one = MadeUp.customer();
        List<CustomersPages.CustomerLine> customers = MadeUp.customers();
        return new Found(
                "沈阳",
                List.of(
                        new CustomersPages.Hit(
                                customers.get(0),
                                "NAME",
                                List.of(
                                        new CustomersPages.Piece("沈阳", true),
                                        new CustomersPages.Piece("第一机床厂", false))),
                        new CustomersPages.Hit(
                                customers.get(1),
                                "OTHER_NAME",
                                List.of(
                                        new CustomersPages.Piece("原", false),
                                        new CustomersPages.Piece("沈阳", true),
                                        new CustomersPages.Piece("启航港务", false)))),
                MadeUp.lines(),
                one.demands(),
                List.of(OrderSamples.order("01", "MT1-000318", "MADE", "0.00")),
                one.lines(),
                one.visits(),
                MadeUp.messageLines());
    }

    private static Sample reports(String name, List<JournalPages.MessageLine> lines) {
        SalesPages.Days days = new SalesPages.Days(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 2));
        ReportsList list = new ReportsList(
                null,
                lines.isEmpty() ? "PARTLY" : null,
                null,
                List.of(),
                true,
                new Slice<>(
                        lines.stream()
                                .map(line -> new ReportsList.Row(line, line.counts() == null ? null : days))
                                .toList(),
                        lines.isEmpty() ? null : "0123"));
        return new Sample(name, "console/reports", Sender.Role.AGENT, "/reports", Map.of("list", list));
    }

    private static Sample upload(String name, JournalPages.@Nullable Message file) {
        return new Sample(name, "journal/upload", Sender.Role.AGENT, "/upload", MessagesSample.upload(file));
    }

    private static Sample messages(String name, Map<String, Object> model) {
        return new Sample(name, "journal/messages", Sender.Role.DESK, "/messages", model);
    }

    private static Sample need(String name, DemandPages.Road road, Say say, Names names) {
        NeedStory story = NeedStory.of(road, MadeUp.named().get("r-a"), say, names);
        return new Sample(
                name,
                "console/need",
                Sender.Role.DESK,
                "/needs/01-need",
                Map.of("page", story, "gradings", MadeUp.gradings(), "mayRegrade", true, "team", team()));
    }

    /** One that is named, with a place still empty, and one before it that is gone. */
    private static NeedTeam team() {
        DispatchPages.Place named = place(1, "BOOKED", "钱卫东", LocalDate.of(2026, 3, 9));
        DispatchPages.Place open = place(2, "OPEN", null, null);
        return new NeedTeam(
                List.of(
                        team("D-000018", "OPEN", null, List.of(named, open)),
                        team("D-000017", "CLOSED", "DONE", List.of(named))),
                false);
    }

    private static DispatchPages.Line team(
            String number, String state, @Nullable String closedWhy, List<DispatchPages.Place> places) {
        OffsetDateTime at = MadeUp.at("03-02T09:30");
        OffsetDateTime closed = closedWhy == null ? null : at;
        return new DispatchPages.Line(
                "01-" + number,
                number,
                "01-need",
                "N-2026-000318",
                "双梁桥式起重机两台",
                "A",
                "NE",
                state,
                at,
                at,
                at,
                closed,
                closedWhy,
                null,
                state.equals("OPEN"),
                false,
                places);
    }

    private static DispatchPages.Place place(
            int n, String state, @Nullable String technician, @Nullable LocalDate from) {
        return new DispatchPages.Place(
                "p-" + n,
                n,
                "CRANE",
                "DESIGN",
                5,
                state,
                technician,
                technician,
                from,
                from,
                false,
                null,
                false,
                null,
                List.of(),
                null);
    }

    private static Home home(Say say, Names names) {
        return new Home(
                say.word("home.onroad", 186) + say.word("home.onroad.late", 2),
                Condition.of(MadeUp.COUNTS, Map.of("ACKNOWLEDGED", 2L), say),
                waiting(say, names),
                Home.Held.of(MadeUp.waitingFor(), names),
                owned(say, names),
                answers(say, names),
                List.of(MadeUp.messageLines().get(2)),
                1,
                List.of());
    }

    private static List<Home.Owned> owned(Say say, Names names) {
        return List.of(new Home.Owned(
                "李娜",
                3,
                "N-2026-000318 双梁桥式起重机两台",
                "/needs/01-need",
                names.partner("factory-crane"),
                say.now().minusSeconds(110_000).atZone(Say.ZONE).toOffsetDateTime()));
    }

    private static Home emptyHome(Say say) {
        return new Home(
                say.word("home.onroad", 0) + say.word("home.onroad.none"),
                Condition.of(Map.of(), Map.of(), say),
                List.of(),
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

    private static NeedsBoard board(Say say, Names names) {
        return new NeedsBoard(
                Map.of("grade", "A"),
                true,
                rows(say, names).stream()
                        .map(row -> new NeedsBoard.Lane(
                                row.need().state(), 31, new java.math.BigDecimal("3000000"), List.of(row)))
                        .toList());
    }

    private static NeedsList needs(Say say, Names names) {
        return new NeedsList(
                say.word("needs.sentence", 186), Map.of("grade", "A"), MadeUp.COUNTS, true, rows(say, names), "0123");
    }

    private static List<NeedsList.Row> rows(Say say, Names names) {
        return MadeUp.lines().stream()
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
    }
}
