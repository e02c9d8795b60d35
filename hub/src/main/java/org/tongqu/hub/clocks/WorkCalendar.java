package org.tongqu.hub.clocks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.hub.platform.Columns;

/** 工作日历: which days are worked, and moments so many working hours away; a year without special days counts as weekends only. */
public final class WorkCalendar {
    /** Monday to Friday, half past eight to half past five, without any holiday. */
    public static final WorkCalendar PLAIN = new WorkCalendar(
            Map.of(),
            List.of(
                    new Shift(LocalTime.of(8, 30), LocalTime.NOON),
                    new Shift(LocalTime.of(13, 0), LocalTime.of(17, 30))));

    private final Map<LocalDate, Boolean> special;
    private final List<Shift> shifts;
    private final Set<Integer> years;

    WorkCalendar(Map<LocalDate, Boolean> special, List<Shift> shifts) {
        this.special = Map.copyOf(special);
        this.shifts = shifts.stream().sorted(Comparator.comparing(Shift::from)).toList();
        this.years = special.keySet().stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether holidays of this year stand in the table. */
    public boolean knows(int year) {
        return years.contains(year);
    }

    public boolean isWorked(LocalDate day) {
        return special.getOrDefault(
                day, day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    /** The first working day after a day. */
    public LocalDate after(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isWorked(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** So many working days, the first being that day or the next one that is one. */
    public List<LocalDate> from(LocalDate day, int count) {
        return Stream.iterate(isWorked(day) ? day : after(day), this::after)
                .limit(count)
                .toList();
    }

    /** The moment so much working time after another. */
    public Instant plus(Instant from, Duration work) {
        LocalDate day = LocalDate.ofInstant(from, Columns.HOUSE_ZONE);
        Duration left = work;
        for (LocalDate each = day; ; each = each.plusDays(1)) {
            for (Shift shift : shiftsOf(each)) {
                Instant begin = later(from, shift.beginsOn(each));
                Duration there = Duration.between(begin, shift.endsOn(each));
                if (there.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = there.isNegative() ? left : left.minus(there);
            }
        }
    }

    /** The moment so much working time before another. */
    public Instant minus(Instant until, Duration work) {
        LocalDate day = LocalDate.ofInstant(until, Columns.HOUSE_ZONE);
        Duration left = work;
        for (LocalDate each = day; ; each = each.minusDays(1)) {
            for (Shift shift : shiftsOf(each).reversed()) {
                Instant end = earlier(until, shift.endsOn(each));
                Duration there = Duration.between(shift.beginsOn(each), end);
                if (there.compareTo(left) >= 0) {
                    return end.minus(left);
                }
                left = there.isNegative() ? left : left.minus(there);
            }
        }
    }

    private List<Shift> shiftsOf(LocalDate day) {
        return isWorked(day) ? shifts : List.of();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** A stretch of work within a day, in the house's zone. */
    public record Shift(LocalTime from, LocalTime until) {
        Instant beginsOn(LocalDate day) {
            return day.atTime(from).atZone(Columns.HOUSE_ZONE).toInstant();
        }

        Instant endsOn(LocalDate day) {
            return day.atTime(until).atZone(Columns.HOUSE_ZONE).toInstant();
        }
    }
}
