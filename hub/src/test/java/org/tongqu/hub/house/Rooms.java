package org.tongqu.hub.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rooms of the hub from the ground up; a room calls rooms of lower floors only. */
final class Rooms {
    static final List<Set<String>> FLOORS = List.of(
            Set.of("platform"),
            Set.of("people"),
            Set.of("partners"),
            Set.of("clocks"),
            Set.of("journal"),
            Set.of("matching"),
            Set.of("customers"),
            Set.of("visits", "sales", "imports"),
            Set.of("channel", "needs"),
            Set.of("demand", "coverage"),
            Set.of("dispatch", "keeping"),
            Set.of("analysis", "reminders", "service"),
            Set.of("reconciliation"),
            Set.of("handbook", "support"),
            Set.of("console"));

    private static final String HUB = "org.tongqu.hub.";

    private Rooms() {}

    static List<String> all() {
        return FLOORS.stream().flatMap(floor -> floor.stream().sorted()).toList();
    }

    static int floor(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return floor;
            }
        }
        throw new AssertionError("room " + room + " stands on no floor: give it one in Rooms.FLOORS");
    }

    static Set<String> below(String room) {
        return FLOORS.subList(0, floor(room)).stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** The room a class lives in, its own web counted in; empty for the hub's root and for other modules. */
    static Optional<String> of(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(HUB)) {
            return Optional.empty();
        }
        String rest = name.substring(HUB.length());
        int dot = rest.indexOf('.');
        return Optional.of(dot < 0 ? rest : rest.substring(0, dot));
    }

    static boolean isWeb(JavaClass type) {
        return type.getPackageName().endsWith(".web") || type.getPackageName().contains(".web.");
    }
}
