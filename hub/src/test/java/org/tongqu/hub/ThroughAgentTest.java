package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.channel.AgentMoves;
import org.tongqu.hub.demand.AgentNeeds;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Window;

@DisplayName("A need of an agent's customer goes to the agent and to the factory")
class ThroughAgentTest extends ChannelBed {
    private static final String CRANES = "factory-crane";

    @Autowired
    private AgentMoves moves;

    @Autowired
    private AgentNeeds needs;

    @Test
    @Tag("S4-14")
    @DisplayName(
            "both see it under the same id; the factory's parcel and its page name the agent, and the agent is told no price")
    void bothSeeTheSameId() {
        String agent = agent();
        String firm = firms(1).getFirst();
        entered(agent, sold(agent, List.of(firm)));

        String need = need(firm, "CRANE");

        String demand = demandTo(CRANES, need);
        assertThat(served(agent)).containsExactly(demand);
        JsonNode told = told(agent, demand);
        assertThat(told.path("needId").asText()).isEqualTo(need);
        assertThat(told.path("customer").path("name").asText()).isEqualTo(firm);
        assertThat(told.path("parts").path(0).path("productClass").asText()).isEqualTo("CRANE");
        assertThat(parcelsAgent(demand)).isEqualTo(agent);
        JsonNode atFactory = as(CRANES).get("/api/v1/demands/" + demand).json();
        assertThat(atFactory.path("agents").path(0).path("agent").asText()).isEqualTo(agent);
        assertThat(Visitor.signedIn(port, CRANES).page("/needs/" + need)).contains("经由代理商 " + name(agent));
        assertThat(Visitor.signedIn(port, "rep-ne-1").page("/needs/" + need)).contains("经由代理商 " + name(agent));
        assertThat(Visitor.signedIn(port, agent).page("/agent-needs"))
                .contains(demand, firm, "成套 " + firm, "/agent-needs.xlsx");
        assertThat(Visitor.signedIn(port, agent).get("/agent-needs.xlsx").statusCode())
                .isEqualTo(200);
        assertThat(Visitor.signedIn(port, CRANES).get("/agent-needs.xlsx").statusCode())
                .isEqualTo(403);

        quoted(demand);

        assertThat(told(agent, demand).path("state").asText()).isEqualTo("QUOTED");
        assertThat(as(agent).get("/api/v1/agent-needs/" + demand).text())
                .as("and no price")
                .doesNotContain("465000", "price", "budget");
    }

    @Test
    @Tag("S4-14")
    @DisplayName("the factory's order that names the id is linked to the need, and its agent sees that it was ordered")
    void theOrderLinks() {
        String agent = agent();
        String firm = firms(1).getFirst();
        entered(agent, sold(agent, List.of(firm)));
        String need = need(firm, "CRANE");
        String demand = demandTo(CRANES, need);

        sowing.order(CRANES, """
                {"orderNo":"QA-%1$s","orderedAt":"2026-03-10T09:00:00+08:00","customer":{"name":"%2$s","province":"辽宁省"},
                 "agent":"%3$s","demandId":"%4$s","currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"QD20","productClass":"CRANE","qty":"1","unitPrice":"465000.00"}]}""".formatted(tag, firm, agent, demand));

        assertThat(as("desk").get("/api/v1/needs/" + need).json().path("state").asText())
                .isEqualTo("ORDERED");
        JsonNode told = told(agent, demand);
        assertThat(told.path("state").asText()).isEqualTo("ORDERED");
        assertThat(told.path("orderedAt").isNull()).isFalse();
        assertThat(Visitor.signedIn(port, agent).page("/agent-needs")).contains("工厂已订货");
    }

