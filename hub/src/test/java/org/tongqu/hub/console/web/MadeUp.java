package org.tongqu.hub.console.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.console.SavedView;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.needs.Gradebook;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Amount;
import org.tongqu.hub.platform.OutboxPages;
import org.tongqu.hub.sales.SalesPages;
import org.tongqu.hub.visits.VisitsPages;

/** Invented records for looking at pages and for sentences about them; the time is always 4 March 2026, 10:24 in Beijing. */
final class MadeUp {
    static final OffsetDateTime NOW = OffsetDateTime.parse("2026-03-04T10:24:00+08:00");
    static final Clock CLOCK = Clock.fixed(NOW.toInstant(), ZoneId.of("Asia/Shanghai"));
    static final Map<String, String> PARTNERS = Map.of(
            "factory-mt1", "机床一厂",
            "factory-crane", "起重机厂",
            "factory-switchgear", "开关厂",
            "factory-boiler", "锅炉厂",
            "factory-printing", "印机厂",
            "agent-a001", "沈阳盛达机电代理有限公司");
    static final List<Partners.ProductClass> CLASSES = List.of(
            new Partners.ProductClass("MACHINE_TOOL", null, "机床", "Machine tools"),
            new Partners.ProductClass("CRANE", null, "起重机", "Cranes"),
            new Partners.ProductClass("SWITCHGEAR", null, "开关设备", "Switchgear"));

    private MadeUp() {}

    static Say say(Locale locale) {
        return new Say(ConsoleSettings.messageSource(), locale, CLOCK);
    }

    static Names names(Say say) {
        return new Names(say, () -> PARTNERS, login -> "rep-ne-1".equals(login) ? "孙立" : null, Names.byCode(CLASSES));
    }

    static Sender sender(Sender.Role role) {
        return switch (role) {
            case FACTORY -> new Sender("factory-crane", role, null, "factory-crane");
            case AGENT -> new Sender("agent-a001", role, null, "agent-a001");
            case BRANCH -> new Sender("branch-ne", role, "NE", "branch-ne");
            case MANAGER, REP -> new Sender("rep-ne-1", role, "NE", null);
            case ADMIN, DESK, TECHNICIAN, AUDITOR -> new Sender("desk", role, null, null);
        };
    }

    static Shell shell(Sender sender, Locale locale, String address, String theme) {
        String house = sender.partner() != null ? PARTNERS.get(sender.partner()) : null;
        return new Shell(sender, "周敏", house, address, "", locale.getLanguage(), theme, true, 3, Map.of());
    }

    /** One view of one's own at which the page stands, and one a colleague shares. */
    static ViewsBar views(String address) {
        return new ViewsBar(
                address,
                "grade=A",
                true,
                true,
                () -> List.of(
                        new SavedView("v-1", address, "东北 A 级", "grade=A", true, true, true),
                        new SavedView("v-2", address, "等客户", "state=QUOTED", false, true, false)));
    }

    static OffsetDateTime at(String dayAndTime) {
        return OffsetDateTime.parse("2026-" + dayAndTime + ":00+08:00");
    }

    /** A grade given by the rules, and the other one that the centre gave after it. */
    static List<Gradebook.Grading> gradings() {
        return List.of(
                new Gradebook.Grading(2, "A", "g-1", "老客户停机", "Machine down", "desk", at("03-04T09:00")),
                new Gradebook.Grading(1, "B", "g-1", "预算 300 万", "Budget 3 million", null, at("03-04T08:00")));
    }

    static Amount yuan(String amount) {
        return new Amount(new BigDecimal(amount), "CNY");
    }

    /** A need over three factories: one has quoted, one is waited for, one refused. */
    static DemandPages.Road road() {
        return new DemandPages.Road(need("ACKNOWLEDGED"), trunk(), List.of(quoted(), acknowledged(), refused()), null);
    }

    static DemandPages.Road road(String state, DemandPages.Track... tracks) {
        return new DemandPages.Road(need(state), trunk(), List.of(tracks), null);
    }

    static List<DemandPages.Stop> trunk() {
        return List.of(
                new DemandPages.Stop("VISITED", at("03-02T09:30"), "m-visit"),
                new DemandPages.Stop("RECEIVED", at("03-02T10:30"), "m-visit"),
                new DemandPages.Stop("GRADED", at("03-02T10:51"), "m-visit"),
                new DemandPages.Stop("ASKED", at("03-02T11:00"), "m-visit"));
    }

