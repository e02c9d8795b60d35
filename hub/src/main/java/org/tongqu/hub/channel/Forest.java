package org.tongqu.hub.channel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The agents' tree on one day: every agent once, each after the one above it. */
record Forest(Map<String, String> aboveOf, List<Node> nodes) {

    /** Agents whose superior is unknown or out of sight stand at the top. */
    static Forest of(Collection<String> agents, List<TreeStore.Place> places) {
        Map<String, String> aboveOf = new HashMap<>();
        places.forEach(place -> {
            String above = place.above();
            if (above != null) {
                aboveOf.put(place.agent(), above);
            }
        });
        Map<String, List<String>> below = new HashMap<>();
        List<String> tops = new ArrayList<>();
        agents.stream().sorted().forEach(agent -> {
            String above = aboveOf.get(agent);
            if (above == null || !agents.contains(above)) {
                tops.add(agent);
            } else {
                below.computeIfAbsent(above, none -> new ArrayList<>()).add(agent);
            }
        });
        List<Node> nodes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        tops.forEach(top -> walk(top, 1, below, seen, nodes));
        return new Forest(aboveOf, List.copyOf(nodes));
    }

    private static void walk(
            String agent, int level, Map<String, List<String>> below, Set<String> seen, List<Node> nodes) {
        if (seen.add(agent)) {
            nodes.add(new Node(agent, level));
            below.getOrDefault(agent, List.of()).forEach(each -> walk(each, level + 1, below, seen, nodes));
        }
    }

    @Nullable
    String above(String agent) {
        return aboveOf.get(agent);
    }

    /** Those above an agent, the top first. */
    List<String> line(String agent) {
        List<String> line = new ArrayList<>();
        for (String each = above(agent); each != null && !line.contains(each); each = above(each)) {
            line.addFirst(each);
        }
        return line;
    }

    /** The agent and all below it. */
    List<String> under(String agent) {
        return nodes.stream()
                .map(Node::agent)
                .filter(each -> each.equals(agent) || line(each).contains(agent))
                .toList();
    }

    /** @param level 1 for the top */
    record Node(String agent, int level) {}
}
