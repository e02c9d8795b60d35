package org.tongqu.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Caller;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.SownWorld;
import org.tongqu.hub.people.People;
import org.tongqu.hub.people.SignIn;
import org.tongqu.routes.in.HttpInlet;

@DisplayName("openapi.json and the hub hold each other")
class OpenApiBothSidesTest extends HubTest {
    @Autowired
    private Sowing sowing;

    @Autowired
    private SignIn signIn;

    @Autowired
    private org.tongqu.hub.imports.AddressBooks books;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    private OpenApi api;

    @BeforeEach
    void read() {
        api = new OpenApi(Caller.nobody(port).get("/openapi.json").json());
    }

    @Test
    @DisplayName("what it names the hub serves, and what the hub serves it names")
    void bothSidesNameTheSame() {
        Set<String> served = new TreeSet<>();
        controllers.getHandlerMethods().keySet().forEach(mapping -> served.addAll(operations(mapping)));
        HttpInlet.paths().forEach(path -> served.add("POST " + path));
        served.removeIf(operation -> !operation.contains(" /api/"));
        Set<String> named = api.operations();
        assertThat(named.stream().filter(operation -> operation.contains(" /api/")))
                .containsExactlyInAnyOrderElementsOf(served);
        named.stream()
                .filter(operation -> !operation.contains(" /api/"))
                .forEach(operation -> assertThat(Caller.nobody(port)
                                .get(operation.substring("GET ".length()))
                                .status())
                        .as(operation)
                        .isEqualTo(200));
    }

    @Test
    @DisplayName("it names every question a list understands, and no other")
    void bothSidesNameTheSameQuestions() {
        controllers
                .getHandlerMethods()
                .forEach((mapping, method) -> operations(mapping).stream()
                        .filter(operation -> operation.contains(" /api/"))
                        .forEach(operation -> assertThat(api.questions(operation))
                                .as(operation)
                                .isEqualTo(questions(method))));
    }

    @Test
    @DisplayName("receipts are what it promises, and so are refusals")
    void receiptsAreWhatItPromises() {
        Caller rep = Caller.as(port, "rep-ne-1");
        String visit = visit(Sowing.number());
        api.holds("POST /api/v1/visits", rep.post("/api/v1/visits", visit));
        api.holds("POST /api/v1/visits", rep.post("/api/v1/visits", "[" + visit + ",{}]"));
        api.holds("POST /api/v1/visits", rep.post("/api/v1/visits", "{}"));
        api.holds("POST /api/v1/visits", rep.post("/api/v1/visits", "{"));
        api.holds("POST /api/v1/visits", Caller.nobody(port).post("/api/v1/visits", visit));
        api.holds("POST /api/v1/orders", rep.post("/api/v1/orders", "{}"));
        api.holds(
                "POST /api/v1/acknowledgements",
                Caller.as(port, "factory-crane").post("/api/v1/acknowledgements", "{}"));
        api.holds("POST /api/v1/answers", Caller.as(port, "factory-crane").post("/api/v1/answers", "{}"));
    }

    @Test
    @DisplayName("lists and single things are what it promises, field by field")
    void whatIsReadIsWhatItPromises() {
        SownWorld world = SownWorld.sow(sowing);
        Caller desk = Caller.as(port, "desk");
        api.holds("GET /api/v1/orders", desk.get("/api/v1/orders?orderNo=" + world.orderNo()));
        api.holds("GET /api/v1/sales", desk.get("/api/v1/sales?agent=agent-a001&limit=1"));
        api.holds("GET /api/v1/messages", desk.get("/api/v1/messages?limit=50"));
        api.holds("GET /api/v1/refused-rows", desk.get("/api/v1/refused-rows?limit=5"));
        api.holds("GET /api/v1/refused-rows", desk.get("/api/v1/refused-rows?after=nothing"));
        api.holds("GET /api/v1/messages/{id}", desk.get("/api/v1/messages/" + world.a001FileMessage()));
        api.holds("GET /api/v1/customers", desk.get("/api/v1/customers?q=" + world.tag()));
        api.holds("GET /api/v1/search", desk.get("/api/v1/search?q=" + world.orderNo()));
        api.holds("GET /api/v1/search", desk.get("/api/v1/search?q=" + world.tag()));
        api.holds(
                "GET /api/v1/customers/{id}", desk.get("/api/v1/customers/" + world.neCustomer() + "?provenance=true"));
        String customer = "/api/v1/customers/" + world.neCustomer();
        api.holds("GET /api/v1/customers/{id}/values/{field}", desk.get(customer + "/values/city"));
        api.holds("GET /api/v1/customers/{id}/values/{field}", desk.get(customer + "/values/uscc"));
        api.holds("GET /api/v1/customers/{id}/values/{field}", desk.get(customer + "/values/colour"));
        api.holds("GET /api/v1/customers/{id}/contacts", desk.get(customer + "/contacts"));
        api.holds(
                "GET /api/v1/messages/{id}/values", desk.get("/api/v1/messages/" + world.neVisitMessage() + "/values"));
        api.holds("GET /api/v1/needs", desk.get("/api/v1/needs?visitNo=" + world.neVisitNo()));
        api.holds("GET /api/v1/needs/{id}", desk.get("/api/v1/needs/" + world.neNeed()));
        api.holds("GET /api/v1/parked-queue", desk.get("/api/v1/parked-queue"));
        api.holds("GET /api/v1/demands", desk.get("/api/v1/demands?limit=5"));
        api.holds("GET /api/v1/demands/{id}", desk.get("/api/v1/demands/" + world.craneDemand()));
    }

    @Test
    @DisplayName("troubles are what it promises")
    void troublesAreWhatItPromises() {
        SownWorld world = SownWorld.sow(sowing);
        Caller desk = Caller.as(port, "desk");
        api.holds("GET /api/v1/needs", desk.get("/api/v1/needs?limit=0"));
        api.holds("GET /api/v1/needs", Caller.nobody(port).get("/api/v1/needs"));
        api.holds("GET /api/v1/needs/{id}", Caller.as(port, "rep-e-1").get("/api/v1/needs/" + world.neNeed()));
        api.holds(
                "POST /api/v1/messages/{id}/resend",
                desk.post("/api/v1/messages/" + world.neVisitMessage() + "/resend", ""));
        api.holds(
                "POST /api/v1/messages/{id}/resend",
                Caller.as(port, "auditor").post("/api/v1/messages/" + world.neVisitMessage() + "/resend", ""));
    }