    static NeedsPages.Need need(String state) {
        return new NeedsPages.Need(
                "01-need",
                "N-2026-000318",
                "NE-2026-000123",
                "1",
                "锻压车间成套：数控车床两台、桥式起重机、高压开关柜",
                "最大回转直径 500 mm；车间跨距 22.5 m，轨顶 9.2 m",
                LocalDate.of(2026, 9, 1),
                yuan("3000000"),
                "NE",
                state,
                "A",
                new NeedsPages.GradeReason(
                        "成套需求，涉及 3 类产品，需要多专业技术人员共同设计",
                        "A complete set over 3 product classes: technicians of several trades must design it together"),
                "grade-1",
                "c-1",
                List.of(
                        new NeedsPages.Part(
                                "p1",
                                "MACHINE_TOOL",
                                "CK6150",
                                new BigDecimal("2.0000"),
                                "QUOTED",
                                "d-mt1",
                                null,
                                null),
                        new NeedsPages.Part(
                                "p2", "CRANE", null, new BigDecimal("1.0000"), "ACKNOWLEDGED", "d-crane", null, null),
                        new NeedsPages.Part(
                                "p3", "SWITCHGEAR", null, new BigDecimal("1.0000"), "REFUSED", "d-switch", null, null)),
                at("03-02T10:30"),
                "r-1",
                "v-1",
                "NE",
                "rep-ne-1",
                at("03-02T09:30"),
                "m-visit",
                at("03-02T10:51"));
    }

    static DemandPages.Demand demand(
            String id,
            String factory,
            String state,
            OffsetDateTime due,
            List<DemandPages.Hop> hops,
            DemandPages.@Nullable Quote quote,
            @Nullable String refusal,
            @Nullable String order) {
        boolean open = List.of("WAITING", "SENT", "ACKNOWLEDGED").contains(state);
        OffsetDateTime answered = open ? null : hops.getLast().at();
        return new DemandPages.Demand(
                id,
                "01-need",
                factory,
                state,
                open && due.isBefore(NOW),
                due,
                at("03-02T11:00"),
                when(hops, "SENT"),
                when(hops, "ACKNOWLEDGED"),
                answered,
                quote,
                refusal,
                order,
                hops,
                null,
                null,
                null,
                List.of());
    }

    private static @Nullable OffsetDateTime when(List<DemandPages.Hop> hops, String station) {
        return hops.stream()
                .filter(hop -> hop.station().equals(station))
                .findFirst()
                .map(DemandPages.Hop::at)
                .orElse(null);
    }

    static DemandPages.Hop hop(String station, String at) {
        return new DemandPages.Hop(station, at(at), "m-" + station);
    }

    static DemandPages.Track track(DemandPages.Demand demand, OutboxPages.@Nullable Item parcel) {
        List<DemandPages.Stop> stops = new ArrayList<>();
        List<String> stations = demand.state().equals("REFUSED")
                ? List.of("ASKED", "SENT", "ACKNOWLEDGED", "REFUSED")
                : List.of("ASKED", "SENT", "ACKNOWLEDGED", "QUOTED", "ORDERED", "DELIVERED", "PAID");
        stations.forEach(station -> stops.add(new DemandPages.Stop(station, when(demand.hops(), station), "m")));
        return new DemandPages.Track(demand, stops, parcel);
    }

    static DemandPages.Track quoted() {
        return track(
                demand(
                        "d-mt1",
                        "factory-mt1",
                        "QUOTED",
                        at("03-03T11:00"),
                        List.of(
                                hop("ASKED", "03-02T11:00"),
                                hop("SENT", "03-02T11:01"),
                                hop("ACKNOWLEDGED", "03-02T11:02"),
                                hop("QUOTED", "03-03T14:05")),
                        new DemandPages.Quote(yuan("1480000"), 90, LocalDate.of(2026, 4, 4), "含安装调试"),
                        null,
                        null),
                null);
    }

    static DemandPages.Track acknowledged() {
        return acknowledged(at("03-04T18:00"));
    }

    static DemandPages.Track acknowledged(OffsetDateTime due) {
        return track(
                demand(
                        "d-crane",
                        "factory-crane",
                        "ACKNOWLEDGED",
                        due,
                        List.of(
                                hop("ASKED", "03-02T11:00"),
                                hop("SENT", "03-02T11:01"),
                                hop("ACKNOWLEDGED", "03-02T16:20")),
                        null,
                        null,
                        null),
                null);
    }

