package org.tongqu.hub.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;

/** 借调: technicians for work that is no need's; their days are out of the plan's reach until they are given back. */
@Component
public class Lending {
    private static final int LONGEST = 60;

    private final TechnicianStore technicians;
    private final BookingStore bookings;
    private final DispatchStore dispatches;
    private final Policy policy;
    private final Ids ids;
    private final Clock clock;

    Lending(
            TechnicianStore technicians,
            BookingStore bookings,
            DispatchStore dispatches,
            Policy policy,
            Ids ids,
            Clock clock) {
        this.technicians = technicians;
        this.bookings = bookings;
        this.dispatches = dispatches;
        this.policy = policy;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Within the scope at hand; days that are promised or away stand against it.
     *
     * @param why what stands in the calendar, e.g. the number of a case
     */
    public Answer lend(Sender by, String technician, LocalDate from, LocalDate until, String why) {
        policy.require(by, Act.PLAN_DISPATCH);
        if (until.isBefore(from) || until.isAfter(from.plusDays(LONGEST))) {
            return Answer.no(DispatchWords.badTechnician(
                    "/from",
                    "请写起止日期（止不早于起，最多 60 天）。",
                    "Give the first and the last day, in that order, 60 days at most."));
        }
        bookings.hold();
        Optional<TechnicianStore.Lent> found = technicians.lent(technician);
        if (found.isEmpty()) {
            return Answer.no(DispatchWords.unknownTechnician());
        }
        List<LocalDate> taken =
                bookings.taken(technician, from.datesUntil(until.plusDays(1)).toList());
        if (!taken.isEmpty()) {
            return Answer.no(DispatchWords.taken(found.get().name(), taken));
        }
        String id = ids.next();
        technicians.away(id, technician, from, until, why, by.login(), clock.instant());
        dispatches.allTouched();
        return new Answer(
                new Lent(id, technician, found.get().name(), found.get().login()), null);
    }

    /** Within the scope at hand; days already given back stay so. */
    public void giveBack(Sender by, Lent lent) {
        policy.require(by, Act.PLAN_DISPATCH);
        technicians.back(lent.technician(), lent.id(), clock.instant());
        dispatches.allTouched();
    }

    /** Who is lent; its login where it has one. */
    public record Lent(
            String id,
            String technician,
            String name,
            @Nullable String login) {}

    /** Exactly one of the two is there. */
    public record Answer(@Nullable Lent lent, @Nullable Refusal refusal) {
        static Answer no(Optional<Refusal> refusal) {
            return new Answer(null, refusal.orElseThrow());
        }
    }
}
