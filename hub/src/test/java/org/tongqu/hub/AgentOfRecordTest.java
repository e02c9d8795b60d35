package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Stewardship;

@DisplayName("Whose customer it is among the agents")
class AgentOfRecordTest extends ChannelBed {
    private static final Sender DESK = new Sender("desk", Sender.Role.DESK, null, null);

    @Autowired
    private Stewardship stewardship;

    @Test
    @Tag("S4-15")
    @DisplayName(
            "200 customers go to another agent in one act: contacts, visits, orders and machines stay, the old agent loses sight by API, search, page and export, the new one gains it, and the audit shows it")
    void twoHundredInOneAct() {
        String old = agent();
        String next = agent();
        List<String> firms = firms(200);
        List<String> customers = sold(old, firms);
        withHistory(firms.getFirst());
        entered(old, customers);
        String term = tag.toUpperCase(Locale.ROOT);
        assertThat(opened(old, customers.subList(0, 5))).hasSize(5);
        assertThat(found(next, term)).isEmpty();

        JsonNode preview = as("desk")
                .post("/api/v1/agents/" + old + "/moves/preview", "{\"to\":\"" + next + "\"}")
                .json();
        assertThat(counts(preview))
                .containsExactly("CUSTOMERS:200:200", "CONTACTS:1:1", "VISITS:1:1", "ORDERS:1:1", "MACHINES:1:1");
        String move = moved(old, next);

        assertThat(counts(as("desk").get("/api/v1/agent-moves/" + move).json())).isEqualTo(counts(preview));
        assertThat(found(old, term)).isEmpty();
        assertThat(opened(old, customers.subList(0, 5))).isEmpty();
        assertThat(ids(as(old).get("/api/v1/customers?limit=200"))).doesNotContainAnyElementsOf(customers);
        assertThat(ids(as(old).get("/api/v1/agents/" + old + "/customers"))).isEmpty();
        assertThat(Visitor.signedIn(port, old)
                        .get("/customers/" + customers.getFirst())
                        .statusCode())
                .isEqualTo(404);
        assertThat(Visitor.text(Visitor.signedIn(port, old).get("/customers.xlsx")))
                .isNotEmpty();
        assertThat(exported(old)).isZero();
        assertThat(as(old).get("/api/v1/sales?limit=200").text())
                .as("its own word stays its own")
                .contains(firms.get(3));
        assertThat(found(next, term)).containsExactlyInAnyOrderElementsOf(customers);
        assertThat(opened(next, customers.subList(0, 5))).hasSize(5);
        assertThat(Visitor.signedIn(port, next).page("/customers/" + customers.get(7)))
                .contains(firms.get(7));
        assertThat(exported(next)).isEqualTo(200);
        assertThat(as(next).get("/api/v1/customers/" + customers.get(7) + "?provenance=true")
                        .text())
                .as("whose word a value is stays out of its sight")
                .contains(firms.get(7))
                .doesNotContain(old);
        assertThat(one(
                        "select string_agg(act || ' ' || login || ' ' || detail, ', ') from platform.audit_line where object = :id",
                        move))
                .isEqualTo("MOVE_AGENT desk " + old + " -> " + next + ", 200");
    }

    @Test
    @Tag("S4-15")
    @DisplayName("undone, everything is as it was: whose it is, and who sees it")
    void undoRestores() {
        String old = agent();
        String next = agent();
        List<String> firms = firms(3);
        List<String> customers = sold(old, firms);
        soldToo(next, firms.get(1));
        entered(old, customers);
        String before = standing(customers);
        List<String> nextSaw = opened(next, customers);
        assertThat(nextSaw).as("it sold to one of them too").containsExactly(customers.get(1));
        String move = moved(old, next);
        assertThat(opened(next, customers)).hasSize(3);

        JsonNode undone = undone(move);

        assertThat(undone.path("back").asInt()).isEqualTo(3);
        assertThat(undone.path("stayed").asInt()).isZero();
        assertThat(standing(customers)).isEqualTo(before);
        assertThat(opened(old, customers)).containsExactlyElementsOf(customers);
        assertThat(opened(next, customers)).isEqualTo(nextSaw);
        assertThat(found(next, tag.toUpperCase(Locale.ROOT))).containsExactlyElementsOf(nextSaw);
        assertThat(as("desk").post("/api/v1/agent-moves/" + move + "/undo", "").code())
                .isEqualTo("UNDONE_ALREADY");
    }