    static DemandPages.Track refused() {
        return track(
                demand(
                        "d-switch",
                        "factory-switchgear",
                        "REFUSED",
                        at("03-03T11:00"),
                        List.of(
                                hop("ASKED", "03-02T11:00"),
                                hop("SENT", "03-02T11:01"),
                                hop("ACKNOWLEDGED", "03-02T11:06"),
                                hop("REFUSED", "03-03T09:40")),
                        null,
                        "产能排至 7 月",
                        null),
                null);
    }

    static DemandPages.Track parked() {
        OutboxPages.Item parcel = new OutboxPages.Item(
                "o-1",
                "factory-crane",
                "lane",
                "DEMAND",
                "SOAP",
                "PARKED",
                8,
                "连不上",
                "PARTNER",
                "m-visit",
                at("03-02T11:00"),
                null,
                null,
                null);
        return track(
                demand(
                        "d-crane",
                        "factory-crane",
                        "WAITING",
                        at("03-04T18:00"),
                        List.of(hop("ASKED", "03-02T11:00")),
                        null,
                        null,
                        null),
                parcel);
    }

    static DemandPages.Track ordered() {
        return track(
                demand(
                        "d-mt1",
                        "factory-mt1",
                        "ORDERED",
                        at("03-03T11:00"),
                        List.of(
                                hop("ASKED", "03-02T11:00"),
                                hop("SENT", "03-02T11:01"),
                                hop("ACKNOWLEDGED", "03-02T11:02"),
                                hop("QUOTED", "03-03T14:05"),
                                hop("ORDERED", "03-04T09:10")),
                        new DemandPages.Quote(yuan("1480000"), 90, null, null),
                        null,
                        "MT1-260304-01"),
                null);
    }

    static NeedsPages.NeedLine line(
            String id, String summary, String state, @Nullable String grade, String region, String budget) {
        return new NeedsPages.NeedLine(
                id,
                "N-2026-00031" + id.length(),
                "NE-2026-000123",
                "1",
                summary,
                state,
                grade,
                region,
                "c-" + id,
                at("03-02T10:30"),
                null,
                "r-" + id,
                "rep-ne-1",
                yuan(budget));
    }

    static List<NeedsPages.NeedLine> lines() {
        return List.of(
                line("a", "锻压车间成套：数控车床两台、桥式起重机、高压开关柜", "ACKNOWLEDGED", "A", "NE", "3000000"),
                line("b", "75 t/h 循环流化床锅炉改造，先出方案", "GRADED", "A", "NE", "12600000"),
                line("c", "八色胶印机联机上光，换型时间要短", "ACKNOWLEDGED", "B", "SW", "6800000"),
                line("d", "龙门式起重机 2 台，跨距 35 m，沿海防腐", "RAISED", null, "E", "4200000"),
                line("e", "12 kV 开关柜 26 面，招标 3 月 20 日截止", "ASKED", "B", "CS", "3150000"),
                line("f", "卧式加工中心主轴异响，停机待修", "REFUSED", "C", "NW", "186000"),
                line("g", "普通车床 CA6140 四台，学校实训用", "PAID", "C", "N", "520000"));
    }

    static Map<String, CustomersPages.Named> named() {
        return Map.of(
                "r-a", new CustomersPages.Named("c-a", "沈阳第一机床厂"),
                "r-b", new CustomersPages.Named("c-b", "吉林松江热电有限公司"),
                "r-c", new CustomersPages.Named("c-c", "成都锦屏印务有限公司"),
                "r-d", new CustomersPages.Named("c-d", "青岛启航港务机械有限公司"),
                "r-e", new CustomersPages.Named("c-e", "郑州中原配电集团"),
                "r-f", new CustomersPages.Named("c-f", "西安秦岭航空零件厂"),
                "r-g", new CustomersPages.Named("c-g", "保定职业技术学院"));
    }

    static List<DemandPages.DemandLine> waiting() {
        return List.of(
                waits("c", "factory-printing", "ACKNOWLEDGED", at("03-04T05:14")),
                waits("a", "factory-crane", "ACKNOWLEDGED", at("03-04T18:00")),
                waits("b", "factory-boiler", "SENT", at("03-05T18:30")),
                waits("e", "factory-switchgear", "SENT", at("03-06T09:00")),
                waits("d", "factory-crane", "WAITING", at("03-07T09:00")));
    }

