package org.tongqu.hub.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.coverage.Coverage.Absence;
import org.tongqu.hub.coverage.Coverage.Assignment;

/**
 * Who is there on one day: an absent person's stand-in counts in her place, and without one nobody does. Whoever was switched off is nobody,
 * in her own place and in another's.
 */
final class Present {
    private final List<Assignment> assignments;
    private final List<Absence> absences;
    private final Set<String> left;
    private final LocalDate day;

    /** @param left logins that are switched off */
    Present(List<Assignment> assignments, List<Absence> absences, Set<String> left, LocalDate day) {
        this.assignments = assignments.stream().filter(each -> each.isOn(day)).toList();
        this.absences = absences.stream().filter(each -> each.isOn(day)).toList();
        this.left = left;
        this.day = day;
    }

    /** All whose being there matters. */
    static Set<String> named(Collection<Assignment> assignments, Collection<Absence> absences) {
        return Stream.concat(
                        assignments.stream().map(Assignment::login),
                        absences.stream().flatMap(each -> Stream.ofNullable(each.standIn())))
                .collect(Collectors.toSet());
    }

    LocalDate day() {
        return day;
    }

    /** Assigned to the class or one above it, in their order. */
    List<Assignment> assigned(String region, Collection<String> classAndAncestors) {
        return assigned(region, each -> classAndAncestors.contains(each.productClass()));
    }

    /** Assigned to one of those classes, as they are told. */
    List<Assignment> assigned(String region, Predicate<Assignment> of) {
        return assignments.stream()
                .filter(each -> each.region().equals(region) && of.test(each))
                .toList();
    }

    Set<String> logins(String region, Collection<String> classAndAncestors) {
        return seats(assigned(region, classAndAncestors)).stream()
                .map(Seat::login)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who is there for these assignments, in their order. */
    List<Seat> seats(List<Assignment> of) {
        return of.stream()
                .flatMap(each -> there(each.login()).stream())
                .distinct()
                .toList();
    }

    /** The person, her stand-in, or nobody; a stand-in who is away too is nobody. */
    private Optional<Seat> there(String login) {
        if (hasLeft(login)) {
            return Optional.empty();
        }
        Optional<Absence> away = away(login);
        return away.isEmpty()
                ? Optional.of(new Seat(login, null))
                : away.map(Absence::standIn)
                        .filter(standIn -> away(standIn).isEmpty() && !hasLeft(standIn))
                        .map(standIn -> new Seat(standIn, login));
    }

    boolean hasLeft(String login) {
        return left.contains(login);
    }

    Optional<Absence> away(String login) {
        return absences.stream().filter(each -> each.login().equals(login)).findFirst();
    }

    /** @param insteadOf login of who is away; absent where it is her own place */
    record Seat(String login, @Nullable String insteadOf) {}
}
