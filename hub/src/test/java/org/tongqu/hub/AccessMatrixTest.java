package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Who sees and does what")
class AccessMatrixTest extends HubTest {
    private static final String NOBODY = "nobody";
    private static final List<String> LOGINS = List.of(
            "admin",
            "desk",
            "auditor",
            "mgr-ne",
            "rep-ne-1",
            "rep-e-1",
            "factory-crane",
            "factory-boiler",
            "agent-a001",
            "agent-a002",
            "tech1",
            NOBODY);
    private static final Set<String> HEADQUARTERS = Set.of("admin", "desk", "auditor");
    private static final Set<String> NORTH_EAST = Set.of("mgr-ne", "rep-ne-1");

    private static @Nullable SownWorld world;
    private static @Nullable String refused;

    @Autowired
    private Sowing sowing;

    @BeforeEach
    void sowOnce() {
        if (world == null) {
            world = SownWorld.sow(sowing);
        }
        fileWithARefusedRow();
    }

    private static SownWorld world() {
        return java.util.Objects.requireNonNull(world);
    }

    /** One thing with an address of its own, and who besides headquarters sees it. */
    record Thing(String name, Function<SownWorld, String> path, Set<String> seenBy) {
        static Thing of(String name, Function<SownWorld, String> path, String... seenBy) {
            return new Thing(name, path, with(HEADQUARTERS, seenBy));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Thing> THINGS = List.of(
            Thing.of("ne visit message", world -> "/messages/" + world.neVisitMessage(), "mgr-ne", "rep-ne-1"),
            Thing.of("e visit message", world -> "/messages/" + world.eVisitMessage(), "rep-e-1"),
            Thing.of("crane answer message", world -> "/messages/" + world.craneAnswerMessage(), "factory-crane"),
            Thing.of("a001 file message", world -> "/messages/" + world.a001FileMessage(), "agent-a001"),
            Thing.of(
                    "ne visit payload",
                    world -> "/messages/" + world.neVisitMessage() + "/payload",
                    "mgr-ne",
                    "rep-ne-1"),
            Thing.of(
                    "crane answer payload",
                    world -> "/messages/" + world.craneAnswerMessage() + "/payload",
                    "factory-crane"),
            Thing.of("a001 file payload", world -> "/messages/" + world.a001FileMessage() + "/payload", "agent-a001"),
            Thing.of(
                    "ne customer",
                    world -> "/customers/" + world.neCustomer(),
                    "mgr-ne",
                    "rep-ne-1",
                    "factory-crane",
                    "agent-a001"),
            Thing.of(
                    "ne customer's people",
                    world -> "/customers/" + world.neCustomer() + "/contacts",
                    "mgr-ne",
                    "rep-ne-1",
                    "factory-crane",
                    "agent-a001"),
            Thing.of(
                    "ne customer's name and its history",
                    world -> "/customers/" + world.neCustomer() + "/values/name",
                    "mgr-ne",
                    "rep-ne-1",
                    "factory-crane",
                    "agent-a001"),
            Thing.of(
                    "what the ne visit changed",
                    world -> "/messages/" + world.neVisitMessage() + "/values",
                    "mgr-ne",
                    "rep-ne-1"),
            Thing.of("e customer", world -> "/customers/" + world.eCustomer(), "rep-e-1", "factory-boiler"),
            Thing.of("ne need", world -> "/needs/" + world.neNeed(), "mgr-ne", "rep-ne-1", "factory-crane"),
            Thing.of("e need", world -> "/needs/" + world.eNeed(), "rep-e-1", "factory-boiler"),
            Thing.of("crane demand", world -> "/demands/" + world.craneDemand(), "mgr-ne", "rep-ne-1", "factory-crane"),
            Thing.of("machine tool demand", world -> "/demands/" + world.machineToolDemand(), "mgr-ne", "rep-ne-1"),
            Thing.of("boiler demand", world -> "/demands/" + world.boilerDemand(), "rep-e-1", "factory-boiler"));

    /** A list, a thing that may stand in it, and who besides headquarters finds it there. */
    record Listed(String name, Function<SownWorld, String> path, Function<SownWorld, String> id, Set<String> seenBy) {
        static Listed of(
                String name, Function<SownWorld, String> path, Function<SownWorld, String> id, String... seenBy) {
            return new Listed(name, path, id, with(HEADQUARTERS, seenBy));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Listed> LISTS = List.of(
            Listed.of(
                    "message",
                    world -> "/messages?key=" + world.neVisitNo(),
                    SownWorld::neVisitMessage,
                    "mgr-ne",
                    "rep-ne-1"),
            Listed.of(
                    "file",
                    world -> "/messages?partner=agent-a001&kind=SALES_FILE",
                    SownWorld::a001FileMessage,
                    "agent-a001"),
            Listed.of(
                    "customer",
                    world -> "/customers?q=" + world.tag(),
                    SownWorld::neCustomer,
                    "mgr-ne",
                    "rep-ne-1",
                    "factory-crane",
                    "agent-a001"),
            Listed.of(
                    "any customer",
                    world -> "/customers?limit=200",
                    SownWorld::neCustomer,
                    "mgr-ne",
                    "rep-ne-1",
                    "factory-crane",
                    "agent-a001"),
            Listed.of(
                    "need",
                    world -> "/needs?visitNo=" + world.neVisitNo(),
                    SownWorld::neNeed,
                    "mgr-ne",
                    "rep-ne-1",
                    "factory-crane"),
            Listed.of(
                    "need of customer",
                    world -> "/needs?customerId=" + world.eCustomer(),
                    SownWorld::eNeed,
                    "rep-e-1",
                    "factory-boiler"),
            Listed.of("demand", world -> "/demands?limit=200", SownWorld::boilerDemand, "rep-e-1", "factory-boiler"));

    static Stream<Arguments> things() {
        return THINGS.stream().flatMap(AccessMatrixTest::forEachLogin);
    }

    static Stream<Arguments> lists() {
        return LISTS.stream().flatMap(AccessMatrixTest::forEachLogin);
    }

    static Stream<String> logins() {
        return LOGINS.stream();
    }

    private static Stream<Arguments> forEachLogin(Object what) {
        return LOGINS.stream().map(login -> Arguments.of(login, what));
    }

    @ParameterizedTest(name = "{0} asks for {1}")
    @MethodSource("things")
    @DisplayName("a thing is told to its own people; to others it is as if it were not there")
    void thing(String login, Thing thing) {
        Caller.Answer answer = ask(login, thing.path.apply(world()));
        if (login.equals(NOBODY)) {
            assertUnknown(answer);
        } else if (thing.seenBy.contains(login)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        } else {
            assertThat(answer.status()).as(answer.text()).isEqualTo(404);
            assertThat(answer.text()).isEqualTo(ask(login, neverThere(thing)).text());
        }
    }

    /** The same address with an id that never was. */
    private static String neverThere(Thing thing) {
        return thing.path
                .apply(world())
                .replaceFirst("[0-9a-f]{8}-[0-9a-f-]{27}", "00000000-0000-7000-8000-000000000000");
    }

    @ParameterizedTest(name = "{0} lists {1}")
    @MethodSource("lists")
    @DisplayName("a list holds what its asker may see and nothing else")
    void list(String login, Listed listed) {
        Caller.Answer answer = ask(login, listed.path.apply(world()));
        if (login.equals(NOBODY)) {
            assertUnknown(answer);
            return;
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> ids = answer.json().path("items").findValuesAsText("id");
        if (listed.seenBy.contains(login)) {
            assertThat(ids).contains(listed.id.apply(world()));
        } else {
            assertThat(ids).doesNotContain(listed.id.apply(world()));
        }
    }

    @ParameterizedTest(name = "{0} lists orders")
    @MethodSource("logins")
    @DisplayName("an order is listed for its factory, its agent, its region and headquarters")
    void order(String login) {
        assertListed(login, "/orders?orderNo=" + world().orderNo(), with(NORTH_EAST, "factory-crane", "agent-a001"));
    }

    @ParameterizedTest(name = "{0} lists reported sales")
    @MethodSource("logins")
    @DisplayName("an agent's reported sales are listed for the agent, the region's manager and headquarters")
    void salesLines(String login) {
        assertListed(login, "/sales?agent=agent-a001&reportNo=R-" + world().tag(), Set.of("mgr-ne", "agent-a001"));
    }

    private void assertListed(String login, String path, Set<String> besidesHeadquarters) {
        Caller.Answer answer = ask(login, path);
        if (login.equals(NOBODY)) {
            assertUnknown(answer);
            return;
        }
        boolean sees = HEADQUARTERS.contains(login) || besidesHeadquarters.contains(login);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("items")).as(answer.text()).hasSize(sees ? 1 : 0);
    }

    @ParameterizedTest(name = "{0} sends a parked message again")
    @MethodSource("logins")
    @DisplayName("only admin and desk send a parked message again; after a refusal it is parked as before")
    void resend(String login) {
        String id = parkedMessage();
        Caller.Answer answer = caller(login).post("/api/v1/messages/" + id + "/resend", "");
        if (Set.of("admin", "desk").contains(login)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(202);
            assertThat(auditLines(id)).isEqualTo("1");
            sowing.applied(id);
            assertThat(caller(login)
                            .post("/api/v1/messages/" + id + "/resend", "")
                            .status())
                    .isEqualTo(409);
            return;
        }
        assertRefused(login, answer);
        assertThat(sowing.one("select count(*) from journal.message where id = :id and parked_at is not null", id))
                .isEqualTo("1");
        assertThat(auditLines(id)).isEqualTo("0");
    }

    private String parkedMessage() {
        String message = sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-P%d","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"沈阳停放厂","province":"辽宁省"},"opinions":["好"]}""".formatted(Sowing.number()));
        sowing.park(message);
        return message;
    }

    private String auditLines(String object) {
        return sowing.one("select count(*) from platform.audit_line where object = :id", object);
    }

    @ParameterizedTest(name = "{0} enters a partner")
    @MethodSource("logins")
    @DisplayName("only admin enters a partner; after a refusal there is none")
    void partner(String login) {
        String code = "matrix-" + Sowing.number();
        Caller.Answer answer = caller(login)
                .post("/api/v1/partners", "{\"code\":\"%s\",\"kind\":\"AGENT\",\"name\":\"试验代理\"}".formatted(code));
        boolean may = login.equals("admin");
        if (may) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        } else {
            assertRefused(login, answer);
        }
        assertThat(sowing.one("select count(*) from partners.partner where code = :id", code))
                .isEqualTo(may ? "1" : "0");
    }

    @ParameterizedTest(name = "{0} reads partners")
    @MethodSource("logins")
    @DisplayName("who the partners are and what is settled about them is for headquarters")
    void readPartners(String login) {
        for (String path : List.of("", "/factory-crane", "/factory-crane/zones")) {
            Caller.Answer answer = ask(login, "/partners" + path);
            if (HEADQUARTERS.contains(login)) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            } else {
                assertRefused(login, answer);
            }
        }
    }

    @ParameterizedTest(name = "{0} settles how a factory sells and cuts the country")
    @MethodSource("logins")
    @DisplayName("only admin settles how a factory sells and cuts the country; after a refusal all is as before")
    void settlePartner(String login) {
        String factory = "settled-" + Sowing.number();
        caller("admin")
                .post("/api/v1/partners", "{\"code\":\"%s\",\"kind\":\"FACTORY\",\"name\":\"厂\"}".formatted(factory));
        Caller.Answer profile = caller(login)
                .put("/api/v1/partners/" + factory + "/profile", "{\"saleType\":\"TENDER\",\"channels\":[\"DIRECT\"]}");
        Caller.Answer cut = caller(login)
                .put(
                        "/api/v1/partners/" + factory + "/zones",
                        "{\"validFrom\":\"2026-01-01\",\"zones\":[{\"zone\":\"出口\",\"export\":true}]}");
        boolean may = login.equals("admin");
        if (may) {
            assertThat(profile.status()).as(profile.text()).isEqualTo(200);
            assertThat(cut.status()).as(cut.text()).isEqualTo(200);
        } else {
            assertRefused(login, profile);
            assertRefused(login, cut);
        }
        assertThat(sowing.one("select count(*) from partners.profile where partner = :id", factory))
                .isEqualTo(may ? "1" : "0");
        assertThat(sowing.one("select count(*) from partners.zone where partner = :id", factory))
                .isEqualTo(may ? "1" : "0");
    }

    @ParameterizedTest(name = "{0} names a partner's columns")
    @MethodSource("logins")
    @DisplayName("only admin says what a partner calls our columns; after a refusal they are as before")
    void columns(String login) {
        String code = "columns-" + Sowing.number();
        caller("admin")
                .post("/api/v1/partners", "{\"code\":\"%s\",\"kind\":\"AGENT\",\"name\":\"试验代理\"}".formatted(code));
        String path = "/api/v1/partners/" + code + "/columns";

        Caller.Answer answer = caller(login).put(path, "{\"InvoiceNo\":\"contract_no\"}");

        boolean may = login.equals("admin");
        if (may) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(auditLines(code)).isNotEqualTo("0");
        } else {
            assertRefused(login, answer);
            assertRefused(login, caller(login).get(path));
        }
        assertThat(sowing.one("select count(*) from partners.sheet_columns where partner = :id", code))
                .isEqualTo(may ? "1" : "0");
    }

    @ParameterizedTest(name = "{0} looks into the queue of refused rows")
    @MethodSource("logins")
    @DisplayName("a refused row is shown to its sender and to headquarters")
    void refusedRows(String login) {
        Caller.Answer answer = ask(login, "/refused-rows?partner=agent-a001&limit=200");
        if (login.equals(NOBODY)) {
            assertUnknown(answer);
            return;
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        boolean sees = HEADQUARTERS.contains(login) || login.equals("agent-a001");
        assertThat(answer.json().path("items").findValuesAsText("messageId").contains(fileWithARefusedRow()))
                .isEqualTo(sees);
    }

    private String fileWithARefusedRow() {
        String known = refused;
        if (known == null) {
            String text = "销售日期,客户名称,产品编码,数量\n2026-02-30,矩阵机床厂%d,CK6150,1\n".formatted(Sowing.number());
            known = sowing.file("agent-a001", "refused.csv", text);
            refused = known;
        }
        return known;
    }

    @ParameterizedTest(name = "{0} looks into differences")
    @MethodSource("logins")
    @DisplayName("differences, rules and scores are for headquarters and managers; what an agent is asked, for agents")
    void differences(String login) {
        boolean sees = HEADQUARTERS.contains(login) || login.equals("mgr-ne");
        for (String path : List.of("/discrepancies", "/reconciliation/rules", "/reconciliation/scores")) {
            answered(login, ask(login, path), sees);
        }
        answered(login, ask(login, "/questions"), login.startsWith("agent-"));
    }

    @ParameterizedTest(name = "{0} looks into the needs that run through an agent")
    @MethodSource("logins")
    @DisplayName("what runs through an agent is listed and answered by agents alone, and by those whose customer it is")
    void throughAgents(String login) {
        boolean agent = login.startsWith("agent-");
        answered(login, ask(login, "/agent-needs"), agent);
        Caller.Answer said =
                caller(login).post("/api/v1/agent-needs/" + world().craneDemand() + "/words", "{\"words\":\"试\"}");
        if (agent) {
            assertThat(said.status()).as("it serves nobody there").isEqualTo(404);
        } else {
            assertRefused(login, said);
        }
    }

    @ParameterizedTest(name = "{0} decides a difference")
    @MethodSource("logins")
    @DisplayName("differences are decided by desk and managers, rules changed by admin and desk")
    void decideDifference(String login) {
        Caller.Answer decided =
                caller(login).post("/api/v1/discrepancies/none/decision", "{\"verdict\":\"TIMING\",\"why\":\"试\"}");
        if (Set.of("desk", "mgr-ne").contains(login)) {
            assertThat(decided.status()).as(decided.text()).isEqualTo(404);
        } else {
            assertRefused(login, decided);
        }
        Caller.Answer changed = caller(login).post("/api/v1/reconciliation/rules", "{\"units\":-1,\"why\":\"试\"}");
        if (Set.of("desk", "admin").contains(login)) {
            assertThat(changed.status()).as(changed.text()).isEqualTo(422);
        } else {
            assertRefused(login, changed);
        }
    }

    @ParameterizedTest(name = "{0} looks at grade rules")
    @MethodSource("logins")
    @DisplayName(
            "grade rules are read by the house, changed by admin and desk, and a need is graded otherwise by the desk")
    void gradeRules(String login) {
        boolean reads = HEADQUARTERS.contains(login) || login.startsWith("mgr-") || login.startsWith("rep-");
        answered(login, ask(login, "/grade-rules"), reads);
        Caller.Answer changed = caller(login).post("/api/v1/grade-rules", "{\"rules\":[],\"why\":\"\"}");
        if (Set.of("desk", "admin").contains(login)) {
            assertThat(changed.status()).as(changed.text()).isEqualTo(422);
        } else {
            assertRefused(login, changed);
        }
        Caller.Answer graded = caller(login).post("/api/v1/needs/none/grade", "{\"grade\":\"A\",\"why\":\"试\"}");
        if (login.equals("desk")) {
            assertThat(graded.status()).as(graded.text()).isEqualTo(404);
        } else {
            assertRefused(login, graded);
        }
    }

    @ParameterizedTest(name = "{0} looks at the analysis")
    @MethodSource("logins")
    @DisplayName("what became of needs is for headquarters, the regions and, of their own demands, factories")
    void analysis(String login) {
        boolean sees = HEADQUARTERS.contains(login) || login.matches("(mgr|rep|factory)-.*");
        answered(login, ask(login, "/analysis"), sees);
        answered(login, ask(login, "/analysis/rows"), sees);
    }

    @ParameterizedTest(name = "{0} looks at dispatch")
    @MethodSource("logins")
    @DisplayName(
            "dispatches are for headquarters, the regions and technicians, who is sent for headquarters alone; the desk plans")
    void dispatch(String login) {
        boolean sees = HEADQUARTERS.contains(login) || login.matches("(mgr|rep)-.*") || login.equals("tech1");
        answered(login, ask(login, "/dispatches"), sees);
        answered(login, ask(login, "/dispatches/figures"), sees);
        answered(login, ask(login, "/technicians"), HEADQUARTERS.contains(login));
        Caller.Answer confirmed = caller(login).post("/api/v1/dispatches/none/confirm", "");
        if (login.equals("desk")) {
            assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(404);
        } else {
            assertRefused(login, confirmed);
        }
        Caller.Answer entered = caller(login).post("/api/v1/technicians", "{\"name\":\"\"}");
        if (Set.of("desk", "admin").contains(login)) {
            assertThat(entered.status()).as(entered.text()).isEqualTo(422);
        } else {
            assertRefused(login, entered);
        }
    }

    @ParameterizedTest(name = "{0} looks at the visit handbook")
    @MethodSource("logins")
    @DisplayName("the visit handbook is read by the house and changed by admin and desk")
    void visitHandbook(String login) {
        boolean reads = Set.of("admin", "desk", "auditor", "mgr-ne", "rep-ne-1", "rep-e-1")
                .contains(login);
        answered(login, ask(login, "/visit-handbook"), reads);
        answered(login, ask(login, "/visit-handbook/CRANE"), reads);
        Caller.Answer changed =
                caller(login).post("/api/v1/visit-handbook", "{\"productClass\":\"CRANE\",\"steps\":[],\"why\":\"试\"}");
        if (Set.of("admin", "desk").contains(login)) {
            assertThat(changed.code()).as(changed.text()).isEqualTo("STEPS_NOT_WHOLE");
        } else {
            assertRefused(login, changed);
        }
    }

    @ParameterizedTest(name = "{0} looks at customers that nobody keeps")
    @MethodSource("logins")
    @DisplayName("customers that nobody keeps are for the house; admin, desk and managers give them")
    void unkept(String login) {
        boolean house = HEADQUARTERS.contains(login) || login.matches("(mgr|rep)-.*");
        answered(login, ask(login, "/unkept-customers?limit=1"), house);
        Caller.Answer given = caller(login).post("/api/v1/keepers", "{\"customerId\":\"none\",\"login\":\"none\"}");
        if (Set.of("desk", "admin", "mgr-ne").contains(login)) {
            assertThat(given.status()).as(given.text()).isEqualTo(404);
        } else {
            assertRefused(login, given);
        }
    }

    @ParameterizedTest(name = "{0} looks at clocks, reminders and coverage")
    @MethodSource("logins")
    @DisplayName(
            "time rules and coverage are for headquarters and the regions, set by the desk and for coverage by managers; whoever may settle a wait has an inbox")
    void clocksAndCoverage(String login) {
        boolean house = HEADQUARTERS.contains(login) || login.matches("(mgr|rep)-.*");
        answered(login, ask(login, "/clocks"), house);
        answered(login, ask(login, "/coverage"), house);
        answered(login, ask(login, "/coverage/needs"), house);
        answered(login, ask(login, "/reminders"), (house && !login.equals("auditor")) || login.equals("tech1"));
        edits(login, "/clocks/rules", "{\"hop\":\"TEAM\"}", Set.of("desk", "admin"));
        edits(login, "/coverage/assignments", "{\"from\":\"2036-01-07\"}", Set.of("desk", "admin", "mgr-ne"));
    }

    private void edits(String login, String path, String nonsense, Set<String> may) {
        Caller.Answer answer = caller(login).post("/api/v1" + path, nonsense);
        if (may.contains(login)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        } else {
            assertRefused(login, answer);
        }
    }

    @ParameterizedTest(name = "{0} looks at service")
    @MethodSource("logins")
    @DisplayName(
            "service cases are for the house and whoever may be sent, actions and due maintenance for the house; the desk sends and with admin changes the rules")
    void service(String login) {
        boolean house = HEADQUARTERS.contains(login) || login.matches("(mgr|rep)-.*");
        answered(login, ask(login, "/service-cases"), house || login.equals("tech1") || login.startsWith("agent-"));
        answered(login, ask(login, "/actions"), house);
        answered(login, ask(login, "/action-rules"), house);
        answered(login, ask(login, "/maintenance"), house);
        Caller.Answer sent = caller(login).post("/api/v1/service-cases/none/send", "{}");
        if (login.equals("desk")) {
            assertThat(sent.status()).as(sent.text()).isEqualTo(404);
        } else {
            assertRefused(login, sent);
        }
        Caller.Answer changed = caller(login).put("/api/v1/action-rules", "{}");
        if (Set.of("desk", "admin").contains(login)) {
            assertThat(changed.status()).as(changed.text()).isEqualTo(422);
        } else {
            assertRefused(login, changed);
        }
    }

    @ParameterizedTest(name = "{0} looks at what was done for agents")
    @MethodSource("logins")
    @DisplayName("support actions are for headquarters and managers, logged by the desk and managers, and no agent's")
    void support(String login) {
        answered(login, ask(login, "/agent-support"), HEADQUARTERS.contains(login) || login.equals("mgr-ne"));
        Caller.Answer logged =
                caller(login).post("/api/v1/agent-support", "{\"agent\":\"none\",\"kind\":\"X\",\"purpose\":\"试\"}");
        if (Set.of("desk", "mgr-ne").contains(login)) {
            assertThat(logged.status()).as(logged.text()).isEqualTo(404);
        } else {
            assertRefused(login, logged);
        }
    }

    private void answered(String login, Caller.Answer answer, boolean sees) {
        if (sees) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        } else {
            assertRefused(login, answer);
        }
    }

    @ParameterizedTest(name = "{0} reads routing rules")
    @MethodSource("logins")
    @DisplayName("routing rules are read by the service company's people and not by partners")
    void readRouting(String login) {
        Caller.Answer answer = ask(login, "/routing-rules");
        if (Set.of("admin", "desk", "auditor", "mgr-ne", "rep-ne-1", "rep-e-1").contains(login)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.text()).contains("factory-crane");
        } else {
            assertRefused(login, answer);
        }
    }

    @ParameterizedTest(name = "{0} changes a routing rule")
    @MethodSource("logins")
    @DisplayName("routing rules are changed by admin and desk; after a refusal the rule is as before")
    void editRouting(String login) {
        String rules = "select count(*) from demand.routing_rule where product_class = :id";
        String before = sowing.one(rules, "ENVIRONMENTAL.WATER");
        Caller.Answer answer = caller(login).put("/api/v1/routing-rules", """
                        {"productClass":"ENVIRONMENTAL.WATER","factory":"factory-boiler"}""");
        if (Set.of("admin", "desk").contains(login)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        } else {
            assertRefused(login, answer);
            assertThat(sowing.one(rules, "ENVIRONMENTAL.WATER")).isEqualTo(before);
        }
    }

    private Caller.Answer ask(String login, String path) {
        return caller(login).get("/api/v1" + path);
    }

    private Caller caller(String login) {
        return login.equals(NOBODY) ? Caller.nobody(port) : Caller.as(port, login);
    }

    private static void assertRefused(String login, Caller.Answer answer) {
        if (login.equals(NOBODY)) {
            assertUnknown(answer);
        } else {
            assertThat(answer.status()).as(answer.text()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("NOT_ALLOWED");
        }
    }

    private static void assertUnknown(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
