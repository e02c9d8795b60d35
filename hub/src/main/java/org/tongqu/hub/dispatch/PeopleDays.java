package org.tongqu.hub.dispatch;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The board's people and days: who is where, which places could be moved, and for which of them each person does not fit. */
@Component
class PeopleDays {
    private final CalendarStore calendar;
    private final TechnicianStore technicians;
    private final PlanStore plan;

    PeopleDays(CalendarStore calendar, TechnicianStore technicians, PlanStore plan) {
        this.calendar = calendar;
        this.technicians = technicians;
        this.plan = plan;
    }

    /** @param shown dispatches that stand beside the calendar, whose open places can be drawn into it */
    Table table(LocalDate today, List<LocalDate> days, List<DispatchPages.Line> shown) {
        Map<String, Map<LocalDate, DispatchPages.Cell>> taken = taken(days);
        Collection<DispatchPages.Movable> movable = movable(taken, shown);
        List<String> kinds =
                movable.stream().map(DispatchPages.Movable::kind).distinct().toList();
        Map<String, Person> people = plan.people(today.withDayOfMonth(1)).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        List<DispatchPages.PersonDays> rows = technicians.all(today.withDayOfMonth(1)).stream()
                .filter(Technicians.Technician::active)
                .map(each -> row(each, people.get(each.id()), kinds, days, taken.getOrDefault(each.id(), Map.of())))
                .toList();
        return new Table(rows, kinds, List.copyOf(movable));
    }

    private Map<String, Map<LocalDate, DispatchPages.Cell>> taken(List<LocalDate> days) {
        Map<String, Map<LocalDate, DispatchPages.Cell>> taken = new HashMap<>();
        calendar.days(days.getFirst(), days.getLast())
                .forEach(day -> taken.computeIfAbsent(day.technician(), none -> new HashMap<>())
                        .merge(
                                day.day(),
                                day.cell(),
                                (one, other) -> one.state().equals("BOOKED") ? one : other));
        return taken;
    }

    /** Each once: those beside the calendar first, as they are on the page, then whoever else stands in it. */
    private static Collection<DispatchPages.Movable> movable(
            Map<String, Map<LocalDate, DispatchPages.Cell>> taken, List<DispatchPages.Line> shown) {
        Map<String, DispatchPages.Movable> all = new LinkedHashMap<>();
        Stream<DispatchPages.Movable> beside = shown.stream().flatMap(line -> line.movable().stream());
        Stream<DispatchPages.Movable> within = taken.values().stream()
                .flatMap(days -> days.values().stream())
                .filter(DispatchPages.Cell::moves)
                .flatMap(cell -> Stream.ofNullable(cell.place()))
                .sorted(java.util.Comparator.comparing(DispatchPages.Movable::number)
                        .thenComparing(DispatchPages.Movable::n));
        Stream.concat(beside, within).forEach(each -> all.putIfAbsent(each.key(), each));
        return all.values();
    }

    private static DispatchPages.PersonDays row(
            Technicians.Technician each,
            @Nullable Person person,
            List<String> kinds,
            List<LocalDate> days,
            Map<LocalDate, DispatchPages.Cell> taken) {
        Person known = person == null ? Person.NOBODY : person;
        return new DispatchPages.PersonDays(
                each,
                days.stream().map(day -> cell(each, day, taken.get(day))).toList(),
                numbers(kinds, kind -> !knows(known, kind)),
                numbers(kinds, kind -> knows(known, kind) && !known.grades().contains(grade(kind))));
    }

    private static boolean knows(Person person, String kind) {
        String[] words = kind.split("\\|", -1);
        return person.knows(words[0].isEmpty() ? null : words[0], words[1]);
    }

    private static String grade(String kind) {
        return kind.substring(kind.lastIndexOf('|') + 1);
    }

    private static String numbers(List<String> kinds, Predicate<String> which) {
        return IntStream.range(0, kinds.size())
                .filter(n -> which.test(kinds.get(n)))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static DispatchPages.Cell cell(
            Technicians.Technician person, LocalDate day, DispatchPages.@Nullable Cell taken) {
        boolean away = person.absences().stream()
                .anyMatch(absence -> !day.isBefore(absence.from()) && !day.isAfter(absence.until()));
        return away
                ? new DispatchPages.Cell("AWAY", null)
                : taken == null ? new DispatchPages.Cell("FREE", null) : taken;
    }

    /** @param kinds class, trade and grade of all that can be moved; a row names those it does not fit by their place in this list */
    record Table(List<DispatchPages.PersonDays> people, List<String> kinds, List<DispatchPages.Movable> movable) {
        static final Table NONE = new Table(List.of(), List.of(), List.of());
    }
}