    @Test
    @Tag("S4-14")
    @Tag("S4-15")
    @DisplayName(
            "an agent that has not the customer sees nothing; when the customer moves, the old agent loses the need at once and the new one gains it, and back by an undo")
    void sightMoves() {
        String old = agent();
        String next = agent();
        String firm = firms(1).getFirst();
        List<String> customers = sold(old, List.of(firm));
        String demand = demandTo(CRANES, need(firm, "CRANE"));
        assertThat(served(old)).as("it sold there and serves nobody").isEmpty();

        entered(old, customers);

        assertThat(served(old)).containsExactly(demand);
        assertThat(served(next)).isEmpty();
        assertThat(as(next).get("/api/v1/agent-needs/" + demand).status()).isEqualTo(404);
        String move = moved(old, next);
        assertThat(served(old)).isEmpty();
        assertThat(as(old).get("/api/v1/agent-needs/" + demand).status()).isEqualTo(404);
        assertThat(as(old).post("/api/v1/agent-needs/" + demand + "/words", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(port, old).page("/agent-needs")).doesNotContain(demand);
        assertThat(served(next)).containsExactly(demand);
        undone(move);
        assertThat(served(old)).containsExactly(demand);
        assertThat(served(next)).isEmpty();
    }

    @Test
    @Tag("S4-14")
    @DisplayName(
            "of a need in parts an agent sees those of its class alone, and a class that no agent serves runs direct")
    void itsClassAlone() {
        String cranes = agent();
        String firm = firms(1).getFirst();
        List<String> customers = sold(cranes, List.of(firm));
        id(as("desk")
                .post(
                        "/api/v1/agents/" + cranes + "/of-record",
                        "{\"productClass\":\"CRANE\",\"customers\":" + list(customers) + "}"));

        String need = need(firm, "CRANE", "BOILER");

        assertThat(served(cranes)).containsExactly(demandTo(CRANES, need));
        String boiler = demandTo("factory-boiler", need);
        assertThat(parcelsAgent(boiler)).isEqualTo("-");
        assertThat(as(cranes).get("/api/v1/agent-needs/" + boiler).status()).isEqualTo(404);
        for (String door : List.of("/api/v1/needs/" + need, "/api/v1/demands/" + demandTo(CRANES, need))) {
            assertThat(as(cranes).get(door).status())
                    .as("doors of the house stay shut: " + door)
                    .isEqualTo(404);
        }
        assertThat(as("agent-a001").get("/api/v1/agent-needs?limit=200").text()).doesNotContain(need);
        assertThat(as(CRANES).get("/api/v1/agent-needs").status()).isEqualTo(403);
    }

    @Test
    @Tag("S4-14")
    @DisplayName(
            "the agent says that it has seen the need, and more; factory and house read it, the next agent does not")
    void theAgentAnswers() {
        String agent = agent();
        String next = agent();
        String firm = firms(1).getFirst();
        entered(agent, sold(agent, List.of(firm)));
        String need = need(firm, "CRANE");
        String demand = demandTo(CRANES, need);
        Visitor visitor = Visitor.signedIn(port, agent);

        assertThat(Visitor.text(visitor.act("/agent-needs", "/agent-needs/" + demand + "/words", "words=")))
                .contains("代理商已收到");
        assertThat(as(agent)
                        .post("/api/v1/agent-needs/" + demand + "/words", "{\"words\":\"客户五月停产检修\"}")
                        .status())
                .isEqualTo(204);

        assertThat(Visitor.signedIn(port, CRANES).page("/needs/" + need)).contains("代理商已收到", "客户五月停产检修");
        assertThat(told(agent, demand).path("words")).hasSize(2);
        assertThat(as(agent)
                        .post("/api/v1/agent-needs/" + demand + "/words", "{\"words\":\"" + "长".repeat(2001) + "\"}")
                        .code())
                .isEqualTo("TOO_LONG");
        assertThat(as(agent)
                        .post("/api/v1/agent-needs/" + demand + "/words", "{\"words\":\"" + prose(2000) + "\"}")
                        .status())
                .isEqualTo(204);
        moved(agent, next);
        assertThat(told(next, demand).path("words")).isEmpty();
    }

    @Test
    @Tag("S4-14")
    @DisplayName("the database itself shows an agent its own rows alone, and none whose agent of record has ended")
    void theWall() {
        String agent = agent();
        String other = agent();
        List<String> firms = firms(2);
        List<String> customers = sold(agent, firms);
        entered(agent, customers.subList(0, 1));
        entered(other, customers.subList(1, 2));
        String demand = demandTo(CRANES, need(firms.get(0), "CRANE"));
        need(firms.get(1), "CRANE");

        assertThat(rows(agent)).containsExactly(demand);

        wall.run(
                Scope.WORKER,
                () -> jdbc.sql(
                                "update channel.agent_of_record set until = now(), ended_why = 'MOVED' where agent = :agent and until is null")
                        .param("agent", agent)
                        .update());
        assertThat(rows(agent)).as("though nobody told this room").isEmpty();
    }

    @Test
    @Tag("S4-14")
    @Tag("S4-15")
    @DisplayName("a factory that is asked while the customer is being moved is asked through the agent it moves to")
    void askedWhileItMoves() {
        Moving moving = moving();
        Sender desk = new Sender("desk", Sender.Role.DESK, null, null);
        AgentMoves.Wanted wanted = new AgentMoves.Wanted(moving.old(), moving.next(), List.of(), null);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Boolean> move = unended(Scope.of(desk), mayEnd, () -> moves.move(desk, wanted));

        CompletableFuture<Caller.Answer> asked = apart(() -> send(moving));
        endedOnce(() -> asked.isDone() || waiting("%customers.customer%for update%"), mayEnd);

        assertThat(move.join()).isTrue();
        assertThat(asked.join().status()).isEqualTo(201);
        throughTheNext(moving);
    }

    @Test
    @Tag("S4-14")
    @Tag("S4-15")
    @DisplayName("a customer that is moved while a factory is being asked takes what is asked along")
    void movedWhileItIsAsked() {
        Moving moving = moving();
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Boolean> outbox = unended(
                Scope.WORKER,
                mayEnd,
                () -> jdbc.sql("lock table platform.outbox in share mode").update());
        CompletableFuture<Caller.Answer> asked = apart(() -> send(moving));
        CompletableFuture<Caller.Answer> move = apart(() -> {
            await().until(() -> asked.isDone() || waiting("%insert into platform.outbox%"));
            return move(moving.old(), "\"to\":\"" + moving.next() + "\"");
        });
        endedOnce(() -> move.isDone() || waiting("%customers.customer%for update%"), mayEnd);

        assertThat(outbox.join()).isTrue();
        assertThat(asked.join().status()).isEqualTo(201);
        assertThat(move.join().status()).isEqualTo(201);
        throughTheNext(moving);
    }

    /** A part that nobody makes any more, of a customer that both agents have had; the old one has it. */
    private Moving moving() {
        String old = agent();
        String next = agent();
        String firm = firms(1).getFirst();
        entered(next, sold(old, List.of(firm)));
        moved(next, old);
        // The factory knows the customer already, so that nothing but the turns themselves makes one wait for the
        // other.
        need(firm, "CRANE");
        String need = need(firm, "BOILER");
        sowing.answer("factory-boiler", """
                {"demandId":"%s","at":"2026-03-04T10:00:00+08:00","refusal":{"reason":"停产"}}""".formatted(demandTo("factory-boiler", need)));
        return new Moving(old, next, need, one("select id from needs.part where need_id = :id", need));
    }

    private void throughTheNext(Moving moving) {
        String demand = demandTo(CRANES, moving.need());
        assertThat(served(moving.next())).contains(demand);
        assertThat(served(moving.old())).isEmpty();
        assertThat(one(
                        "select string_agg(agent, ' ') from demand.served where demand_id = :id and until is null",
                        demand))
                .isEqualTo(moving.next());
    }

    /** Work whose transaction is open until it may end; comes back when the work is done. */
    private CompletableFuture<Boolean> unended(Scope scope, CountDownLatch mayEnd, Runnable work) {
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Boolean> whole = apart(() -> wall.within(scope, () -> {
            work.run();
            done.countDown();
            return released(mayEnd);
        }));
        await().until(() -> done.getCount() == 0 || whole.isDone());
        return whole;
    }

    private static void endedOnce(Callable<Boolean> condition, CountDownLatch latch) {
        try {
            await().until(condition);
        } finally {
            latch.countDown();
        }
    }

    private boolean waiting(String statement) {
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql("""
                        select exists (select 1 from pg_stat_activity
                            where wait_event_type = 'Lock' and query like :statement and pid <> pg_backend_pid())
                        """)
                        .param("statement", statement)
                        .query(Boolean.class)
                        .single());
    }