    @Test
    @DisplayName("partners and routing rules are what it promises")
    void partnersAndRulesAreWhatItPromises() {
        Caller admin = Caller.as(port, "admin");
        String code = "openapi-" + Sowing.number();
        String partner = "{\"code\":\"%s\",\"kind\":\"AGENT\",\"name\":\"开放接口代理商\"}".formatted(code);
        api.holds("POST /api/v1/partners", admin.post("/api/v1/partners", partner));
        api.holds("POST /api/v1/partners", admin.post("/api/v1/partners", partner));
        api.holds("POST /api/v1/partners", admin.post("/api/v1/partners", "{}"));
        api.holds("POST /api/v1/partners", Caller.as(port, "desk").post("/api/v1/partners", partner));
        String columns = "/api/v1/partners/" + code + "/columns";
        api.holds("GET /api/v1/partners/{code}/columns", admin.get(columns));
        api.holds(
                "PUT /api/v1/partners/{code}/columns",
                admin.put(columns, "{\"InvoiceNo\":\"contract_no\",\"Land\":\"extra\"}"));
        api.holds("PUT /api/v1/partners/{code}/columns", admin.put(columns, "{\"InvoiceNo\":\"nothing\"}"));
        api.holds("PUT /api/v1/partners/{code}/columns", admin.put("/api/v1/partners/nobody/columns", "{}"));
        api.holds("GET /api/v1/partners/{code}/columns", Caller.as(port, "desk").get(columns));
        api.holds("GET /api/v1/routing-rules", admin.get("/api/v1/routing-rules"));
        api.holds("GET /api/v1/routing-rules", Caller.as(port, "agent-a001").get("/api/v1/routing-rules"));
        String rule = "{\"productClass\":\"%s\",\"factory\":\"factory-crane\"}";
        api.holds("PUT /api/v1/routing-rules", admin.put("/api/v1/routing-rules", rule.formatted("CRANE")));
        api.holds("PUT /api/v1/routing-rules", admin.put("/api/v1/routing-rules", rule.formatted("NOTHING")));
    }

    @Test
    @DisplayName("what runs through an agent is what it promises")
    void throughAnAgentIsWhatItPromises() {
        SownWorld world = SownWorld.sow(sowing);
        Caller desk = Caller.as(port, "desk");
        desk.post("/api/v1/agents/agent-a002/of-record", "{\"customers\":[\"" + world.neCustomer() + "\"]}");
        Caller agent = Caller.as(port, "agent-a002");
        String need = "/api/v1/agent-needs/" + world.craneDemand();
        assertThat(agent.post(need + "/words", "{\"words\":\"收到\"}").status()).isEqualTo(204);
        api.holds("POST /api/v1/agent-needs/{id}/words", desk.post(need + "/words", "{}"));
        api.holds("GET /api/v1/agent-needs", agent.get("/api/v1/agent-needs?limit=5"));
        api.holds("GET /api/v1/agent-needs", desk.get("/api/v1/agent-needs"));
        api.holds("GET /api/v1/agent-needs/{id}", agent.get(need));
        api.holds("GET /api/v1/agent-needs/{id}", Caller.as(port, "agent-a001").get(need));
        api.holds("GET /api/v1/demands/{id}", desk.get("/api/v1/demands/" + world.craneDemand()));
    }

    @Test
    @DisplayName("a factory's secret and what it fetches are what it promises")
    void fetchingIsWhatItPromises() {
        SownWorld.sow(sowing);
        api.holds("GET /api/v1/demands/open", Caller.as(port, "factory-mt1").get("/api/v1/demands/open?limit=2"));
        api.holds("GET /api/v1/demands/open", Caller.as(port, "desk").get("/api/v1/demands/open"));
        String secret = "PUT /api/v1/partners/{code}/soap-secret";
        Caller admin = Caller.as(port, "admin");
        for (String factory : List.of("agent-a001", "nobody-here")) {
            api.holds(secret, admin.put("/api/v1/partners/" + factory + "/soap-secret", "{\"secret\":\"demo\"}"));
        }
        api.holds(
                secret,
                Caller.as(port, "desk").put("/api/v1/partners/factory-printing/soap-secret", "{\"secret\":\"demo\"}"));
        String factory =
                "{\"code\":\"openapi-f%d\",\"kind\":\"FACTORY\",\"name\":\"开放接口厂\"}".formatted(Sowing.number());
        api.holds("POST /api/v1/partners", admin.post("/api/v1/partners", factory));
    }

    @Test
    @DisplayName("what is settled about a factory is what it promises")
    void settingsAreWhatItPromises() {
        Caller admin = Caller.as(port, "admin");
        String profile = "{\"saleType\":\"TENDER\",\"channels\":[\"DIRECT\",\"AGENT\"],\"agents\":12}";
        String cut = "{\"validFrom\":\"2020-01-01\",\"zones\":[{\"zone\":\"出口\",\"export\":true}]}";
        for (String factory : List.of("factory-printing", "agent-a001", "nobody-here")) {
            String path = "/api/v1/partners/" + factory;
            api.holds("PUT /api/v1/partners/{code}/profile", admin.put(path + "/profile", profile));
            api.holds("PUT /api/v1/partners/{code}/zones", admin.put(path + "/zones", cut));
            api.holds("GET /api/v1/partners/{code}/profile", admin.get(path + "/profile"));
            api.holds("GET /api/v1/partners/{code}/zones", admin.get(path + "/zones"));
            api.holds("GET /api/v1/partners/{code}", admin.get(path));
        }
        api.holds("GET /api/v1/partners", admin.get("/api/v1/partners?limit=200"));
        api.holds("GET /api/v1/partners", Caller.as(port, "factory-crane").get("/api/v1/partners"));
        api.holds(
                "PUT /api/v1/partners/{code}/zones",
                Caller.as(port, "desk").put("/api/v1/partners/factory-printing/zones", cut));
    }

