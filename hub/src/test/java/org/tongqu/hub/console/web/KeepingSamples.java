package org.tongqu.hub.console.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.keeping.KeepingPages;
import org.tongqu.hub.keeping.Notes;
import org.tongqu.hub.platform.Exports;
import org.tongqu.hub.platform.Slice;

/** Invented keepers: a plan, two notes, a handover that waits, one signed and one undone. */
final class KeepingSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 6);

    private KeepingSamples() {}

    static List<Samples.Sample> of(Say say, Names names) {
        Map<String, Object> corner = Map.of(
                "page",
                CustomerStory.of(MadeUp.customer(), say, names),
                "keeping",
                corner(true),
                "file",
                FileSamples.file(true));
        return List.of(
                sample("customer-kept", "console/customer", corner),
                sample("plans", "keeping/plans", Map.of("plans", List.of(plan()), "today", DAY)),
                sample("plans-none", "keeping/plans", Map.of("plans", List.of(), "today", DAY)),
                sample(
                        "notes",
                        "keeping/notes",
                        Map.of("found", new Slice<>(notes(), "0123"), "customers", Map.of("c-1", "沈阳机床厂"))),
                sample(
                        "notes-none",
                        "keeping/notes",
                        Map.of("found", new Slice<>(List.of(), null), "customers", Map.of())),
                sample(
                        "handovers",
                        "keeping/handovers",
                        Map.of("found", new Slice<>(List.of(line(false)), "1"), "leavers", Map.of("rep-ne-1", "孙立"))),
                sample(
                        "handovers-none",
                        "keeping/handovers",
                        Map.of("found", new Slice<>(List.of(), null), "leavers", Map.of())),
                sample("handover-new", "keeping/handover-new", Map.of("page", outlook(), "refused", "还有 2 项没有接收人")),
                sample("handover", "keeping/handover", Map.of("page", handover(false))),
                sample("handover-undone", "keeping/handover", Map.of("page", handover(true))));
    }

    private static Samples.Sample sample(String name, String template, Map<String, Object> model) {
        return new Samples.Sample(name, template, Sender.Role.MANAGER, "/handovers", model);
    }

    private static KeepingPages.Corner corner(boolean may) {
        return new KeepingPages.Corner(
                "c-1", "孙立", List.of(plan()), notes(), Map.of("rep-ne-2", "于海波"), may, may, true);
    }

    private static KeepingPages.PlanLine plan() {
        return new KeepingPages.PlanLine("p-1", "c-1", "沈阳机床厂", "rep-ne-1", "孙立", DAY.minusDays(2), "看验收");
    }

    private static List<Notes.Note> notes() {
        return List.of(
                new Notes.Note("n-1", "c-1", "rep-ne-1", "厂长爱下棋", true, MadeUp.at("03-02T09:30")),
                new Notes.Note("n-2", "c-2", "desk", "下午谈事", false, MadeUp.at("03-01T09:30")));
    }

    private static KeepingPages.HandoverLine line(boolean undone) {
        List<KeepingPages.Count> counts =
                List.of(new KeepingPages.Count("CUSTOMERS", 200, 200), new KeepingPages.Count("NEEDS", 31, 31));
        return new KeepingPages.HandoverLine(
                "h-1",
                1,
                "rep-ne-1",
                "孙立",
                "mgr-ne",
                "韩国栋",
                MadeUp.at("03-03T09:30"),
                undone ? MadeUp.at("03-03T10:30") : null,
                List.of(
                        new KeepingPages.Part("rep-ne-2", "于海波", null, null, counts),
                        new KeepingPages.Part("mgr-ne", "韩国栋", "韩国栋", MadeUp.at("03-03T11:30"), counts)));
    }

    private static List<KeepingPages.Gap> gaps() {
        return List.of(
                new KeepingPages.Gap(KeepingPages.GapKind.NO_CONTACT, "c-1", "沈阳机床厂", "", null),
                new KeepingPages.Gap(KeepingPages.GapKind.NOT_VISITED, "c-1", "沈阳机床厂", "", null),
                new KeepingPages.Gap(KeepingPages.GapKind.NOT_VISITED, "c-2", "鞍山轧钢厂", "", DAY),
                new KeepingPages.Gap(KeepingPages.GapKind.OPEN_PROMISE, "c-2", "鞍山轧钢厂", "看验收", DAY));
    }

    private static List<Portfolios.Line> customers() {
        return List.of(new Portfolios.Line("c-1", 7, "沈阳机床厂", "NE", 0), new Portfolios.Line("c-2", 8, "鞍山轧钢厂", "N", 2));
    }

    private static KeepingPages.Handover handover(boolean undone) {
        List<Exports.Export> exports =
                List.of(new Exports.Export(MadeUp.at("03-01T09:30"), "/customers.xlsx", "q=1", 1234));
        return new KeepingPages.Handover(line(undone), customers(), gaps(), exports, !undone, !undone);
    }

    private static KeepingPages.Outlook outlook() {
        return new KeepingPages.Outlook(
                "rep-ne-1",
                "孙立",
                true,
                List.of(new KeepingPages.Count("CUSTOMERS", 200, 0)),
                customers(),
                gaps(),
                List.of(),
                Map.of("rep-ne-2", "于海波"));
    }
}