    @Test
    @Tag("S4-15")
    @DisplayName(
            "undone after some went on to a third, only what still stands there goes back, and the answer says how many stayed")
    void undoAfterASecondMove() {
        String first = agent();
        String second = agent();
        String third = agent();
        List<String> customers = sold(first, firms(3));
        entered(first, customers);
        String move = moved(first, second);
        move(second, "\"to\":\"" + third + "\",\"customers\":" + list(customers.subList(0, 1)));

        JsonNode undone = undone(move);

        assertThat(undone.path("back").asInt()).isEqualTo(2);
        assertThat(undone.path("stayed").asInt()).isEqualTo(1);
        assertThat(agentsOf(customers.get(0))).containsExactly(third + " -");
        assertThat(agentsOf(customers.get(1))).containsExactly(first + " -");
        assertThat(opened(first, customers)).containsExactlyElementsOf(customers.subList(1, 3));
        assertThat(opened(third, customers)).containsExactly(customers.getFirst());
        assertThat(opened(second, customers)).isEmpty();
    }

    @Test
    @Tag("S4-15")
    @DisplayName("one class of all may go alone: both agents have the customer then, and both see it")
    void oneClassAlone() {
        String all = agent();
        String cranes = agent();
        List<String> customers = sold(all, firms(2));
        entered(all, customers);

        String move = id(move(all, "\"to\":\"" + cranes + "\",\"productClass\":\"CRANE\""));

        assertThat(agentsOf(customers.getFirst())).containsExactlyInAnyOrder(all + " -", cranes + " CRANE");
        assertThat(opened(all, customers)).hasSize(2);
        assertThat(opened(cranes, customers)).hasSize(2);
        undone(move);
        assertThat(agentsOf(customers.getFirst())).containsExactly(all + " -");
        assertThat(opened(cranes, customers)).isEmpty();
    }

    @Test
    @Tag("S4-15")
    @Tag("S4-24")
    @DisplayName(
            "a customer that is merged keeps its agent with it, moves under its old id, and after the un-merge each has its own again")
    void mergedAndParted() {
        String one = agent();
        String other = agent();
        String third = agent();
        String joined = sold(one, firms(1)).getFirst();
        String into = sold(other, firms(1)).getFirst();
        entered(one, List.of(joined));
        entered(other, List.of(into));
        stewardship.merge(DESK, into, joined, "同一家");
        String heir =
                as("desk").get("/api/v1/customers/" + joined).json().path("id").asText();
        assertThat(agentsOf(heir)).containsExactlyInAnyOrder(one + " -", other + " -");
        assertThat(opened(one, List.of(heir))).hasSize(1);

        id(move(one, "\"to\":\"" + third + "\",\"customers\":" + list(List.of(joined))));

        assertThat(agentsOf(heir)).containsExactlyInAnyOrder(third + " -", other + " -");
        assertThat(opened(one, List.of(joined, into)))
                .as("under none of its ids")
                .isEmpty();
        assertThat(opened(third, List.of(heir))).hasSize(1);
        String record = one("select r.id from customers.source_record r where r.partner = :id", one);
        stewardship.split(DESK, heir, Set.of(record), "其实两家");
        String apart = one(
                "select customer_id from customers.membership where source_record_id = :id and until is null", record);
        String rest = apart.equals(joined) ? into : joined;
        assertThat(agentsOf(apart)).contains(third + " -");
        assertThat(opened(one, List.of(apart, rest))).isEmpty();
        assertThat(opened(third, List.of(apart))).hasSize(1);
        assertThat(opened(other, List.of(rest))).hasSize(1);
    }

