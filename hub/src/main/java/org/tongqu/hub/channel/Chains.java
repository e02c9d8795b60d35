package org.tongqu.hub.channel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who stood above whom, on any day. */
public final class Chains {
    private final List<TreeStore.Place> places;

    Chains(List<TreeStore.Place> places) {
        this.places = List.copyOf(places);
    }

    /** Those above an agent on that day, the nearest first. */
    public List<String> above(String agent, LocalDate day) {
        List<String> line = new ArrayList<>();
        Optional<String> next = aboveOf(agent, day);
        while (next.isPresent() && !line.contains(next.get())) {
            line.add(next.get());
            next = aboveOf(next.get(), day);
        }
        return line;
    }

    private Optional<String> aboveOf(String agent, LocalDate day) {
        return places.stream()
                .filter(place -> place.agent().equals(agent) && place.stands(day))
                .flatMap(place -> Optional.ofNullable(place.above()).stream())
                .findFirst();
    }

    /** These, and all that ever stood above or below one another with them. */
    public Set<String> family(Collection<String> agents) {
        Set<String> family = new TreeSet<>(agents);
        boolean more = true;
        while (more) {
            more = false;
            for (TreeStore.Place place : places) {
                String above = place.above();
                if (above != null && (family.contains(above) || family.contains(place.agent()))) {
                    more = family.addAll(List.of(above, place.agent())) || more;
                }
            }
        }
        return family;
    }
}