    private static DemandPages.DemandLine waits(String need, String factory, String state, OffsetDateTime due) {
        NeedsPages.NeedLine line = lines().stream()
                .filter(each -> each.id().equals(need))
                .findFirst()
                .orElseThrow();
        DemandPages.Demand demand =
                demand("d-" + need, factory, state, due, List.of(hop("ASKED", "03-02T11:00")), null, null, null);
        return new DemandPages.DemandLine(demand, need, line.summary(), line);
    }

    static List<DemandPages.DemandLine> answers() {
        return List.of(
                new DemandPages.DemandLine(quoted().demand(), "a", "锻压车间成套", lines().get(0)),
                new DemandPages.DemandLine(refused().demand(), "a", "锻压车间成套", lines().get(0)),
                new DemandPages.DemandLine(ordered().demand(), "g", "普通车床", lines().get(6)));
    }

    static List<DemandPages.WaitingFor> waitingFor() {
        return List.of(
                new DemandPages.WaitingFor("factory-printing", 9, 2, at("03-01T08:00")),
                new DemandPages.WaitingFor("factory-crane", 14, 0, at("03-01T06:20")),
                new DemandPages.WaitingFor("factory-switchgear", 3, 0, at("03-03T01:20")));
    }

    static final Map<String, Long> COUNTS = Map.of(
            "RAISED",
            12L,
            "GRADED",
            7L,
            "ASKED",
            41L,
            "ACKNOWLEDGED",
            36L,
            "QUOTED",
            52L,
            "ORDERED",
            28L,
            "DELIVERED",
            10L,
            "PAID",
            6L,
            "REFUSED",
            3L);

    static CustomersPages.Value value(
            String value, String source, String kind, @Nullable Long row, OffsetDateTime at, String rule) {
        return new CustomersPages.Value(
                value, source, kind, "r-1", "m-1", row, at, at, rule, null, FileSamples.CONFIDENCE);
    }

    private static CustomersPages.Joined joined() {
        return new CustomersPages.Joined(
                "沈阳第一机床厂",
                6.4,
                List.of(
                        new Matching.Clue("MOBILE_SAME", 4.9, "手机相同", "same mobile"),
                        new Matching.Clue("FORM_OTHER", -0.3, "公司形式不同", "different legal forms")),
                "parts-1");
    }

