package org.tongqu.demo.group;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongqu.demo.line.Credential;
import org.tongqu.demo.line.Wires;
import org.tongqu.demo.trade.Agent;
import org.tongqu.demo.trade.Maker;
import org.tongqu.demo.trade.Zones;

/**
 * 入网: enters the group's partners and what is settled about them, as an administrator would. What is there already stays as it is, so a
 * killed start goes on where it stopped and nobody's later change is undone.
 */
final class Enrolment {
    private static final Credential ADMIN = Credential.basic("admin", Wires.SECRET);
    private static final String PARTNERS = "/api/v1/partners";
    private static final String RULES = "/api/v1/routing-rules";
    private static final String SINCE = "2020-01-01";
    private static final Map<String, String> REGIONS =
            Map.of("NE", "东北", "N", "华北", "E", "华东", "CS", "中南", "SW", "西南", "NW", "西北");

    private final Postman postman;

    Enrolment(Postman postman) {
        this.postman = postman;
    }

    private record Entry(
            String code, String kind, String name, @Nullable String region) {}

    private record Profile(
            String saleType, List<String> channels, int agents, int exclusiveStores, List<String> repairBy) {
        static Profile of(Maker maker) {
            return new Profile(
                    maker.saleType(), maker.channels(), maker.agents(), maker.exclusiveStores(), maker.repairBy());
        }
    }

    private record Cut(String validFrom, List<Zone> zones) {}

    private record Zone(String zone, boolean export, List<String> provinces) {
        static Zone of(Zones.Cut cut) {
            return new Zone(cut.zone(), cut.isExport(), cut.provinces());
        }
    }

    private record Secret(String secret) {}

    private record Rule(String productClass, String factory) {}

    /** Comes back when the hub has all of it. */
    void enter() throws InterruptedException {
        Map<String, JsonNode> known = known();
        for (Entry entry : everybody()) {
            if (!known.containsKey(entry.code())) {
                postman.post(PARTNERS, ADMIN, entry);
            }
        }
        for (Maker maker : Maker.all()) {
            settle(maker, known.get(maker.code()));
        }
        route();
    }

    private Map<String, JsonNode> known() throws InterruptedException {
        Map<String, JsonNode> known = new HashMap<>();
        String after = "";
        do {
            JsonNode page = postman.ask(PARTNERS + "?limit=200" + after, ADMIN);
            page.path("items").forEach(partner -> known.put(partner.path("code").asText(), partner));
            after = page.path("next").isTextual()
                    ? "&after=" + page.path("next").asText()
                    : "";
        } while (!after.isEmpty());
        return known;
    }

    private static List<Entry> everybody() {
        List<Entry> all = new ArrayList<>();
        Maker.all().forEach(maker -> all.add(new Entry(maker.code(), "FACTORY", maker.name(), null)));
        Agent.all().forEach(agent -> all.add(new Entry(agent.code(), "AGENT", agent.name(), null)));
        REGIONS.forEach((region, name) ->
                all.add(new Entry("branch-" + region.toLowerCase(Locale.ROOT), "BRANCH", name + "大区", region)));
        return all;
    }

    private void settle(Maker maker, @Nullable JsonNode known) throws InterruptedException {
        String path = PARTNERS + "/" + maker.code();
        if (known == null || !known.hasNonNull("profile")) {
            postman.insist(path + "/soap-secret", ADMIN, new Secret("demo"));
            postman.insist(path + "/profile", ADMIN, Profile.of(maker));
        }
        if (known == null || !known.hasNonNull("zones")) {
            postman.insist(path + "/soap-secret", ADMIN, Map.of("secret", Wires.SECRET));
            List<Zone> zones = Zones.of(maker.code()).stream().map(Zone::of).toList();
            postman.insist(path + "/zones", ADMIN, new Cut(SINCE, zones));
        }
    }

    private void route() throws InterruptedException {
        Set<String> ruled = new HashSet<>();
        postman.ask(RULES, ADMIN)
                .path("items")
                .forEach(rule -> ruled.add(rule.path("productClass").asText()));
        for (Maker maker : Maker.all()) {
            for (String productClass : maker.classes()) {
                if (!ruled.contains(productClass)) {
                    postman.insist(RULES, ADMIN, new Rule(productClass, maker.code()));
                }
            }
        }
    }
}
