package org.tongqu.hub.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.needs.Needs;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 派工: what people do to a dispatch; a refusal comes back in words, nothing where it is done. */
@Component
public class Dispatches {
    private static final int LONGEST_WHY = 200;
    private static final int LONGEST_NOTE = 2_000;
    private static final List<String> MANAGER_AND_REP = List.of("MANAGER", "REP");

    private final DispatchStore store;
    private final Booking booking;
    private final Opening opening;
    private final Dissolving dissolving;
    private final NoticeStore notices;
    private final Needs needs;
    private final AuditTrail trail;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    Dispatches(
            DispatchStore store,
            Booking booking,
            Opening opening,
            Dissolving dissolving,
            NoticeStore notices,
            Needs needs,
            AuditTrail trail,
            Policy policy,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.booking = booking;
        this.opening = opening;
        this.dissolving = dissolving;
        this.notices = notices;
        this.needs = needs;
        this.trail = trail;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks headquarters for technicians, whatever the grade, again where an earlier team is gone; the manager is told and not asked. */
    public Answer ask(Sender by, String needId) {
        policy.require(by, Act.ASK_DISPATCH);
        return wall.within(Scope.of(by), () -> {
            Needs.Asked need =
                    needs.asked(needId).orElseThrow(() -> Problem.notFound().said());
            if (store.ofNeed(needId).filter(known -> !known.isOver()).isPresent()) {
                return new Answer(null, DispatchWords.dispatchedAlready().orElseThrow());
            }
            String id = opening.open(need, by.login());
            trail.note(Act.ASK_DISPATCH.name(), id, need.number());
            return new Answer(id, null);
        });
    }

    /** Holds a person to a place, over what the plan would say; the rest is planned around it. */
    public Optional<Refusal> pin(Sender by, String id, int n, Pin pin) {
        policy.require(by, Act.PLAN_DISPATCH);
        if (pin.why().length() > LONGEST_WHY || (pin.override() && pin.why().isBlank())) {
            return DispatchWords.badWhy();
        }
        return acting(by, id, head -> {
            Optional<Refusal> wrong =
                    head.isOver() ? DispatchWords.otherwise() : booking.pin(head, place(head, n), pin);
            if (wrong.isEmpty()) {
                store.touched(id);
                trail.note(Act.PLAN_DISPATCH.name(), id, "pin " + n + " " + pin.technician());
            }
            return wrong;
        });
    }

    public Optional<Refusal> unpin(Sender by, String id, int n) {
        policy.require(by, Act.PLAN_DISPATCH);
        return acting(by, id, head -> {
            store.unpin(place(head, n).id());
            store.touched(id);
            trail.note(Act.PLAN_DISPATCH.name(), id, "unpin " + n);
            return Optional.empty();
        });
    }

    /** Books whoever is proposed and tells each; with every place booked the team is named, and told of. */
    public Optional<Refusal> confirm(Sender by, String id) {
        policy.require(by, Act.PLAN_DISPATCH);
        return acting(by, id, head -> {
            List<DispatchStore.Place> places = store.places(id);
            Optional<Refusal> wrong = head.isOver() ? DispatchWords.otherwise() : booking.book(places);
            if (wrong.isEmpty()) {
                trail.note(Act.PLAN_DISPATCH.name(), id, "confirm");
                confirmed(id, places);
            }
            return wrong;
        });
    }

    private void confirmed(String id, List<DispatchStore.Place> before) {
        store.touched(id);
        before.stream()
                .filter(place -> place.state().equals("PROPOSED"))
                .forEach(place -> notices.tell(id, NoticeStore.Kind.BOOKED, place, clock.instant()));
        if (before.stream().allMatch(place -> place.technician() != null)) {
            Instant now = clock.instant();
            store.named(id, now);
            String names = before.stream()
                    .map(place -> String.valueOf(place.name()))
                    .distinct()
                    .collect(Collectors.joining("、"));
            notices.tell(id, NoticeStore.Kind.NAMED, MANAGER_AND_REP, names, names, now);
        }
        store.allTouched();
    }

    /** A technician says no, or the desk for her: the place asks anew, and the desk and the manager are told. */
    public Optional<Refusal> refuse(Sender by, String id, int n, String why) {
        policy.require(by, Act.ANSWER_DISPATCH);
        if (isNot(why, LONGEST_WHY)) {
            return DispatchWords.badWhy();
        }
        return acting(by, id, head -> {
            DispatchStore.Place place = own(by, place(head, n));
            String technician = place.technician();
            if (head.isOver() || technician == null) {
                return DispatchWords.otherwise();
            }
            booking.release(place);
            if (place.isBooked() && !by.login().equals(place.login())) {
                notices.tell(id, NoticeStore.Kind.RELEASED, place, clock.instant());
            }
            store.refused(place.id(), technician, why.strip(), by.login(), clock.instant());
            store.empty(place.id());
            store.reopened(id);
            store.allTouched();
            notices.tell(
                    id,
                    NoticeStore.Kind.REFUSED,
                    List.of("DESK", "MANAGER"),
                    place.id() + "|" + technician,
                    place.name() + "：" + why.strip(),
                    clock.instant());
            return Optional.empty();
        });
    }

    /** Ends the team with what the seller should learn; after the need's end the note may still be written. */
    public Optional<Refusal> close(Sender by, String id, String note) {
        policy.require(by, Act.ANSWER_DISPATCH);
        if (isNot(note, LONGEST_NOTE)) {
            return DispatchWords.badNote();
        }
        return acting(by, id, head -> {
            if (head.isOver() && store.hasNote(id)) {
                return DispatchWords.otherwise();
            }
            DispatchStore.Place first = store.places(id).getFirst();
            store.note(ids.next(), id, first.productClass(), first.trade(), note.strip(), by.login(), clock.instant());
            if (!head.isOver()) {
                dissolving.dissolve(head, "DONE");
            }
            return Optional.empty();
        });
    }

    /** The seller says how much it helped, 1 to 5. */
    public Optional<Refusal> rate(Sender by, String id, int stars) {
        policy.require(by, Act.RATE_DISPATCH);
        if (stars < 1 || stars > 5) {
            return DispatchWords.badRating();
        }
        return acting(by, id, head -> {
            if (!head.isOver()) {
                return DispatchWords.otherwise();
            }
            store.rate(id, stars, by.login(), clock.instant());
            trail.note(Act.RATE_DISPATCH.name(), id, String.valueOf(stars));
            return Optional.empty();
        });
    }

    /** Another deadline; where it is missed too, that is told as well. */
    public Optional<Refusal> deadline(Sender by, String id, Instant at) {
        policy.require(by, Act.PLAN_DISPATCH);
        if (!at.isAfter(clock.instant())) {
            return DispatchWords.badDeadline();
        }
        return acting(by, id, head -> {
            store.deadline(id, at);
            trail.note(Act.PLAN_DISPATCH.name(), id, "deadline " + at);
            return Optional.empty();
        });
    }

    /** Whoever sees the dispatch acts on it; a technician's own rows are no more hers once she has said no, so the hub writes for her. */
    private Optional<Refusal> acting(Sender by, String id, Function<DispatchStore.Head, Optional<Refusal>> work) {
        Scope own = Scope.of(by);
        if (!wall.read(own, () -> store.isSeen(id))) {
            throw Problem.notFound().said();
        }
        return wall.within(
                by.role() == Sender.Role.TECHNICIAN ? Scope.WORKER : own,
                () -> work.apply(store.lock(id).orElseThrow()));
    }

    private DispatchStore.Place place(DispatchStore.Head head, int n) {
        return store.places(head.id()).stream()
                .filter(place -> place.n() == n)
                .findFirst()
                .orElseThrow(() -> Problem.notFound().said());
    }

    private static DispatchStore.Place own(Sender by, DispatchStore.Place place) {
        if (by.role() == Sender.Role.TECHNICIAN && !by.login().equals(place.login())) {
            throw Problem.notFound().said();
        }
        return place;
    }

    private static boolean isNot(String words, int longest) {
        return words.isBlank() || words.length() > longest;
    }

    /**
     * Who is held to a place.
     *
     * @param from absent for the next working day
     * @param override whether the ladder of tiers does not count here; asks for a reason
     */
    public record Pin(String technician, java.time.@Nullable LocalDate from, boolean override, String why) {}

    /** Exactly one of the two is there. */
    public record Answer(@Nullable String id, @Nullable Refusal refusal) {}
}
