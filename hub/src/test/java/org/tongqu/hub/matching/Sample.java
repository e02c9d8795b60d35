package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.List;

/** Records as tests say them. */
final class Sample {
    private Sample() {}

    static Told named(String id, String name) {
        return at(id, name, "");
    }

    static Told at(String id, String name, String city) {
        return new Told(id, name, "", "", "", "", city, "", "", "", "", "", "", "");
    }

    static Told coded(String id, String name, String uscc, String city) {
        return new Told(id, name, "", uscc, "", "", city, "", "", "", "", "", "", "");
    }

    static Told called(String id, String name, String city, String phone) {
        return new Told(id, name, "", "", "", "", city, "", "", phone, "", "", "", "");
    }

    /** The groups' ids, each joined by blanks. */
    static List<String> groups(Told... told) {
        return groups(List.of(told));
    }

    static List<String> groups(List<Told> told) {
        List<String> groups = new ArrayList<>();
        for (AllRecords.Firm firm : AllRecords.grouped(told).firms()) {
            groups.add(String.join(" ", firm.members().stream().map(Said::id).toList()));
        }
        return groups.stream().sorted().toList();
    }
}
