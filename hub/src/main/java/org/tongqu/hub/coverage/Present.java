package org.tongqu.hub.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tongqu.hub.coverage.Coverage.Absence;
import org.tongqu.hub.coverage.Coverage.Assignment;

/** Who is there on one day: an absent person's stand-in counts in her place, and without one nobody does. */
final class Present {
    private final List<Assignment> assignments;
    private final List<Absence> absences;
    private final LocalDate day;

    Present(List<Assignment> assignments, List<Absence> absences, LocalDate day) {
        this.assignments = assignments.stream().filter(each -> each.isOn(day)).toList();
        this.absences = absences.stream().filter(each -> each.isOn(day)).toList();
        this.day = day;
    }

    LocalDate day() {
        return day;
    }

    /** Assigned to the class or one above it, in their order. */
    List<Assignment> assigned(String region, Collection<String> classAndAncestors) {
        return assignments.stream()
                .filter(each -> each.region().equals(region) && classAndAncestors.contains(each.productClass()))
                .toList();
    }

    Set<String> logins(String region, Collection<String> classAndAncestors) {
        Set<String> there = new TreeSet<>();
        assigned(region, classAndAncestors).forEach(each -> there(each.login()).ifPresent(there::add));
        return there;
    }

    /** The person, her stand-in, or nobody; a stand-in who is away too is nobody. */
    private Optional<String> there(String login) {
        Optional<Absence> away = away(login);
        return away.isEmpty()
                ? Optional.of(login)
                : away.map(Absence::standIn).filter(standIn -> away(standIn).isEmpty());
    }

    Optional<Absence> away(String login) {
        return absences.stream().filter(each -> each.login().equals(login)).findFirst();
    }
}
