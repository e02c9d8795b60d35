package org.tongqu.hub.dispatch;

import java.time.LocalDate;
import java.util.List;

/**
 * A person and her days at a place; the plan picks one for each place.
 *
 * @param delay working days after the first that could be
 */
record Turn(Person person, List<LocalDate> days, int delay) {
    static final Turn NOBODY = new Turn(Person.NOBODY, List.of(LocalDate.EPOCH), 0);

    Turn {
        days = List.copyOf(days);
    }

    LocalDate from() {
        return days.getFirst();
    }

    LocalDate until() {
        return days.getLast();
    }

    boolean isFree() {
        return days.stream()
                .noneMatch(day -> person.away().contains(day) || person.booked().containsKey(day));
    }

    boolean touches(Turn other) {
        return person.equals(other.person)
                && !from().isAfter(other.until())
                && !other.from().isAfter(until());
    }
}