    private static boolean released(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The common pool may have one thread alone. */
    private static <T> CompletableFuture<T> apart(Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                work, task -> Thread.ofPlatform().daemon().start(task));
    }

    /** A customer on its way from one agent to another, and a part of its need. */
    private record Moving(String old, String next, String need, String part) {}

    /** The desk sends the part to a factory. */
    private Caller.Answer send(Moving moving) {
        return as("desk")
                .post(
                        "/api/v1/needs/" + moving.need() + "/parts/" + moving.part() + "/sending",
                        "{\"factory\":\"" + CRANES + "\"}");
    }

    @Test
    @Tag("S4-14")
    @DisplayName("a page of twenty needs is read by as many statements as a page of two")
    void readAtOnce() {
        String agent = agent();
        List<String> firms = firms(20);
        entered(agent, sold(agent, firms));
        firms.forEach(firm -> need(firm, "CRANE"));
        Sender reader = new Sender(agent, Sender.Role.AGENT, null, agent);
        assertThat(needs.list(reader, Window.first(20)).items()).hasSize(20);

        long two = Statements.of(() -> needs.list(reader, Window.first(2)));
        long twenty = Statements.of(() -> needs.list(reader, Window.first(20)));

        assertThat(two).isPositive();
        assertThat(twenty).isEqualTo(two);
    }

