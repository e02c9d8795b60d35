package org.tongqu.hub.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.clocks.WorkClock;
import org.tongqu.hub.platform.Columns;

/** Puts days of people to places, where nothing stands against it. */
@Service
class Booking {
    private final DispatchStore dispatches;
    private final BookingStore bookings;
    private final PlanStore plan;
    private final WorkClock workClock;
    private final Clock clock;

    Booking(DispatchStore dispatches, BookingStore bookings, PlanStore plan, WorkClock workClock, Clock clock) {
        this.dispatches = dispatches;
        this.bookings = bookings;
        this.plan = plan;
        this.workClock = workClock;
        this.clock = clock;
    }

    Optional<Refusal> pin(DispatchStore.Head head, DispatchStore.Place place, Dispatches.Pin pin) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
        LocalDate from =
                Objects.requireNonNullElse(pin.from(), workClock.calendar().after(today));
        if (place.isBooked()) {
            return DispatchWords.otherwise();
        }
        if (!from.isAfter(today)) {
            return DispatchWords.badDay();
        }
        Optional<Person> found = plan.people(today.withDayOfMonth(1)).stream()
                .filter(person -> person.id().equals(pin.technician()))
                .findFirst();
        if (found.isEmpty()) {
            return DispatchWords.unknownTechnician();
        }
        Person person = found.get();
        List<LocalDate> days = workClock.calendar().from(from, place.days());
        return misfit(head, place, person, pin.override())
                .or(() -> notFree(person.id(), person.name(), days))
                .or(() -> dispatches
                        .pinnedElsewhere(place.id(), person.id(), days.getFirst(), days.getLast())
                        .flatMap(number -> DispatchWords.pinnedElsewhere(person.name(), number)))
                .or(() -> {
                    dispatches.pin(
                            place.id(),
                            person,
                            days.getFirst(),
                            days.getLast(),
                            pin.override(),
                            pin.why().strip());
                    return Optional.empty();
                });
    }

    private static Optional<Refusal> misfit(
            DispatchStore.Head head, DispatchStore.Place place, Person person, boolean override) {
        if (!person.knows(place.productClass(), place.trade())) {
            return DispatchWords.unskilled(person.name());
        }
        return override || person.grades().contains(head.grade())
                ? Optional.empty()
                : DispatchWords.aboveLadder(person.name(), head.grade());
    }

    private Optional<Refusal> notFree(String technician, String name, List<LocalDate> days) {
        List<LocalDate> taken = bookings.taken(technician, days);
        if (!taken.isEmpty()) {
            return DispatchWords.taken(name, taken);
        }
        Optional<YearMonth> over = bookings.over(technician, days);
        return over.flatMap(month -> DispatchWords.overCap(name, month));
    }

    /** All that are proposed, or none. */
    Optional<Refusal> book(List<DispatchStore.Place> places) {
        bookings.hold();
        List<DispatchStore.Place> proposed = places.stream()
                .filter(place -> place.state().equals("PROPOSED"))
                .toList();
        if (proposed.isEmpty()) {
            return DispatchWords.nobodyProposed();
        }
        Optional<Refusal> wrong = proposed.stream()
                .flatMap(place -> notFree(technician(place), String.valueOf(place.name()), days(place)).stream())
                .findFirst();
        if (wrong.isEmpty()) {
            proposed.forEach(place -> {
                bookings.book(place.id(), technician(place), days(place));
                dispatches.state(place.id(), "BOOKED");
            });
        }
        return wrong;
    }

    void release(DispatchStore.Place place) {
        bookings.free(place.id(), LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE), clock.instant());
    }

    private static String technician(DispatchStore.Place place) {
        return Objects.requireNonNull(place.technician());
    }

    private List<LocalDate> days(DispatchStore.Place place) {
        return workClock.calendar().from(Objects.requireNonNull(place.from()), place.days());
    }
}
