package org.tongqu.hub.dispatch;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Days a technician works: Monday to Friday. */
final class WorkDays {
    private WorkDays() {}

    static boolean is(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The first one after a day. */
    static LocalDate after(LocalDate day) {
        LocalDate next = day.plusDays(1);
        return is(next) ? next : after(next);
    }

    /** So many of them, the first being that day or the next one that is one. */
    static List<LocalDate> from(LocalDate day, int count) {
        return Stream.iterate(is(day) ? day : after(day), WorkDays::after)
                .limit(count)
                .toList();
    }
}