    @Test
    @DisplayName(
            "nothing goes to nobody, to itself, or of a class, customer or agent there is none of; whoever may not is told so")
    void hostile() {
        String agent = agent();
        String other = agent();
        List<String> customers = sold(agent, firms(1));
        entered(agent, customers);

        assertThat(move(agent, "\"to\":\"agent-nobody\"").code()).isEqualTo("UNKNOWN_AGENT");
        assertThat(move(agent, "\"to\":\"factory-crane\"").code()).isEqualTo("UNKNOWN_AGENT");
        assertThat(move("agent-nobody", "\"to\":\"" + agent + "\"").code()).isEqualTo("UNKNOWN_AGENT");
        assertThat(move(agent, "\"to\":\"" + agent + "\"").code()).isEqualTo("SAME_AGENT");
        assertThat(move(agent, "\"to\":\"" + other + "\",\"productClass\":\"SHIP\"")
                        .code())
                .isEqualTo("UNKNOWN_CLASS");
        assertThat(move(agent, "\"to\":\"" + other + "\",\"customers\":[\"no-such\"]")
                        .code())
                .isEqualTo("UNKNOWN_CUSTOMER");
        assertThat(move(other, "\"to\":\"" + agent + "\"").code()).isEqualTo("NOTHING_TO_MOVE");
        assertThat(enter(agent, List.of()).code()).isEqualTo("REQUIRED");
        assertThat(enter(agent, customers).code()).as("it has it already").isEqualTo("NOTHING_TO_MOVE");
        assertThat(agentsOf(customers.getFirst())).containsExactly(agent + " -");
        for (String login : List.of("rep-ne-1", "mgr-ne", "auditor", agent, "factory-crane")) {
            assertThat(as(login)
                            .post("/api/v1/agents/" + agent + "/moves", "{\"to\":\"" + other + "\"}")
                            .status())
                    .as(login)
                    .isEqualTo(403);
        }
        assertThat(as(agent).get("/api/v1/agents/" + other).status()).isEqualTo(404);
        assertThat(as(agent).get("/api/v1/agents/" + agent).status()).isEqualTo(200);
        assertThat(as("rep-ne-1").get("/api/v1/agents").status()).isEqualTo(403);
    }

    /** A visit with a person and a machine's order, so that there is something to stay. */
    private void withHistory(String firm) {
        String uscc = one("select uscc from customers.source_record where name = :id", firm);
        String customer = "\"customer\":{\"name\":\"%s\",\"uscc\":\"%s\",\"province\":\"辽宁省\",\"city\":\"沈阳市\""
                .formatted(firm, uscc);
        sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-%s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",%s,
                 "contact":{"name":"王工","phone":"137%08d"}},"opinions":["好"]}""".formatted(tag, customer, Sowing.number()));
        sowing.order("factory-mt1", """
                {"orderNo":"QM-%1$s","orderedAt":"2026-03-10T09:00:00+08:00",%2$s},"currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"CK6150","productClass":"MACHINE_TOOL","qty":"1","unitPrice":"380000.00"}],
                 "shipments":[{"shipmentNo":"S-%1$s","shippedAt":"2026-03-12T09:00:00+08:00",
                               "lines":[{"lineNo":"1","qty":"1","serial":"SN-%1$s"}]}]}""".formatted(tag, customer));
    }

    private static List<String> counts(JsonNode told) {
        List<String> counts = new ArrayList<>();
        told.path("counts")
                .forEach(count -> counts.add(
                        count.path("kind").asText() + ":" + count.path("was").asLong() + ":"
                                + count.path("became").asLong()));
        return counts;
    }

    /** Rows in the workbook of customers that the login may take out. */
    private long exported(String login) {
        assertThat(Visitor.signedIn(port, login).get("/customers.xlsx").statusCode())
                .isEqualTo(200);
        return Long.parseLong(
                one("select rows::text from platform.export where login = :id order by at desc limit 1", login));
    }

    private String standing(List<String> customers) {
        List<String> all = new ArrayList<>();
        customers.forEach(each -> all.add(each + agentsOf(each)));
        return String.join("\n", all);
    }
}