    static CustomerStory.Records customer() {
        CustomersPages.Value name =
                value("沈阳第一机床厂", "factory-mt1", "FACTORY", null, at("02-27T12:03"), "TRUST_THEN_NEWEST");
        CustomersPages.Value agents =
                value("沈阳一机床", "agent-a001", "AGENT", 14L, at("03-01T08:12"), "TRUST_THEN_NEWEST");
        CustomersPages.Value visits = value("辽宁省", "NE", "VISIT", null, at("03-02T09:30"), "TRUST_THEN_NEWEST");
        return new CustomerStory.Records(
                new CustomersPages.Customer(
                        "c-1",
                        null,
                        41872,
                        "沈阳第一机床厂",
                        "91210100MA0000TQ0R",
                        "辽宁省",
                        "沈阳市",
                        null,
                        "NE",
                        "ACTUAL",
                        new CustomersPages.Contact("王工", "13900000000", "设备科长"),
                        null,
                        null,
                        at("03-02T10:30"),
                        at("03-02T10:30"),
                        List.of(
                                new CustomersPages.Source(
                                        "r-1", "NE", "VISIT", "沈阳第一机床厂", "m-1", null, at("03-02T09:30"), null),
                                new CustomersPages.Source(
                                        "r-2",
                                        "factory-mt1",
                                        "FACTORY",
                                        "沈阳第一机床厂",
                                        "m-2",
                                        null,
                                        at("02-27T12:03"),
                                        null),
                                new CustomersPages.Source(
                                        "r-3",
                                        "agent-a001",
                                        "AGENT",
                                        "沈阳一机床",
                                        "m-3",
                                        14L,
                                        at("03-01T08:12"),
                                        joined())),
                        Map.of(
                                "name",
                                name,
                                "uscc",
                                value(
                                        "91210100MA0000TQ0R",
                                        "factory-mt1",
                                        "FACTORY",
                                        null,
                                        at("02-27T12:03"),
                                        "TRUST_THEN_NEWEST"),
                                "province",
                                visits,
                                "contactName",
                                value("王工", "NE", "VISIT", null, at("03-02T09:30"), "TRUST_THEN_NEWEST"),
                                "contactPhone",
                                value("13900000000", "NE", "VISIT", null, at("03-02T09:30"), "TRUST_THEN_NEWEST"))),
                List.of(
                        new CustomersPages.PastValue("name", name, at("02-27T12:03"), null),
                        new CustomersPages.PastValue("name", agents, at("02-20T08:12"), at("02-27T12:03"))),
                List.of(new CustomersPages.Kin("c-2", "沈阳第二机床厂", Matching.Relation.SISTER_WORKS)),
                List.of(new VisitsPages.Visit(
                        "v-1",
                        "NE-2026-000123",
                        "NE",
                        "rep-ne-1",
                        "NE",
                        at("03-02T09:30"),
                        at("03-02T10:30"),
                        "r-1",
                        "m-1",
                        List.of("交货期太长"),
                        List.of(),
                        List.of(new VisitsPages.Reading(
                                "v-1",
                                "CK6150-0417",
                                "CK61500417",
                                "CK6150",
                                new BigDecimal("1200"),
                                1,
                                "主轴异响",
                                at("03-02T09:30"))),
                        List.of(),
                        List.of())),
                List.of(),
                List.of(line("a", "锻压车间成套：数控车床两台、桥式起重机、高压开关柜", "ACKNOWLEDGED", "A", "NE", "3000000")),
                List.of(quoted().demand(), refused().demand()),
                List.of(new SalesPages.Order(
                        "o-1",
                        "factory-mt1",
                        "MT1-251203-02",
                        1,
                        OffsetDateTime.parse("2025-12-03T10:00:00+08:00"),
                        null,
                        "NE",
                        List.of(),
                        "c-1",
                        "沈阳第一机床厂",
                        null,
                        null,
                        null,
                        "CNY",
                        "1520000.00",
                        "760000.00",
                        List.of(new SalesPages.OrderLine(
                                "1", "CK6180", "MACHINE_TOOL", "CK6180/2000", "2", "760000.00")),
                        List.of(),
                        List.of(new SalesPages.Shipment(
                                "S-1",
                                at("01-22T14:20"),
                                List.of(new SalesPages.ShippedLine("1", "1", "SN-7001", "SN7001")))),
                        List.of(new SalesPages.Payment("P-1", "760000.00", "CNY", at("02-27T15:06"))),
                        "m-9",
                        "SHIPPED")),
                List.of(new SalesPages.Line(
                        "l-1",
                        "agent-a001",
                        "2026-02",
                        "14",
                        LocalDate.of(2026, 2, 11),
                        "沈阳一机床",
                        "c-1",
                        "CK6150",
                        null,
                        "数控车床",
                        "5",
                        "380000.00",
                        null,
                        "SD-0211",
                        null,
                        null,
                        Map.of(),
                        List.of(),
                        "m-3",
                        14)));
    }

    static List<CustomersPages.CustomerLine> customers() {
        return List.of(
                new CustomersPages.CustomerLine(
                        "c-1",
                        41872,
                        "沈阳第一机床厂",
                        "91210100MA0000TQ0R",
                        "辽宁省",
                        "沈阳市",
                        "NE",
                        "ACTUAL",
                        at("03-02T10:30"),
                        at("03-02T10:30"),
                        false,
                        85),
                new CustomersPages.CustomerLine(
                        "c-2",
                        41871,
                        "青岛启航港务机械有限公司",
                        null,
                        "山东省",
                        "青岛市",
                        "E",
                        "PROSPECT",
                        at("03-01T09:30"),
                        at("01-20T09:30"),
                        true,
                        40));
    }

    static JournalPages.MessageLine messageLine(
            String id,
            String direction,
            String kind,
            String partner,
            String state,
            JournalPages.@Nullable Counts counts) {
        return new JournalPages.MessageLine(
                id,
                direction,
                kind,
                "REST",
                partner,
                partner,
                at("03-04T08:16"),
                state,
                null,
                counts == null ? null : "PARTLY",
                counts == null ? null : "销售202602.csv",
                state.equals("PARKED"),
                state.equals("PARKED") ? "PARTNER" : null,
                counts == null ? List.of(new JournalPages.Key("ORDER_NO", "MT1-251203-02")) : List.of(),
                null,
                1,
                counts,
                null);
    }

