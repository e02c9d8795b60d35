package org.tongqu.hub.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.platform.Columns;

/** Reads who is there on a day, within the scope at hand. */
@Component
class Attendance {
    private final CoverageStore store;
    private final Colleagues colleagues;
    private final Clock clock;

    Attendance(CoverageStore store, Colleagues colleagues, Clock clock) {
        this.store = store;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }

    Present on(LocalDate day) {
        return of(store.assignments(), day);
    }

    Present today(String region) {
        return of(store.of(region), today());
    }

    /** Of assignments that were read already. */
    Present of(List<Coverage.Assignment> assignments, LocalDate day) {
        List<Coverage.Absence> absences = store.absences(day);
        return new Present(assignments, absences, colleagues.off(Present.named(assignments, absences)), day);
    }
}