    /** Whatever a forgetful query would find in the agent's scope. */
    private List<String> rows(String agent) {
        return wall.read(
                Scope.of(new Sender(agent, Sender.Role.AGENT, null, agent)),
                () -> jdbc.sql("select demand_id from demand.served")
                        .query(String.class)
                        .list());
    }

    private List<String> served(String agent) {
        Caller.Answer answer = as(agent).get("/api/v1/agent-needs");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        answer.json()
                .path("items")
                .forEach(each -> ids.add(each.path("demandId").asText()));
        return ids;
    }

    private JsonNode told(String agent, String demand) {
        Caller.Answer answer = as(agent).get("/api/v1/agent-needs/" + demand);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String need(String firm, String... classes) {
        String uscc = one("select max(uscc) from customers.source_record where name = :id", firm);
        List<String> parts = new ArrayList<>();
        for (String each : classes) {
            parts.add("{\"productClass\":\"" + each + "\",\"qty\":\"1\"}");
        }
        String visit = sowing.visit(
                "rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-%s-%d","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%s","uscc":"%s","province":"辽宁省","city":"沈阳市"},
                 "needs":[{"needNo":"1","summary":"成套 %s","budget":{"amount":"700000.00","currency":"CNY"},"parts":[%s]}]}""".formatted(tag, Sowing.number(), firm, uscc, firm, String.join(",", parts)));
        return one("select id from needs.need where message_id = :id", visit);
    }

    private String demandTo(String factory, String need) {
        return one("select id from demand.demand where need_id = :id and factory = '" + factory + "'", need);
    }

    private String parcelsAgent(String demand) {
        return one(
                "select coalesce(load -> 'asked' -> 'parts' -> 0 -> 'agent' ->> 'code', '-') from platform.outbox where effect_key = 'ask|' || :id",
                demand);
    }

    private String name(String agent) {
        return one("select name from partners.partner where code = :id", agent);
    }

    private void quoted(String demand) {
        sowing.answer(CRANES, """
                {"demandId":"%s","at":"2026-03-04T10:00:00+08:00","quote":{"price":{"amount":"465000.00","currency":"CNY"},"leadTimeDays":90}}""".formatted(demand));
    }

    /** So many different characters, as prose has them. */
    private static String prose(int length) {
        return new Random(length)
                .ints(length, 0x4e00, 0x9fa5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
