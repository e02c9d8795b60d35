package org.tongqu.hub.dispatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.clocks.WorkCalendar;

/** Makes of rows what the solver moves: for each place whoever may go, on each day she could begin. */
final class Pool {
    private static final int BEGINNINGS = 20;
    /** Of the places found empty before, the weightiest are tried with everybody anew; the rest are left to chance and to the next time. */
    private static final int LOOKED_AT_AGAIN = 60;

    private static final int URGENCY_OF_DEADLINE = 9;

    private final List<Person> people;
    private final Map<String, Person> byId = new HashMap<>();
    private final Map<String, Integer> lowest;
    private final WorkCalendar calendar;
    private final List<LocalDate> days;
    private final Map<String, List<Turn>> turnsOf = new HashMap<>();

    /** @param today nobody is sent before the working day after it */
    Pool(List<Person> people, Map<String, Integer> lowest, WorkCalendar calendar, LocalDate today) {
        this.calendar = calendar;
        this.people = people;
        this.lowest = lowest;
        this.days = calendar.from(calendar.after(today), BEGINNINGS);
        people.forEach(person -> byId.put(person.id(), person));
    }

    List<PlanPlace> places(List<PlanStore.Row> rows) {
        List<PlanPlace> places = new ArrayList<>();
        int looked = 0;
        for (int n = 0; n < rows.size(); n++) {
            looked += rows.get(n).tried() ? 1 : 0;
            boolean again = !rows.get(n).tried() || looked <= LOOKED_AT_AGAIN;
            places.add(place(rows.get(n), urgency(rows.get(n).grade(), n, rows.size()), again));
        }
        return withoutClashingPins(places);
    }

    private static int urgency(String grade, int place, int all) {
        int weight = switch (grade) {
            case "A" -> 60;
            case "B" -> 30;
            default -> 10;
        };
        return weight + URGENCY_OF_DEADLINE - URGENCY_OF_DEADLINE * place / all;
    }

    private PlanPlace place(PlanStore.Row row, int urgency, boolean again) {
        PlanPlace.Wanted wanted = new PlanPlace.Wanted(
                row.id(),
                row.dispatchId(),
                row.number(),
                row.grade(),
                row.region(),
                row.productClass(),
                row.trade(),
                row.days(),
                row.wantedBy(),
                urgency,
                lowest.getOrDefault(row.grade(), 1),
                row.anyTier(),
                row.refusedBy());
        Turn stands = stands(row);
        List<Turn> turns = turns(wanted);
        boolean kept = stands != null && (row.pinned() || turns.contains(stands));
        return new PlanPlace(
                wanted,
                turns,
                kept ? stands : again && turns.size() > 1 ? null : Turn.NOBODY,
                row.pinned() && stands != null);
    }

    private @Nullable Turn stands(PlanStore.Row row) {
        Person person = row.technician() == null ? null : byId.get(row.technician());
        LocalDate from = row.from();
        return person == null || from == null
                ? null
                : new Turn(person, calendar.from(from, row.days()), Math.max(0, days.indexOf(from)));
    }

    /** Those who fit, the nearest and lowest first, then by day; the last turn is nobody. */
    private List<Turn> turns(PlanPlace.Wanted wanted) {
        List<Person> fit = people.stream()
                .filter(person -> person.knows(wanted.productClass(), wanted.trade())
                        && (wanted.anyTier() || person.grades().contains(wanted.grade()))
                        && !wanted.refusedBy().contains(person.id()))
                .sorted(Comparator.comparingLong(person -> PlanRules.ownCost(person, wanted)))
                .toList();
        List<Turn> turns = new ArrayList<>();
        for (int wait = 0; wait < days.size(); wait++) {
            for (Person person : fit) {
                Turn turn = turns(person, wanted.days()).get(wait);
                if (turn.isFree()) {
                    turns.add(turn);
                }
            }
        }
        turns.add(Turn.NOBODY);
        return turns;
    }

    private List<Turn> turns(Person person, int length) {
        return turnsOf.computeIfAbsent(
                person.id() + "|" + length,
                none -> IntStream.range(0, days.size())
                        .mapToObj(wait -> new Turn(person, calendar.from(days.get(wait), length), wait))
                        .toList());
    }

    /** Whoever stands in the way of a person pinned elsewhere is put anew. */
    private static List<PlanPlace> withoutClashingPins(List<PlanPlace> places) {
        Map<Person, List<Turn>> pins = new HashMap<>();
        places.stream()
                .filter(PlanPlace::pinned)
                .forEach(place -> pins.computeIfAbsent(place.person(), none -> new ArrayList<>())
                        .add(place.turn()));
        return places.stream()
                .map(place -> place.pinned()
                                || pins.getOrDefault(place.person(), List.of()).stream()
                                        .noneMatch(pin -> pin.touches(place.turn()))
                        ? place
                        : new PlanPlace(place.wanted(), place.turns(), null, false))
                .toList();
    }
}
