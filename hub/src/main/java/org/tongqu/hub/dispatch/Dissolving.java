package org.tongqu.hub.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tongqu.hub.platform.Columns;

/** Ends a team: its people's days are theirs again from today, and whoever waits for them is planned anew. */
@Service
class Dissolving {
    private final DispatchStore store;
    private final BookingStore bookings;
    private final NoticeStore notices;
    private final Clock clock;

    Dissolving(DispatchStore store, BookingStore bookings, NoticeStore notices, Clock clock) {
        this.store = store;
        this.bookings = bookings;
        this.notices = notices;
        this.clock = clock;
    }

    void dissolve(DispatchStore.Head known, String why) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Columns.HOUSE_ZONE);
        store.places(known.id()).stream().filter(DispatchStore.Place::isBooked).forEach(place -> {
            bookings.free(place.id(), today, now);
            notices.tell(known.id(), NoticeStore.Kind.CLOSED, place, now);
        });
        store.close(known.id(), why, now);
        store.allTouched();
        notices.tell(known.id(), NoticeStore.Kind.CLOSED, List.of("MANAGER", "REP"), "", "", now);
    }
}