    static List<JournalPages.MessageLine> messageLines() {
        return List.of(
                messageLine("m1", "IN", "DEMAND_ANSWER", "factory-mt1", "APPLIED", null),
                messageLine(
                        "m2",
                        "IN",
                        "SALES_FILE",
                        "agent-a001",
                        "PARTLY",
                        new JournalPages.Counts(415, 412, 3, 0, 1, 1)),
                messageLine("m3", "OUT", "DEMAND", "factory-crane", "PARKED", null),
                messageLine("m4", "OUT", "DEMAND", "factory-mt1", "ACKNOWLEDGED", null),
                messageLine("m5", "IN", "ORDER", "factory-mt1", "DUPLICATE", null),
                messageLine("m6", "IN", "VISIT", "NE", "REFUSED", null),
                messageLine("m7", "OUT", "DEMAND", "factory-boiler", "CLAIMED", null));
    }

    /** A file of which not all has been read yet. */
    static JournalPages.Message fileBeingRead() {
        JournalPages.Message file = file();
        return new JournalPages.Message(
                file.id(),
                file.direction(),
                file.kind(),
                file.channel(),
                file.partner(),
                file.login(),
                file.receivedAt(),
                "UNDERSTOOD",
                "UNDERSTOOD",
                null,
                file.name(),
                null,
                false,
                null,
                file.keys(),
                null,
                List.of(),
                List.of(),
                List.of(),
                new JournalPages.Counts(420_000, 419_990, 10, 0, 1, 0.4271),
                null,
                null);
    }

    static List<JournalPages.RefusedRow> refusedRows() {
        return List.of(
                new JournalPages.RefusedRow(
                        "m2",
                        203,
                        "agent-a001",
                        "销售202602.csv",
                        at("03-04T08:16"),
                        List.of("销售日期", "客户名称", "产品编码", "数量"),
                        List.of("2026-02-30", "鞍山宏泰", "", "1", "多出来的"),
                        List.of(new JournalPages.RowRefusal(
                                203, "sold_on", "BAD_DATE", "2 月没有 30 日", "There is no 30 February"))),
                new JournalPages.RefusedRow(
                        "m2", 204, "agent-a001", "销售202602.csv", at("03-04T08:16"), List.of(), List.of(), List.of()));
    }

    static JournalPages.Message file() {
        return new JournalPages.Message(
                "m2",
                "IN",
                "SALES_FILE",
                "FILE",
                "agent-a001",
                "agent-a001",
                at("03-04T08:16"),
                "PARTLY",
                "APPLIED",
                "PARTLY",
                "销售202602.csv",
                null,
                false,
                null,
                List.of(new JournalPages.Key("AGENT", "agent-a001"), new JournalPages.Key("REPORT_NO", "2026-02")),
                new JournalPages.Reason(
                        "PARTLY", "3 行退回，其余 412 行已生效", "3 rows returned; the other 412 have taken effect"),
                List.of(
                        new JournalPages.RowRefusal(
                                87,
                                "product_code",
                                "UNKNOWN_PRODUCT",
                                "没有产品 CK615O，请核对编码末位是否为数字 0",
                                "There is no product CK615O; check whether the last character is the digit 0"),
                        new JournalPages.RowRefusal(
                                203,
                                "sold_on",
                                "BAD_DATE",
                                "2 月没有 30 日，请改日期",
                                "February has no 30th; correct the date")),
                List.of(
                        new JournalPages.Effect("sales", "sales-line", "l-1", at("03-04T08:16")),
                        new JournalPages.Effect("sales", "sales-line", "l-2", at("03-04T08:16")),
                        new JournalPages.Effect("customers", "customer", "c-1", at("03-04T08:16"))),
                List.of(new JournalPages.Attempt(1, at("03-04T08:16"), "hub-1", "APPLIED", 1800, null)),
                new JournalPages.Counts(415, 412, 3, 0, 1, 1),
                null,
                null);
    }

    static JournalPages.Message parkedDemand() {
        return new JournalPages.Message(
                "m3",
                "OUT",
                "DEMAND",
                "JMS",
                "factory-crane",
                null,
                at("03-03T10:15"),
                "PARKED",
                null,
                null,
                null,
                null,
                true,
                "PARTNER",
                List.of(),
                new JournalPages.Reason("PARKED", "对方连不上，试过 8 次", "The other side could not be reached in 8 tries"),
                List.of(),
                List.of(),
                List.of(new JournalPages.Attempt(1, at("03-03T10:15"), "hub-1", "FAILED", 120, "Connection refused")),
                null,
                "m1",
                null);
    }
}
