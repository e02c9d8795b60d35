package org.tongqu.demo.group;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongqu.demo.line.Credential;
import org.tongqu.demo.line.Wires;
import org.tongqu.demo.trade.Agent;

/**
 * 经由代理商: two customers of its region, each with a need that a factory is being asked for, become those of the agent kept for people, so
 * that its page of customers' needs has something to say. Once and for all: what people move later stays where they moved it.
 */
final class Served {
    private static final Credential DESK = Credential.basic("desk", Wires.SECRET);
    private static final String MARK = "served";
    private static final Set<String> OPEN = Set.of("ASKED", "ACKNOWLEDGED", "QUOTED");
    private static final int ENOUGH = 2;

    private final Postman postman;
    private final Diary diary;
    private final Agent agent = Agent.all().getFirst();

    Served(Postman postman, Diary diary) {
        this.postman = postman;
        this.diary = diary;
    }

    /** Comes back when the hub has it; where there are not enough such needs yet, the next start looks again. */
    void enter() throws IOException, InterruptedException {
        if (diary.did(MARK)) {
            return;
        }
        if (servesNobody()) {
            List<String> customers = List.copyOf(waiting());
            if (customers.size() < ENOUGH) {
                return;
            }
            postman.post("/api/v1/agents/" + agent.code() + "/of-record", DESK, Map.of("customers", customers));
        }
        diary.doneOnce(MARK);
    }

    private boolean servesNobody() throws InterruptedException {
        return postman.ask("/api/v1/agent-needs?limit=1", Credential.basic(agent.code(), Wires.SECRET))
                .path("items")
                .isEmpty();
    }

    private Set<String> waiting() throws InterruptedException {
        Set<String> customers = new LinkedHashSet<>();
        for (JsonNode need : postman.ask("/api/v1/needs?limit=200&region=" + agent.region(), DESK)
                .path("items")) {
            String customer = need.path("customerId").asText("");
            if (customers.size() < ENOUGH && OPEN.contains(need.path("state").asText()) && !customer.isEmpty()) {
                customers.add(customer);
            }
        }
        return customers;
    }
}
