package org.tongqu.hub.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Brands;
import org.tongqu.hub.Caller;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.clocks.Wait;
import org.tongqu.hub.clocks.Waits;
import org.tongqu.hub.people.People;
import org.tongqu.hub.people.SignIn;
import org.tongqu.hub.platform.Scope;

/**
 * Many needs of a few customers at once, and at each turn a random word of a random factory, or act of a person, on each of them: refusals,
 * quotes, late and repeated ones, orders, overdue askings, other grades, parts let go and parts sent on; and now and then a customer's keeper
 * hands all over, leaves or comes back. A seed that fails is named, and plays the same again with {@code -Dtongqu.turnkey.seed=N}.
 */
@DisplayName(
        "Whatever is refused, quoted late, overdue, graded anew, handed over, ordered or let go, no part of an open need is ever lost, and no wait without an owner")
class NoPartIsLostTest extends HubTest {
    private static final int NEEDS = 40;
    private static final int CUSTOMERS = 4;
    private static final String MANAGER = "mgr-ne";
    private static final int TURNS = 14;
    private static final Instant LATEST = Instant.parse("2099-01-01T00:00:00Z");
    private static final List<String> CLASSES =
            List.of("PRINTING.FLEXO", "MACHINE_TOOL.BORING", "CRANE", "BOILER", "SWITCHGEAR", "MACHINE_TOOL");
    private static final Map<String, List<String>> NEXT = Map.of(
            "PRINTING.FLEXO", List.of("factory-printing", "factory-mt2", "factory-mt1"),
            "MACHINE_TOOL.BORING", List.of("factory-mt2", "factory-mt1"),
            "BOILER", List.of("factory-boiler", "factory-crane"));

    @Autowired
    Sowing sowing;

    @Autowired
    SignIn signIn;

    @Autowired
    Waits waits;