    @Test
    @DisplayName("imports are what it promises")
    void importsAreWhatItPromises() {
        Caller desk = Caller.as(port, "desk");
        String firm = org.tongqu.hub.Brands.firm();
        String text = "公司,姓名,手机\n" + firm + ",赵一,13912340001\n,钱二,\n";
        String id = java.util.Objects.requireNonNull(books.handIn(
                        new org.tongqu.connectors.canon.Sender("desk", Sender.Role.DESK, null, null),
                        firm + ".csv",
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .id());
        String one = "/api/v1/imports/" + id;
        org.awaitility.Awaitility.await()
                .until(() -> desk.get(one).json().at("/line/state").asText().equals("READY"));
        api.holds("GET /api/v1/imports", desk.get("/api/v1/imports?limit=5"));
        api.holds("GET /api/v1/imports/{id}", desk.get(one));
        api.holds("GET /api/v1/imports/{id}", desk.get("/api/v1/imports/none"));
        api.holds("GET /api/v1/imports/{id}/rows", desk.get(one + "/rows"));
        api.holds("GET /api/v1/imports/{id}/rows", desk.get(one + "/rows?verdict=ODD"));
        api.holds("POST /api/v1/imports/{id}/undo", desk.post(one + "/undo", "{\"why\":\"传错\"}"));
        api.holds("POST /api/v1/imports/{id}/redo", desk.post(one + "/redo", ""));
        assertThat(desk.post(one + "/acceptance", "{\"doubtful\":true}").status())
                .isEqualTo(204);
        api.holds("POST /api/v1/imports/{id}/acceptance", desk.post(one + "/acceptance", "{}"));
        org.awaitility.Awaitility.await()
                .until(() -> desk.get(one).json().at("/line/state").asText().equals("TAKEN"));
        api.holds("GET /api/v1/imports/{id}", desk.get(one));
    }

    @Test
    @DisplayName("dispatches and technicians are what it promises")
    void dispatchIsWhatItPromises() {
        Caller desk = Caller.as(port, "desk");
        String all = "/api/v1/dispatches";
        String people = "/api/v1/technicians";
        Caller.Answer entered = desk.post(people, """
                {"name":"契约工","level":3,"region":"NE","lineManager":"总工办","daysCap":15,
                 "skills":[{"productClass":"BOILER.PARTS","trade":"DESIGN"},{"productClass":"BOILER.PARTS","trade":"ELECTRICAL"}]}""");
        api.holds("POST /api/v1/technicians", entered);
        api.holds("POST /api/v1/technicians", desk.post(people, "{\"name\":\"x\"}"));
        String technician = entered.json().path("id").asText();
        String away = people + "/" + technician + "/absences";
        Caller.Answer absent = desk.post(away, "{\"from\":\"2030-01-07\",\"until\":\"2030-01-08\",\"why\":\"年假\"}");
        api.holds("POST /api/v1/technicians/{id}/absences", absent);
        api.holds("POST /api/v1/technicians/{id}/absences", desk.post(away, "{\"from\":\"x\"}"));
        api.holds("GET /api/v1/technicians", desk.get(people));
        api.holds("GET /api/v1/technicians", Caller.as(port, "rep-ne-1").get(people));
        done(desk.post(away + "/" + absent.json().path("id").asText() + "/take-back", ""));
        String number = "OD" + Sowing.number();
        String message = sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"契约锅炉厂%1$s","province":"辽宁"},
                 "needs":[{"needNo":"1","summary":"备件","parts":[{"productClass":"BOILER.PARTS","qty":"1"}]}]}""".formatted(number));
        String need = sowing.one("select id from needs.need where message_id = :id", message);
        Caller rep = Caller.as(port, "rep-ne-1");
        String wanted = "{\"needId\":\"%s\"}".formatted(need);
        Caller.Answer asked = rep.post(all, wanted);
        api.holds("POST /api/v1/dispatches", asked);
        api.holds("POST /api/v1/dispatches", rep.post(all, wanted));
        String one = all + "/" + asked.json().path("id").asText();
        api.holds("GET /api/v1/dispatches", desk.get(all + "?needId=" + need));
        api.holds("GET /api/v1/dispatches", desk.get(all + "?state=LOST"));
        api.holds("GET /api/v1/dispatches/figures", desk.get(all + "/figures"));
        api.holds("GET /api/v1/dispatches/{id}/alternatives", desk.get(one + "/alternatives"));
        api.holds("POST /api/v1/dispatches/plan", desk.post(all + "/plan", ""));
        String pin = "POST /api/v1/dispatches/{id}/places/{n}/pin";
        api.holds(pin, desk.post(one + "/places/1/pin", "{\"technician\":\"%s\"}".formatted(technician)));
        api.holds(pin, desk.post(one + "/places/9/pin", "{\"technician\":\"%s\"}".formatted(technician)));
        api.holds("POST /api/v1/dispatches/{id}/places/{n}/refuse", desk.post(one + "/places/1/refuse", "{}"));
        done(desk.post(one + "/places/1/unpin", ""));
        done(desk.post(one + "/deadline", "{\"deadline\":\"2030-03-09T17:00:00+08:00\"}"));
        api.holds("POST /api/v1/dispatches/{id}/deadline", desk.post(one + "/deadline", "{}"));
        api.holds("POST /api/v1/dispatches/{id}/rating", rep.post(one + "/rating", "{\"stars\":9}"));
        api.holds("POST /api/v1/dispatches/{id}/confirm", desk.post(one + "/confirm", ""));
        api.holds("POST /api/v1/dispatches/{id}/close", desk.post(one + "/close", "{}"));
        done(desk.post(one + "/close", "{\"note\":\"先看铭牌\"}"));
        api.holds("GET /api/v1/dispatches/{id}", desk.get(one));
        done(rep.post(one + "/rating", "{\"stars\":5}"));
        api.holds("GET /api/v1/dispatches/{id}", rep.get(one));
        api.holds("GET /api/v1/dispatches/{id}", desk.get(all + "/none"));
        api.holds("PUT /api/v1/technicians/{id}", desk.put(people + "/" + technician, "{}"));
        done(desk.put(people + "/" + technician, """
                {"name":"契约工","level":3,"region":"NE","lineManager":"总工办","daysCap":0,"active":false}"""));
    }

    @Test
    @DisplayName("the calendar, time rules and reminders are what it promises")
    void clocksAreWhatItPromises() {
        Caller desk = Caller.as(port, "desk");
        Caller factory = Caller.as(port, "factory-crane");
        String clocks = "/api/v1/clocks";
        done(desk.post(
                clocks + "/days", "{\"day\":\"2035-01-01\",\"kind\":\"OFF\",\"name\":\"元旦\",\"source\":\"契约\"}"));
        api.holds("POST /api/v1/clocks/days", desk.post(clocks + "/days", "{\"day\":\"2035-01-01\"}"));
        api.holds("POST /api/v1/clocks/days", desk.post(clocks + "/days", "{}"));
        api.holds("GET /api/v1/clocks", desk.get(clocks + "?year=2035"));
        api.holds("GET /api/v1/clocks", desk.get(clocks + "?year=x"));
        api.holds("GET /api/v1/clocks", factory.get(clocks));
        done(desk.post(
                clocks + "/hours",
                "{\"from1\":\"08:30\",\"until1\":\"12:00\",\"from2\":\"13:00\",\"until2\":\"17:30\"}"));
        api.holds("POST /api/v1/clocks/hours", desk.post(clocks + "/hours", "{}"));
        String rule =
                "{\"hop\":\"ANSWER\",\"grade\":\"B\",\"hours\":%d,\"warnHours\":4,\"managerHours\":4,\"deskHours\":8}";
        done(desk.post(clocks + "/rules", rule.formatted(16)));
        api.holds("POST /api/v1/clocks/rules", desk.post(clocks + "/rules", rule.formatted(0)));
        String reminders = "/api/v1/reminders";
        api.holds("GET /api/v1/reminders", desk.get(reminders));
        api.holds("GET /api/v1/reminders", desk.get(reminders + "?state=PAST&limit=200"));
        api.holds("GET /api/v1/reminders", desk.get(reminders + "?state=LOST"));
        api.holds("GET /api/v1/reminders", factory.get(reminders));
        api.holds("POST /api/v1/reminders/{id}/done", desk.post(reminders + "/none/done", ""));
        api.holds(
                "POST /api/v1/reminders/{id}/snooze",
                desk.post(reminders + "/none/snooze", "{\"until\":\"2001-01-01\"}"));
    }

    @Test
    @DisplayName("the coverage matrix is what it promises")
    void coverageIsWhatItPromises() {
        Caller desk = Caller.as(port, "desk");
        String all = "/api/v1/coverage";
        String person =
                "{\"login\":\"rep-e-1\",\"region\":\"E\",\"productClass\":\"PRINTING\",\"directSeller\":true,\"from\":\"2036-01-07\",\"until\":\"2036-01-08\"}";
        Caller.Answer put = desk.post(all + "/assignments", person);
        api.holds("POST /api/v1/coverage/assignments", put);
        api.holds("POST /api/v1/coverage/assignments", desk.post(all + "/assignments", person));
        Caller.Answer away = desk.post(
                all + "/absences",
                "{\"login\":\"rep-e-1\",\"from\":\"2036-01-07\",\"until\":\"2036-01-07\",\"standIn\":\"rep-ne-1\",\"why\":\"年假\"}");
        api.holds("POST /api/v1/coverage/absences", away);
        api.holds("POST /api/v1/coverage/absences", desk.post(all + "/absences", "{}"));
        api.holds("GET /api/v1/coverage", desk.get(all + "?day=2036-01-07"));
        api.holds("GET /api/v1/coverage", desk.get(all + "?day=x"));
        api.holds("GET /api/v1/coverage", Caller.as(port, "factory-crane").get(all));
        api.holds("GET /api/v1/coverage/needs", Caller.as(port, "rep-e-1").get(all + "/needs"));
        done(desk.post(all + "/absences/" + away.json().path("id").asText() + "/take-back", ""));
        api.holds("POST /api/v1/coverage/absences/{id}/take-back", desk.post(all + "/absences/none/take-back", ""));
        done(desk.post(all + "/assignments/" + put.json().path("id").asText() + "/end", ""));
        api.holds("POST /api/v1/coverage/assignments/{id}/end", desk.post(all + "/assignments/none/end", ""));
    }

    @Test
    @DisplayName("service cases, machines, actions and activities are what it promises")
    void serviceIsWhatItPromises() {
        SownWorld world = SownWorld.sow(sowing);
        Caller rep = Caller.as(port, "rep-ne-1");
        String customer = world.neCustomer();
        String cases = "/api/v1/service-cases";
        Caller.Answer opened = rep.post(cases, "{\"customerId\":\"%s\",\"trouble\":\"异响\"}".formatted(customer));
        api.holds("POST /api/v1/service-cases", opened);
        api.holds("POST /api/v1/service-cases", rep.post(cases, "{}"));
        String one = cases + "/" + opened.json().path("id").asText();
        api.holds("GET /api/v1/service-cases", rep.get(cases + "?limit=3"));
        api.holds("GET /api/v1/service-cases", rep.get(cases + "?state=LOST"));
        api.holds("GET /api/v1/service-cases/{id}", Caller.as(port, "desk").get(one));
        api.holds("POST /api/v1/service-cases/{id}/send", rep.post(one + "/send", "{}"));
        api.holds("POST /api/v1/service-cases/{id}/arrive", rep.post(one + "/arrive", ""));
        done(rep.post(one + "/close", "{\"words\":\"\"}"));
        String equipment = "/api/v1/equipment";
        String body = "{\"customerId\":\"%s\",\"serial\":\"OA-%s\",\"installedOn\":\"2001-01-01\",\"planMonths\":6}"
                .formatted(customer, world.tag());
        Caller.Answer kept = rep.put(equipment, body);
        api.holds("PUT /api/v1/equipment", kept);
        api.holds("PUT /api/v1/equipment", rep.put(equipment, "{\"customerId\":\"x\"}"));
        api.holds("GET /api/v1/equipment", rep.get(equipment + "?customerId=" + customer));
        done(rep.post(equipment + "/" + kept.json().path("id").asText() + "/maintenance", "{}"));
        api.holds("GET /api/v1/maintenance", rep.get("/api/v1/maintenance?days=400"));
        api.holds("GET /api/v1/maintenance", rep.get("/api/v1/maintenance?days=many"));
        api.holds("GET /api/v1/actions", rep.get("/api/v1/actions?customerId=" + customer));
        api.holds("GET /api/v1/actions", rep.get("/api/v1/actions"));
        Caller.Answer aside = rep.post(
                "/api/v1/actions/dismissals",
                "{\"customerId\":\"%s\",\"rule\":\"OVERDUE_VISIT\",\"why\":\"试\"}".formatted(customer));
        api.holds("POST /api/v1/actions/dismissals", aside);
        done(rep.post("/api/v1/actions/dismissals/" + aside.json().path("id").asText() + "/undo", ""));
        api.holds("GET /api/v1/action-rules", rep.get("/api/v1/action-rules"));
        api.holds("PUT /api/v1/action-rules", rep.put("/api/v1/action-rules", "{}"));
        done(rep.post(
                "/api/v1/activities",
                "{\"customerId\":\"%s\",\"kind\":\"QUOTE_SENT\",\"words\":\"报价\",\"amount\":\"1000\"}"
                        .formatted(customer)));
        api.holds("GET /api/v1/activities", rep.get("/api/v1/activities?customerId=" + customer));
    }

    @Test
    @DisplayName("what was done for agents is what it promises")
    void supportIsWhatItPromises() {
        Caller desk = Caller.as(port, "desk");
        String all = "/api/v1/agent-support";
        String training = "{\"agent\":\"agent-a001\",\"kind\":\"TRAINING\",\"purpose\":\"试\"}";
        Caller.Answer logged = desk.post(all, training);
        api.holds("POST /api/v1/agent-support", logged);
        api.holds("POST /api/v1/agent-support", desk.post(all, "{\"agent\":\"agent-a001\"}"));
        api.holds("POST /api/v1/agent-support", desk.post(all, "{\"agent\":\"none\"}"));
        api.holds("GET /api/v1/agent-support", desk.get(all + "?agent=agent-a001&limit=1"));
        String withdraw = all + "/" + logged.json().path("id").asText() + "/withdraw";
        done(desk.post(withdraw, "{\"why\":\"试\"}"));
        api.holds("POST /api/v1/agent-support/{id}/withdraw", desk.post(withdraw, "{\"why\":\"试\"}"));
        api.holds("POST /api/v1/agent-support/{id}/withdraw", desk.post(all + "/none/withdraw", "{\"why\":\"试\"}"));
        api.holds("GET /api/v1/agent-support", desk.get(all + "?agent=agent-a001&kind=TRAINING"));
        api.holds("GET /api/v1/agent-support", desk.get(all + "?kind=PRESENT"));
        api.holds("GET /api/v1/agent-support", Caller.as(port, "agent-a001").get(all));
    }

    @Test
    @DisplayName("differences, questions, rules and scores are what it promises")
    void reconciliationIsWhatItPromises() {
        Caller desk = Caller.as(port, "desk");
        String number = "OA" + Sowing.number();
        sowing.order("factory-mt1", """
                {"orderNo":"%1$s","orderedAt":"2026-03-02T08:00:00+08:00","customer":{"name":"开放接口机床厂%1$s","province":"辽宁省","city":"沈阳市"},
                 "agent":"agent-a001","currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"%1$s","productClass":"MACHINE_TOOL","qty":"2","unitPrice":"1000.00"}],
                 "milestones":[{"kind":"SHIPPED","at":"2026-03-04T09:00:00+08:00"}]}
                """.formatted(number));
        String list = "/api/v1/discrepancies?agent=agent-a001&limit=200";
        org.awaitility.Awaitility.await()
                .until(() -> desk.get(list)
                        .json()
                        .path("items")
                        .findValuesAsText("product")
                        .contains(number));
        api.holds("GET /api/v1/discrepancies", desk.get(list));
        api.holds("GET /api/v1/discrepancies", desk.get(list + "&state=LOST"));
        api.holds("GET /api/v1/discrepancies", Caller.as(port, "agent-a001").get(list));
        String id = java.util.stream.StreamSupport.stream(
                        desk.get(list).json().path("items").spliterator(), false)
                .filter(line -> line.path("product").asText().equals(number))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        String one = "/api/v1/discrepancies/" + id;
        api.holds("POST /api/v1/discrepancies/{id}/questions", desk.post(one + "/questions", "{\"words\":\"\"}"));
        done(desk.post(one + "/questions", "{\"words\":\"在库吗\"}"));
        Caller agent = Caller.as(port, "agent-a001");
        api.holds("GET /api/v1/questions", agent.get("/api/v1/questions"));
        api.holds("GET /api/v1/questions", desk.get("/api/v1/questions"));
        String question = "/api/v1/questions/"
                + agent.get("/api/v1/questions").json().at("/items/0/id").asText();
        String answer = "POST /api/v1/questions/{id}/answer";
        api.holds(answer, agent.post(question + "/answer", "{}"));
        done(agent.post(question + "/answer", "{\"answer\":\"在库\"}"));
        String decide = "POST /api/v1/discrepancies/{id}/decision";
        api.holds(decide, desk.post(one + "/decision", "{\"verdict\":\"MAYBE\"}"));
        done(desk.post(one + "/decision", "{\"verdict\":\"TIMING\",\"why\":\"在库\"}"));
        api.holds(decide, desk.post(one + "/decision", "{\"verdict\":\"TIMING\",\"why\":\"再来\"}"));
        api.holds("GET /api/v1/discrepancies/{id}", desk.get(one));
        api.holds("GET /api/v1/discrepancies/{id}", desk.get("/api/v1/discrepancies/none"));
        api.holds("GET /api/v1/discrepancies", desk.get(list));
        done(desk.post(one + "/take-back", ""));
        api.holds("POST /api/v1/discrepancies/{id}/take-back", desk.post(one + "/take-back", ""));
        String rules = "/api/v1/reconciliation/";
        api.holds("POST " + rules + "rules", desk.post(rules + "rules", "{\"units\":-1,\"why\":\"x\"}"));
        api.holds("POST " + rules + "rules", desk.post(rules + "rules", "{\"units\":1e99}"));
        done(desk.post(rules + "synonyms", "{\"said\":\"%1$s别名\",\"product\":\"%1$s\"}".formatted(number)));
        done(desk.post(rules + "units", "{\"unit\":\"%s\",\"factor\":12}".formatted(number)));
        api.holds("GET " + rules + "rules", desk.get(rules + "rules"));
        for (String kind : List.of("synonyms", "units")) {
            String last =
                    desk.get(rules + "rules").json().at("/" + kind + "/0/id").asText();
            api.holds("POST " + rules + kind + "/{id}/revoke", desk.post(rules + kind + "/none/revoke", ""));
            assertThat(last).as(kind).isNotEmpty();
        }
        api.holds("GET " + rules + "scores", desk.get(rules + "scores"));
    }

    private static void done(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    @Test
    @DisplayName("notes, visit plans and handovers are what it promises")
    void keepingIsWhatItPromises() {
        String leaver = "openapi-rep-" + Sowing.number();
        signIn.add(List.of(new People.User(leaver, "开放接口代表", Sender.Role.REP, "NE", null, true)), "demo", false);
        sowing.visit(leaver, "NE", visit(Sowing.number()).replace("rep-ne-1", leaver));
        Caller rep = Caller.as(port, leaver);
        String customer = rep.get("/api/v1/customers?q="
                        + java.net.URLEncoder.encode("开放接口机床厂", java.nio.charset.StandardCharsets.UTF_8))
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        String about = "{\"customerId\":\"" + customer + "\",";
        rep.post("/api/v1/notes", about + "\"words\":\"记\",\"handOver\":true}");
        rep.post("/api/v1/visit-plans", about + "\"day\":\"2099-01-01\",\"purpose\":\"看\"}");
        api.holds("POST /api/v1/notes", rep.post("/api/v1/notes", about + "\"words\":\"\"}"));
        api.holds("POST /api/v1/visit-plans", rep.post("/api/v1/visit-plans", about + "\"day\":\"2020-01-01\"}"));
        api.holds("GET /api/v1/notes", rep.get("/api/v1/notes"));
        api.holds("GET /api/v1/notes/{id}", rep.get("/api/v1/notes/none"));
        api.holds("GET /api/v1/visit-plans", rep.get("/api/v1/visit-plans"));
        Caller manager = Caller.as(port, "mgr-ne");
        String asked = "{\"leaver\":\"" + leaver + "\",\"receivers\":[{\"receiver\":\"rep-ne-1\"}]}";
        Caller.Answer made = manager.post("/api/v1/handovers", asked);
        api.holds("POST /api/v1/handovers", made);
        api.holds("POST /api/v1/handovers", manager.post("/api/v1/handovers", asked));
        String one = "/api/v1/handovers/" + made.json().path("id").asText();
        api.holds("GET /api/v1/handovers/{id}", manager.get(one));
        api.holds("GET /api/v1/handovers/{id}", Caller.as(port, "rep-ne-1").get(one));
        api.holds("GET /api/v1/handovers", manager.get("/api/v1/handovers?limit=5"));
        api.holds("POST /api/v1/handovers/{id}/signature", manager.post(one + "/signature", "{}"));
        assertThat(manager.post(one + "/undo", "").status()).isEqualTo(204);
    }

    @Test
    @DisplayName("agents and moves between them are what it promises")
    void agentsAreWhatItPromises() {
        Caller desk = Caller.as(port, "desk");
        sowing.visit("rep-ne-1", "NE", visit(Sowing.number()));
        String customer =
                desk.get("/api/v1/customers?limit=1").json().at("/items/0/id").asText();
        String agent = "/api/v1/agents/agent-a001";
        api.holds("PUT /api/v1/agents/{code}/place", desk.put(agent + "/place", "{\"above\":\"agent-a001\"}"));
        assertThat(desk.put(agent + "/place", "{}").status()).isEqualTo(204);
        Caller.Answer added = desk.post(agent + "/capabilities", "{\"kind\":\"EXCLUSIVE\",\"province\":\"西藏\"}");
        api.holds("POST /api/v1/agents/{code}/capabilities", added);
        api.holds("POST /api/v1/agents/{code}/capabilities", desk.post(agent + "/capabilities", "{\"kind\":\"X\"}"));
        String end = agent + "/capabilities/" + added.json().path("id").asText() + "/end";
        assertThat(desk.post(end, "{}").status()).isEqualTo(204);
        api.holds("POST /api/v1/agents/{code}/capabilities/{id}/end", desk.post(end + "x", "{}"));
        String chosen = "{\"customers\":[\"" + customer + "\"],\"productClass\":\"PRINTING.FLEXO\"}";
        Caller.Answer entered = desk.post(agent + "/of-record", chosen);
        api.holds("POST /api/v1/agents/{code}/of-record", entered);
        api.holds("POST /api/v1/agents/{code}/of-record", desk.post(agent + "/of-record", chosen));
        api.holds("GET /api/v1/agents/{code}/customers", desk.get(agent + "/customers?limit=5"));
        String asked = "{\"to\":\"agent-a002\",\"productClass\":\"PRINTING.FLEXO\"}";
        api.holds("POST /api/v1/agents/{code}/moves/preview", desk.post(agent + "/moves/preview", asked));
        Caller.Answer made = desk.post(agent + "/moves", asked);
        api.holds("POST /api/v1/agents/{code}/moves", made);
        api.holds("POST /api/v1/agents/{code}/moves", desk.post(agent + "/moves", asked));
        api.holds("POST /api/v1/agents/{code}/moves/preview", desk.post(agent + "/moves/preview", asked));
        api.holds("GET /api/v1/agents", desk.get("/api/v1/agents"));
        api.holds("GET /api/v1/agents/{code}", desk.get(agent));
        api.holds("GET /api/v1/agents/{code}", Caller.as(port, "agent-a002").get(agent));
        api.holds("GET /api/v1/customers/{id}/agents", desk.get("/api/v1/customers/" + customer + "/agents"));
        String move = "/api/v1/agent-moves/" + made.json().path("id").asText();
        api.holds("GET /api/v1/agent-moves/{id}", desk.get(move));
        api.holds("POST /api/v1/agent-moves/{id}/undo", desk.post(move + "/undo", ""));
        api.holds("GET /api/v1/agent-moves/{id}", desk.get(move));
        api.holds("POST /api/v1/agent-moves/{id}/undo", desk.post(move + "/undo", ""));
        desk.post("/api/v1/agent-moves/" + entered.json().path("id").asText() + "/undo", "");
    }

    @Test
    @DisplayName("cadence, coverage, the brief before a visit and competitors are what it promises")
    void visitingIsWhatItPromises() {
        SownWorld world = SownWorld.sow(sowing);
        Caller desk = Caller.as(port, "desk");
        api.holds("GET /api/v1/cadence-rules", desk.get("/api/v1/cadence-rules"));
        api.holds("POST /api/v1/cadence-rules", desk.post("/api/v1/cadence-rules", "{}"));
        api.holds("GET /api/v1/visit-handbook", desk.get("/api/v1/visit-handbook"));
        api.holds("POST /api/v1/visit-handbook", desk.post("/api/v1/visit-handbook", "{}"));
        api.holds("GET /api/v1/visit-handbook/{productClass}", desk.get("/api/v1/visit-handbook/CRANE"));
        api.holds("GET /api/v1/visit-handbook/{productClass}", desk.get("/api/v1/visit-handbook/SPACESHIP"));
        api.holds("GET /api/v1/overdue-customers", desk.get("/api/v1/overdue-customers?limit=5"));
        api.holds("GET /api/v1/unkept-customers", desk.get("/api/v1/unkept-customers?limit=5"));
        api.holds("GET /api/v1/unkept-customers", desk.get("/api/v1/unkept-customers?limit=x"));
        String keeper = "{\"customerId\":\"%s\",\"login\":\"rep-ne-1\"}".formatted(world.neCustomer());
        api.holds("POST /api/v1/keepers", desk.post("/api/v1/keepers", keeper));
        api.holds("GET /api/v1/visit-coverage", desk.get("/api/v1/visit-coverage?branch=NE"));
        String customer = "/api/v1/customers/" + world.neCustomer();
        api.holds("GET /api/v1/customers/{id}/brief", desk.get(customer + "/brief"));
        api.holds("GET /api/v1/customers/{id}/machines", desk.get(customer + "/machines"));
        api.holds("GET /api/v1/rivals", desk.get("/api/v1/rivals?limit=5"));
        api.holds("GET /api/v1/rivals/report", desk.get("/api/v1/rivals/report"));
        Caller factory = Caller.as(port, "factory-crane");
        api.holds("GET /api/v1/rivals/mine", factory.get("/api/v1/rivals/mine"));
        api.holds("GET /api/v1/rivals", factory.get("/api/v1/rivals"));
    }

    @Test
    @DisplayName("supply offers, blocked parts, combined answers and conversations are what it promises")
    void turnkeyIsWhatItPromises() {
        SownWorld world = SownWorld.sow(sowing);
        Caller desk = Caller.as(port, "desk");
        String firm = "openapi-coop" + Sowing.number();
        String entered = "{\"code\":\"%s\",\"kind\":\"COOPERATOR\",\"name\":\"开放接口协作厂\"}".formatted(firm);
        api.holds("POST /api/v1/partners", Caller.as(port, "admin").post("/api/v1/partners", entered));
        String offer =
                "{\"partner\":\"%s\",\"offerNo\":\"1\",\"productClass\":\"BOILER\",\"what\":\"锅炉\",\"priceFrom\":{\"amount\":\"1.00\",\"currency\":\"CNY\"},\"validUntil\":\"2099-01-01\"}"
                        .formatted(firm);
        Caller.Answer posted = desk.post("/api/v1/supply-offers", offer);
        api.holds("POST /api/v1/supply-offers", posted);
        api.holds("POST /api/v1/supply-offers", desk.post("/api/v1/supply-offers", "{}"));
        api.holds("GET /api/v1/supply-offers", desk.get("/api/v1/supply-offers"));
        sowing.answer(
                "factory-boiler",
                "{\"demandId\":\"%s\",\"at\":\"2026-06-06T10:00:00+08:00\",\"refusal\":{\"reason\":\"停产\"}}"
                        .formatted(world.boilerDemand()));
        String need = "/api/v1/needs/" + world.eNeed();
        Caller.Answer told = desk.get(need);
        api.holds("GET /api/v1/needs/{id}", told);
        api.holds("GET /api/v1/needs/{id}", Caller.as(port, "factory-boiler").get(need));
        api.holds("GET /api/v1/blocked-parts", desk.get("/api/v1/blocked-parts"));
        String part =
                need + "/parts/" + told.json().at("/combined/blocks/0/partId").asText();
        String to = "{\"offerId\":\"" + posted.json().path("id").asText() + "\"}";
        String sending = "POST /api/v1/needs/{id}/parts/{partId}/sending";
        api.holds(sending, desk.post(part + "/sending", to));
        api.holds(sending, desk.post(part + "/sending", to));
        api.holds("GET /api/v1/needs/{id}", desk.get(need));
        api.holds("POST /api/v1/needs/{id}/close", desk.post(need + "/close", "{\"reason\":\"完\"}"));
        api.holds(
                "POST /api/v1/needs/{id}/parts/{partId}/withdrawal",
                Caller.as(port, "auditor").post(part + "/withdrawal", "{\"reason\":\"完\"}"));
        String talk = "/api/v1/demands/" + world.boilerDemand() + "/messages";
        assertThat(desk.post(talk, "{\"words\":\"何时复产？\"}").status()).isEqualTo(204);
        api.holds("GET /api/v1/demands/{id}/messages", desk.get(talk));
        api.holds("POST /api/v1/demands/{id}/messages", desk.post(talk, "{}"));
        assertThat(desk.post(talk + "/read", "").status()).isEqualTo(204);
        String taken = "/api/v1/supply-offers/" + posted.json().path("id").asText() + "/withdrawal";
        assertThat(desk.post(taken, "").status()).isEqualTo(204);
        api.holds("POST /api/v1/supply-offers/{id}/withdrawal", desk.post(taken, ""));
    }

    @Test
    @DisplayName("look-ups and conflicts are what it promises")
    void conflictsAreWhatItPromises() {
        String holder = "openapi-holder-" + Sowing.number();
        signIn.add(List.of(new People.User(holder, "开放接口负责人", Sender.Role.REP, "NE", null, true)), "demo", false);
        String firm = org.tongqu.hub.Brands.firm();
        sowing.visit(
                holder, "NE", visit(Sowing.number()).replace("rep-ne-1", holder).replace("开放接口机床厂", firm));
        Caller stranger = Caller.as(port, "rep-e-1");
        String named = java.net.URLEncoder.encode(firm, java.nio.charset.StandardCharsets.UTF_8);
        api.holds("GET /api/v1/lookup", stranger.get("/api/v1/lookup?name=" + named));
        api.holds("GET /api/v1/lookup", Caller.as(port, "desk").get("/api/v1/lookup?name=" + named));
        api.holds("GET /api/v1/lookup", Caller.as(port, "agent-a001").get("/api/v1/lookup?name=" + named));
        api.holds("GET /api/v1/lookup", stranger.get("/api/v1/lookup"));
        String claim = "{\"name\":\"" + firm + "\",\"line\":0,\"region\":\"NE\",\"why\":\"%s\"}";
        Caller.Answer opened = stranger.post("/api/v1/conflicts", claim.formatted("在谈"));
        api.holds("POST /api/v1/conflicts", opened);
        api.holds("POST /api/v1/conflicts", stranger.post("/api/v1/conflicts", claim.formatted("")));
        String one = "/api/v1/conflicts/" + opened.json().path("id").asText();
        Caller desk = Caller.as(port, "desk");
        api.holds("GET /api/v1/conflicts", stranger.get("/api/v1/conflicts"));
        api.holds("GET /api/v1/conflicts", desk.get("/api/v1/conflicts"));
        api.holds("GET /api/v1/conflicts/{id}", stranger.get(one));
        api.holds("GET /api/v1/conflicts/{id}", desk.get(one + "0"));
        api.holds("POST /api/v1/conflicts/{id}/decision", desk.post(one + "/decision", "{}"));
        api.holds("POST /api/v1/conflicts/{id}/take-back", desk.post(one + "/take-back", ""));
        String verdict = "{\"winner\":\"" + holder + "\",\"why\":\"先到\"}";
        assertThat(desk.post(one + "/decision", verdict).status()).isEqualTo(204);
        api.holds("GET /api/v1/conflicts/{id}", desk.get(one));
    }

    @Test
    @DisplayName("the analysis and its rows are what it promises")
    void analysisIsWhatItPromises() {
        for (String login : List.of("desk", "factory-crane")) {
            Caller reader = Caller.as(port, login);
            api.holds("GET /api/v1/analysis", reader.get("/api/v1/analysis?by=CLASS"));
            api.holds("GET /api/v1/analysis", reader.get("/api/v1/analysis?by=MOOD"));
            api.holds("GET /api/v1/analysis/rows", reader.get("/api/v1/analysis/rows?region=NE"));
        }
    }

    @Test
    @DisplayName("grade rules and grades are what it promises")
    void gradesAreWhatItPromises() {
        Caller desk = Caller.as(port, "desk");
        sowing.visit("rep-ne-1", "NE", visit(Sowing.number()).replace("\"opinions\"", """
                "needs":[{"needNo":"1","summary":"检修","parts":[{"productClass":"CRANE","productCode":"QD20","qty":"1"}]}],"opinions\""""));
        String rules = "/api/v1/grade-rules";
        api.holds("GET /api/v1/grade-rules", desk.get(rules));
        String trial = "{\"rules\":[{\"measure\":\"CLASSES\",\"value\":\"1\",\"grade\":\"A\"}]}";
        api.holds("POST /api/v1/grade-rules/trial", desk.post(rules + "/trial", trial));
        api.holds("POST /api/v1/grade-rules/trial", desk.post(rules + "/trial", trial.replace("\"A\"", "\"C\"")));
        api.holds("POST /api/v1/grade-rules", desk.post(rules, trial));
        String need = "/api/v1/needs/"
                + desk.get("/api/v1/needs?limit=1").json().at("/items/0/id").asText();
        api.holds("POST /api/v1/needs/{id}/grade", desk.post(need + "/grade", "{\"grade\":\"B\",\"why\":\"\"}"));
        api.holds("GET /api/v1/needs/{id}/gradings", desk.get(need + "/gradings"));
    }

    private static Set<String> questions(HandlerMethod method) {
        return Stream.of(method.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(Parameter::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String visit(int number) {
        return """
                {"formatVersion":1,"visitNo":"NE-OA-%d","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"开放接口机床厂","province":"辽宁省"},"opinions":["好"]}""".formatted(number);
    }

    private static Set<String> operations(RequestMappingInfo mapping) {
        Set<String> operations = new TreeSet<>();
        mapping.getPatternValues()
                .forEach(path -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> operations.add(method.name().toUpperCase(Locale.ROOT) + " " + path)));
        return operations;
    }
}
