package org.tongqu.hub.console.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.RivalSlices;
import org.tongqu.hub.handbook.FormVersion;
import org.tongqu.hub.handbook.Sheet;
import org.tongqu.hub.handbook.VisitDesk;
import org.tongqu.hub.handbook.VisitStep;
import org.tongqu.hub.keeping.Briefs;
import org.tongqu.hub.keeping.Cadence;
import org.tongqu.hub.keeping.CadenceRules;
import org.tongqu.hub.keeping.KeepingPages;
import org.tongqu.hub.keeping.Unkept;
import org.tongqu.hub.needs.Lessons;
import org.tongqu.hub.needs.OpenNeeds;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Amount;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.visits.MachineSeries;
import org.tongqu.hub.visits.Rivals;
import org.tongqu.hub.visits.VisitsPages;

/** Invented visits: who is overdue, the rules of that, a brief with a machine read three times, and rivals. */
final class VisitSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 6);
    private static final List<Partners.ProductClass> CLASSES =
            List.of(new Partners.ProductClass("CRANE", null, "起重机", "Cranes"));

    private VisitSamples() {}

    static List<Samples.Sample> of() {
        return List.of(
                sample("cadence", "keeping/cadence", Sender.Role.DESK, "/cadence", cadence(due())),
                sample("cadence-none", "keeping/cadence", Sender.Role.REP, "/cadence", cadence()),
                sample("unkept", "keeping/unkept", Sender.Role.DESK, "/cadence/unkept", unkept(strays())),
                sample("unkept-none", "keeping/unkept", Sender.Role.REP, "/cadence/unkept", unkept(List.of())),
                sample("cadence-rules", "keeping/cadence-rules", Sender.Role.DESK, "/cadence/rules", rules(true)),
                sample("cadence-rules-read", "keeping/cadence-rules", Sender.Role.REP, "/cadence/rules", rules(false)),
                sample(
                        "brief",
                        "keeping/brief",
                        Sender.Role.REP,
                        "/customers/c-1/brief",
                        Map.of("brief", brief(), "today", DAY)),
                sample("visit-form", "handbook/visit", Sender.Role.REP, "/customers/c-1/visits/new", form()),
                sample("handbook", "handbook/all", Sender.Role.DESK, "/handbook", handbooks()),
                sample("handbook-edit", "handbook/one", Sender.Role.DESK, "/handbook/CRANE", handbook(true)),
                sample("handbook-read", "handbook/one", Sender.Role.REP, "/handbook/CRANE", handbook(false)),
                sample("rivals", "demand/rivals", Sender.Role.DESK, "/rivals", rivals(true)),
                sample("rivals-none", "demand/rivals", Sender.Role.REP, "/rivals", rivals(false)),
                sample(
                        "rivals-mine",
                        "demand/rivals-mine",
                        Sender.Role.FACTORY,
                        "/rivals",
                        Map.of("mine", new RivalSlices.Mine(List.of("CRANE"), List.of(told())))));
    }

    private static Samples.Sample sample(
            String name, String template, Sender.Role role, String address, Map<String, Object> model) {
        return new Samples.Sample(name, template, role, address, model);
    }

    private static FormVersion version(String productClass, int version) {
        return new FormVersion(
                productClass,
                version,
                MadeUp.at("03-01T09:30"),
                version == 1 ? MadeUp.at("03-02T09:30") : null,
                version == 1 ? "hub" : "desk",
                version == 1 ? "" : "检规改了",
                Stream.of(VisitStep.values())
                        .map(step -> new FormVersion.Step(
                                step,
                                step == VisitStep.MACHINES ? FormVersion.Asked.REQUIRED : FormVersion.Asked.YES,
                                "逐台抄",
                                "Each one"))
                        .toList());
    }

    private static Map<String, Object> form() {
        FormVersion crane = version("CRANE", 2);
        Sheet sheet = new Sheet(Map.of(
                        "no", "NE-W-20260306-1", "usage.0.known", "1", "usage.0.serial", "QD20-0417", "opinions", "好"))
                .longer("needs", 1)
                .longer("competitors", 1)
                .longer("salesStatements", 2)
                .longer("usage", 1);
        VisitDesk.Known known =
                new VisitDesk.Known("QD20-0417", "QD20", new BigDecimal("1600"), 3, MadeUp.at("03-02T09:30"));
        List<VisitDesk.Wrong> wrong = List.of(
                new VisitDesk.Wrong("step.MACHINES", new Refusal("/step/MACHINES", "STEP_REQUIRED", "要填", "fill it")),
                new VisitDesk.Wrong("needs.0.summary", new Refusal("/needs/0/summary", "REQUIRED", "要写", "say it")),
                new VisitDesk.Wrong("", new Refusal("", "EMPTY_VISIT", "没有内容", "it says nothing")));
        return Map.of(
                "page",
                new VisitDesk.Opened(
                        MadeUp.customer().customer(),
                        crane,
                        List.of(version("GENERAL", 2), crane),
                        List.of(known),
                        sheet),
                "sheet",
                sheet,
                "classes",
                CLASSES,
                "wrong",
                wrong.stream().collect(Collectors.groupingBy(VisitDesk.Wrong::field)),
                "wrongs",
                wrong);
    }

    private static Map<String, Object> handbooks() {
        return Map.of("forms", List.of(version("GENERAL", 1), version("CRANE", 2)), "mayEdit", true, "others", CLASSES);
    }

    private static Map<String, Object> handbook(boolean may) {
        return Map.of(
                "productClass",
                "CRANE",
                "versions",
                List.of(version("CRANE", 2), version("CRANE", 1)),
                "was",
                2,
                "steps",
                version("CRANE", 2).steps(),
                "mayEdit",
                may,
                "refused",
                "写明理由");
    }

    private static Map<String, Object> cadence(Cadence.Due... due) {
        List<Cadence.Month> months = IntStream.range(0, 12)
                .mapToObj(n -> new Cadence.Month(YearMonth.of(2025, 4).plusMonths(n), n, n / 2))
                .toList();
        Cadence.Group all = new Cadence.Group("", "", 120, due.length, months.getLast());
        Cadence.Group one = new Cadence.Group("rep-ne-1", "孙立", 60, 3, months.getLast());
        Cadence.Group north = new Cadence.Group("NE", "NE", 60, 0, months.getFirst());
        return Map.of(
                "sought",
                new Cadence.Sought(null, null),
                "found",
                new Slice<>(List.of(due), due.length == 0 ? null : "50"),
                "coverage",
                new Cadence.Coverage(all, months, List.of(one, one), List.of(north, north)),
                "people",
                Map.of("rep-ne-1", "孙立"));
    }

    private static Map<String, Object> unkept(List<Unkept.Row> rows) {
        return Map.of("count", rows.size(), "found", new Slice<>(rows, rows.isEmpty() ? null : "50"));
    }

    private static List<Unkept.Row> strays() {
        return List.of(
                stray(
                        1,
                        "孙立",
                        DAY.minusDays(90),
                        List.of(
                                new Unkept.Offer("rep-ne-1", "周敏", "NE", null, List.of("CRANE"), true),
                                new Unkept.Offer("rep-e-1", "钱进", "E", "吴江", List.of("CRANE"), false))),
                stray(2, null, null, List.of()));
    }

    private static Unkept.Row stray(
            int n, @Nullable String left, @Nullable LocalDate last, List<Unkept.Offer> covering) {
        List<String> classes = n == 1 ? List.of("CRANE") : List.of();
        return new Unkept.Row(
                "c-" + n,
                n,
                "鞍山轧钢" + n + "厂",
                "NE",
                "PROSPECT",
                classes,
                last,
                DAY.minusDays(90),
                left,
                covering,
                true);
    }

    private static Cadence.Due[] due() {
        return new Cadence.Due[] {
            new Cadence.Due(
                    "c-1",
                    7,
                    "沈阳机床厂",
                    "ACTUAL",
                    "rep-ne-1",
                    "孙立",
                    "NE",
                    DAY.minusDays(90),
                    60,
                    DAY.minusDays(30),
                    30,
                    DAY),
            new Cadence.Due("c-2", 8, "鞍山轧钢厂", "PROSPECT", "rep-ne-1", "孙立", "NE", null, 90, DAY.minusDays(2), 2, null)
        };
    }

    private static Map<String, Object> rules(boolean may) {
        CadenceRules.Rule rule = new CadenceRules.Rule("ACTUAL", null, null, 60);
        CadenceRules.Rule crane = new CadenceRules.Rule(null, "CRANE", "A", 20);
        return Map.of(
                "rules",
                List.of(rule, crane),
                "past",
                List.of(
                        new CadenceRules.Past(rule, MadeUp.at("03-01T09:30"), "hub", null),
                        new CadenceRules.Past(crane, MadeUp.at("03-01T09:30"), "desk", MadeUp.at("03-02T09:30"))),
                "classes",
                CLASSES,
                "mayEdit",
                may);
    }

    static List<MachineSeries> machines() {
        return MachineSeries.of(List.of(
                reading("01-05T09:30", "1000", 1),
                reading("02-04T09:30", "1260", 0),
                reading("03-02T09:30", "1600", 3)));
    }

    private static VisitsPages.Reading reading(String at, String hours, int faults) {
        return new VisitsPages.Reading(
                "v-1", "QD20-0417", "QD200417", "QD20", new BigDecimal(hours), faults, "主轴异响", MadeUp.at(at));
    }

    private static Briefs.Brief brief() {
        CustomerStory.Records made = MadeUp.customer();
        CustomersPages.Customer customer = made.customer();
        VisitsPages.Competitor rival =
                new VisitsPages.Competitor("某某起重", "QD50", new Amount(new BigDecimal("380000"), "CNY"), 45);
        return new Briefs.Brief(
                customer,
                "孙立",
                made.visits().getFirst(),
                List.of(new KeepingPages.PlanLine("p-1", "c-1", "沈阳机床厂", "rep-ne-1", "孙立", DAY.minusDays(2), "看验收")),
                List.of(new OpenNeeds.Open("n-1", "N-2026-000318", "行车两台", "QUOTED", "r-1", DAY)),
                machines(),
                List.of(new Briefs.Rival(rival, "NE-2026-000123", MadeUp.at("03-02T09:30"))),
                List.of("CRANE"),
                List.of(new Briefs.Peer(
                        "c-2",
                        "鞍山轧钢厂",
                        "ACTUAL",
                        MadeUp.at("02-02T09:30"),
                        List.of("钩子好"),
                        List.of("加培训"),
                        List.of(reading("02-02T09:30", "800", 2)))),
                List.of(new Lessons.Lesson("CRANE.BRIDGE", "先问起升高度，再谈吨位。", "tech1", MadeUp.at("02-20T09:30"))));
    }

    private static Map<String, Object> rivals(boolean some) {
        Rivals.Spread spread = new Rivals.Spread(new BigDecimal("30"), new BigDecimal("45"), new BigDecimal("60"));
        Rivals.Fact fact = new Rivals.Fact(
                "v-1",
                "NE-2026-000123",
                "rep-ne-1",
                "NE",
                MadeUp.at("03-02T09:30"),
                "某某起重",
                "QD50",
                "CRANE",
                new Amount(new BigDecimal("380000"), "CNY"),
                45,
                "r-1",
                "m-1");
        Map<String, Object> model = new HashMap<>();
        model.put("sought", new Rivals.Sought(null, null));
        model.put(
                "lines",
                some
                        ? List.of(
                                new Rivals.Line("CRANE", "NE", 4, 2, 3, spread, spread),
                                new Rivals.Line(null, "E", 1, 1, 1, null, null))
                        : List.of());
        model.put("found", new Slice<>(some ? List.of(fact) : List.of(), some ? "50" : null));
        model.put("classes", CLASSES);
        model.put("customers", Map.of("r-1", new CustomersPages.Named("c-1", "沈阳机床厂")));
        return model;
    }

    private static Rivals.Told told() {
        return new Rivals.Told("CRANE", "NE", DAY, "某某起重", null, null, 45);
    }
}
