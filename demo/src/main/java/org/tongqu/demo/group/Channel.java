package org.tongqu.demo.group;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongqu.demo.line.Credential;
import org.tongqu.demo.line.Wires;
import org.tongqu.demo.trade.Agent;

/**
 * 渠道: in each region a general agent, its dealers and theirs, what each takes on, and whose customers are whose, as the desk would enter it.
 * Where anything of it is there already, all of it stays as it is.
 */
final class Channel {
    private static final Credential DESK = Credential.basic("desk", Wires.SECRET);
    private static final String AGENTS = "/api/v1/agents";
    private static final List<String> REGIONS = List.of("NE", "N", "E", "CS", "SW", "NW");
    private static final int DEALERS = 3;
    private static final String SINCE = "2024-01-01";

    /** Customers that the agent kept for people has of those its region's others sell to. */
    private static final int FOR_PEOPLE = 8;

    private final Postman postman;

    Channel(Postman postman) {
        this.postman = postman;
    }

    private record Place(String above, String from) {}

    private record Capability(String kind, String region, String from) {}

    private record Customers(List<String> customers) {}

    /** Comes back when the hub has all of it. */
    void enter() throws InterruptedException {
        if (isThere()) {
            return;
        }
        Set<String> taken = new HashSet<>();
        for (String region : REGIONS) {
            List<Agent> agents = Agent.all().stream()
                    .filter(agent -> agent.region().equals(region))
                    .toList();
            for (int place = 0; place < agents.size(); place++) {
                settle(agents, place);
            }
            for (Agent agent : agents.reversed()) {
                sign(agent.code(), soldBy(agent.code(), taken));
            }
        }
        forPeople();
    }

    private boolean isThere() throws InterruptedException {
        for (JsonNode agent : postman.ask(AGENTS, DESK).path("items")) {
            if (agent.path("level").asInt() > 1 || agent.path("customers").asLong() > 0) {
                return true;
            }
        }
        return false;
    }

    /** The first of a region is its general agent, the next three are its dealers, the rest stand under those in turn. */
    private void settle(List<Agent> agents, int place) throws InterruptedException {
        Agent agent = agents.get(place);
        String path = AGENTS + "/" + agent.code();
        if (place > 0) {
            int above = place <= DEALERS ? 0 : 1 + place % DEALERS;
            postman.insist(path + "/place", DESK, new Place(agents.get(above).code(), SINCE));
        }
        postman.post(path + "/capabilities", DESK, new Capability("SALES", agent.region(), SINCE));
        if (place % 3 == 0) {
            postman.post(path + "/capabilities", DESK, new Capability("REPAIR", agent.region(), SINCE));
        }
        if (place % 7 == 2) {
            postman.post(path + "/capabilities", DESK, new Capability("EXCLUSIVE", agent.region(), SINCE));
        }
    }

    /** Whom it reported lately and nobody has yet. */
    private List<String> soldBy(String agent, Set<String> taken) throws InterruptedException {
        List<String> customers = new ArrayList<>();
        postman.ask("/api/v1/sales?limit=200&agent=" + agent, DESK)
                .path("items")
                .forEach(line -> {
                    if (line.path("customerId").isTextual()
                            && taken.add(line.path("customerId").asText())) {
                        customers.add(line.path("customerId").asText());
                    }
                });
        return customers;
    }

    private void sign(String agent, List<String> customers) throws InterruptedException {
        if (!customers.isEmpty()) {
            postman.post(AGENTS + "/" + agent + "/of-record", DESK, new Customers(customers));
        }
    }

    /** The first agent is never spoken for, so it reported nothing; some customers of its region's others are its own. */
    private void forPeople() throws InterruptedException {
        Agent first = Agent.all().getFirst();
        List<String> given = new ArrayList<>();
        for (Agent agent : Agent.in(first.region())) {
            if (given.size() < FOR_PEOPLE) {
                postman.ask(AGENTS + "/" + agent.code() + "/customers?limit=" + (FOR_PEOPLE - given.size()), DESK)
                        .path("items")
                        .forEach(each -> given.add(each.path("id").asText()));
            }
        }
        if (!given.isEmpty()) {
            postman.post(AGENTS + "/" + first.code() + "/of-record", DESK, Map.of("customers", given));
        }
    }
}