    private final long seed = Long.getLong("tongqu.turnkey.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String tag = "LP" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
    private OffsetDateTime clock = OffsetDateTime.parse("2026-03-04T10:00:00+08:00");
    private final List<String> firms =
            Stream.generate(Brands::firm).limit(CUSTOMERS).toList();
    private final Map<String, Boolean> reps = new TreeMap<>();
    private Caller desk = Caller.nobody(0);
    private int orders;

    @BeforeEach
    void preferences() {
        desk = Caller.as(port, "desk");
        List.of("a", "b", "c").forEach(each -> join("rep-" + each + "-" + tag.toLowerCase(Locale.ROOT)));
        NEXT.forEach((productClass, factories) -> IntStream.range(0, factories.size())
                .forEach(n -> rule(productClass, "\"" + factories.get(n) + "\"", n + 1)));
    }

    private void join(String login) {
        signIn.add(List.of(new People.User(login, login, Sender.Role.REP, "NE", null, true)), "demo", false);
        reps.put(login, true);
    }

    @AfterEach
    void asBefore() {
        reps.keySet().forEach(login -> there(login, false));
        NEXT.forEach((productClass, factories) ->
                IntStream.range(1, factories.size()).forEach(n -> rule(productClass, "null", n + 1)));
    }

    private void rule(String productClass, String factory, int preference) {
        assertThat(desk.put(
                                "/api/v1/routing-rules",
                                "{\"productClass\":\"%s\",\"factory\":%s,\"preference\":%d}"
                                        .formatted(productClass, factory, preference))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("S4-18")
    @Tag("S2-22")
    @Tag("S3-11")
    @Tag("S4-10")
    @DisplayName(
            "every part is asked of somebody, answered, out with a reason, or blocked, and whoever waits for it is there, after every turn")
    void noPartIsLost() {
        IntStream.range(0, CUSTOMERS).forEach(this::visited);
        List<String> needs = column("select id from needs.need where visit_no like :id order by id", visits());
        assertThat(needs).hasSize(NEEDS);
        holds(needs, 0);
        for (int turn = 1; turn <= TURNS; turn++) {
            Map<String, List<String>> answers = new HashMap<>();
            Map<String, List<String>> orders = new HashMap<>();
            needs.forEach(need -> act(need, answers, orders));
            staff();
            List<String> sent = new ArrayList<>(post("/api/v1/answers", answers));
            sent.addAll(post("/api/v1/orders", orders));
            sent.forEach(sowing::applied);
            holds(needs, turn);
        }
        assertThat(column(
                        "select distinct state from needs.part where need_id in (select id from needs.need where visit_no like :id)",
                        visits()))
                .as("the play was rich enough, seed %d", seed)
                .contains("REFUSED", "QUOTED", "ORDERED", "WITHDRAWN");
    }

    /** Up to two things happen to a need in a turn, of which the hub may see either first. */
    private void act(String need, Map<String, List<String>> answers, Map<String, List<String>> orders) {
        for (int n = random.nextInt(3); n > 0; n--) {
            List<String> demands =
                    column("select id || '|' || factory from demand.demand where need_id = :id order by id", need);
            if (!demands.isEmpty()) {
                String[] demand = demands.get(random.nextInt(demands.size())).split("\\|", -1);
                act(need, demand[0], demand[1], answers, orders);
            }
        }
    }

    private void act(
            String need,
            String demand,
            String factory,
            Map<String, List<String>> answers,
            Map<String, List<String>> orders) {
        clock = clock.plusMinutes(1);
        int dice = random.nextInt(100);
        if (dice < 52) {
            add(
                    answers,
                    factory,
                    "{\"demandId\":\"%s\",\"at\":\"%s\",\"refusal\":{\"reason\":\"没有产能\"}}".formatted(demand, clock));
        } else if (dice < 75) {
            add(
                    answers,
                    factory,
                    "{\"demandId\":\"%s\",\"at\":\"%s\",\"quote\":{\"price\":{\"amount\":\"1000.00\",\"currency\":\"CNY\"},\"leadTimeDays\":30}}"
                            .formatted(demand, clock.minusMinutes(random.nextInt(3))));
        } else if (dice < 80) {
            add(orders, factory, order(need, demand));
        } else if (dice < 84) {
            overdue(demand);
        } else if (dice < 87) {
            regrade(need);
        } else {
            byHand(need, dice);
        }
    }

    private void byHand(String need, int dice) {
        List<String> parts = column("select id from needs.part where need_id = :id order by n", need);
        String part = "/api/v1/needs/" + need + "/parts/" + parts.get(random.nextInt(parts.size()));
        if (dice < 89) {
            desk.post(part + "/withdrawal", "{\"reason\":\"客户不要了\"}");
        } else if (dice < 98) {
            desk.post(part + "/sending", "{\"factory\":\"factory-switchgear\"}");
        } else {
            desk.post("/api/v1/needs/" + need + "/close", "{\"reason\":\"办结\"}");
        }
    }

    private void regrade(String need) {
        String letter = List.of("A", "B", "C").get(random.nextInt(3));
        desk.post("/api/v1/needs/" + need + "/grade", "{\"grade\":\"" + letter + "\",\"why\":\"再看一遍\"}");
    }

    /** Somebody hands over all that is kept, leaves, or comes back. */
    private void staff() {
        String rep = anyRep();
        switch (random.nextInt(4)) {
            case 0, 1 ->
                Caller.as(port, MANAGER)
                        .post(
                                "/api/v1/handovers",
                                "{\"leaver\":\"%s\",\"receivers\":[{\"receiver\":\"%s\"}]}".formatted(rep, anyRep()));
            case 2 -> there(rep, false);
            default -> there(rep, true);
        }
    }

    private void there(String login, boolean active) {
        reps.put(login, active);
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("update people.app_user set active = :active where login = :login")
                        .param("active", active)
                        .param("login", login)
                        .update());
    }

    private String anyRep() {
        return List.copyOf(reps.keySet()).get(random.nextInt(reps.size()));
    }

    private String visits() {
        return "NE-" + tag + "-%";
    }

    private static void add(Map<String, List<String>> words, String factory, String word) {
        words.computeIfAbsent(factory, f -> new ArrayList<>()).add(word);
    }

    /** All words of a factory in one call; those it may not say are refused at the door, and nothing comes of them. */
    private List<String> post(String path, Map<String, List<String>> words) {
        List<String> kept = new ArrayList<>();
        words.forEach((factory, said) -> {
            JsonNode answer = Caller.as(port, factory)
                    .post(path, "[" + String.join(",", said) + "]")
                    .json();
            answer.path("receipts").forEach(receipt -> {
                if (receipt.path("status").asText().equals("RECEIVED")) {
                    kept.add(receipt.path("messageId").asText());
                }
            });
        });
        return kept;
    }

    private void overdue(String demand) {
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("update demand.demand set due_at = asked_at - interval '1 day' where id = :id")
                        .param("id", demand)
                        .update());
    }

    private void holds(List<String> needs, int turn) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(lost(needs))
                        .as("turn %d of seed %d", turn, seed)
                        .isEmpty());
        assertThat(askedTwice()).as("turn %d of seed %d", turn, seed).isEmpty();
    }

    /** What stands otherwise than it may: parts, and waits that are nobody's. */
    private List<String> lost(List<String> needs) {
        List<Wait> running = wall.read(Scope.WORKER, () -> waits.before(LATEST, 100_000)).stream()
                .filter(wait -> needs.contains(wait.needId()))
                .toList();
        Map<String, String> keepers = keepers();
        return Stream.concat(
                        running.stream().filter(wait -> !isOwned(wait, keepers)).map(Wait::toString),
                        parts().stream().filter(part -> !part.stands(running)).map(Part::toString))
                .toList();
    }

    /** The desk's where nobody else can move, else the keeper's of the need's customer while he is there, else his who raised it, else the manager's. */
    private boolean isOwned(Wait wait, Map<String, String> keepers) {
        if (wait.hop() != Hop.ANSWER) {
            return wait.isOfDesk();
        }
        String[] following = Objects.requireNonNull(keepers.get(wait.needId())).split(" ", -1);
        return Stream.of(following)
                .filter(login -> reps.getOrDefault(login, false))
                .findFirst()
                .map(owner -> owner.equals(wait.owner()))
                .orElseGet(() -> managers().contains(wait.owner()));
    }

    /** By need, who keeps its customer and who raised it. */
    private Map<String, String> keepers() {
        return column("""
                select n.id || '|' || k.person || ' ' || n.rep from needs.need n
                join customers.membership m on m.source_record_id = n.source_record_id and m.until is null
                join keeping.keeper k on k.customer_id = m.customer_id and k.until is null where n.visit_no like :id
                """, visits()).stream()
                .collect(Collectors.toMap(
                        row -> row.substring(0, row.indexOf('|')), row -> row.substring(row.indexOf('|') + 1)));
    }

    private List<String> managers() {
        return column("select login from people.app_user where role = 'MANAGER' and active and region = :id", "NE");
    }

    private List<Part> parts() {
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql("""
                        select p.id, p.state, n.state = 'CLOSED' or p.state in ('ORDERED', 'DELIVERED', 'PAID')
                                   or (p.state = 'WITHDRAWN' and p.out_reason is not null and p.out_by is not null) as ended,
                               coalesce(p.demand_id, '') as demand_id, exists (
                                   select 1 from demand.demand d where d.id = p.demand_id and d.factory = p.factory
                                     and ((p.state in ('ASKED', 'ACKNOWLEDGED') and d.state in ('WAITING', 'SENT', 'ACKNOWLEDGED'))
                                       or (p.state = 'QUOTED' and d.state in ('QUOTED', 'ORDERED')))) as living
                        from needs.part p join needs.need n on n.id = p.need_id where n.visit_no like :visits
                        """).param("visits", visits()).query(Part.class).list());
    }

    /** @param living whether its demand is asked or quoted as the part is */
    record Part(String id, String state, boolean ended, String demandId, boolean living) {
        /** At its end and nobody waits for it; else with one factory, whose answer is waited for until it quotes; else with the desk. */
        boolean stands(List<Wait> running) {
            boolean blocked = isWaited(running, Hop.BLOCKED, id);
            boolean answer = isWaited(running, Hop.ANSWER, demandId);
            boolean owed = living && !state.equals("QUOTED");
            return ended ? !blocked : living != blocked && (!owed || answer);
        }

        private static boolean isWaited(List<Wait> running, Hop hop, String id) {
            return running.stream()
                    .anyMatch(wait -> wait.hop() == hop && wait.id().equals(id));
        }
    }

    /** By what left the hub: no parcel for one factory names a part that another parcel for it named. */
    private List<String> askedTwice() {
        assertThat(column("""
                select count(*)::text from platform.outbox o, jsonb_array_elements(o.load -> 'asked' -> 'parts') part
                where o.kind = 'DEMAND' and :id <> '' and part ->> 'partId' is not null
                """, "any").getFirst()).isNotEqualTo("0");
        return column("""
                select part ->> 'partId' || ' ' || o.partner
                from platform.outbox o, jsonb_array_elements(o.load -> 'asked' -> 'parts') part
                where o.kind = 'DEMAND' and :id <> '' group by 1 having count(*) > 1
                """, "any");
    }

    private List<String> column(String sql, String id) {
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql(sql).param("id", id).query(String.class).list());
    }

    private String order(String need, String demand) {
        String visit =
                column("select visit_no from needs.need where id = :id", need).getFirst();
        String firm = firms.get(Integer.parseInt(visit.substring(visit.length() - 1)));
        return """
                {"orderNo":"O-%1$s-%2$d","orderedAt":"2026-03-10T09:00:00+08:00","zone":"东北区",
                 "customer":{"name":"%4$s","province":"辽宁省"},"demandId":"%3$s","currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"QD20","productClass":"CRANE","qty":"1","unitPrice":"465000.00"}]}""".formatted(tag, ++orders, demand, firm);
    }

    private void visited(int customer) {
        String rep = anyRep();
        String needs =
                IntStream.range(0, NEEDS / CUSTOMERS).mapToObj(this::need).collect(Collectors.joining(","));
        sowing.visit(rep, "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s-%4$d","rep":"%5$s","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%2$s","province":"辽宁"},"needs":[%3$s]}""".formatted(tag, firms.get(customer), needs, customer, rep));
    }

    private String need(int n) {
        String parts = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(p -> "{\"productClass\":\"%s\",\"qty\":\"1\"}"
                        .formatted(CLASSES.get(random.nextInt(CLASSES.size()))))
                .collect(Collectors.joining(","));
        return "{\"needNo\":\"%d\",\"summary\":\"成套设备 %s\",\"parts\":[%s]}".formatted(n, tag, parts);
    }
}
