package org.tongqu.hub.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.clocks.Wait;
import org.tongqu.hub.clocks.WaitSource;
import org.tongqu.hub.coverage.Coverage.Assignment;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Columns;

/** Cells that nobody covers whole wait for the desk: in regions where anybody was ever assigned, else every cell of a new house would. */
@Component
class CoverageGaps implements WaitSource {
    private final CoverageStore store;
    private final Partners partners;
    private final Attendance attendance;

    CoverageGaps(CoverageStore store, Partners partners, Attendance attendance) {
        this.store = store;
        this.partners = partners;
        this.attendance = attendance;
    }

    @Override
    public List<Wait> waits(Instant dueBefore, int most) {
        List<Assignment> all = store.assignments();
        Present present = attendance.of(all, attendance.today());
        return all.stream()
                .map(Assignment::region)
                .distinct()
                .flatMap(region -> gaps(region, all, present))
                .filter(wait -> wait.due().toInstant().isBefore(dueBefore))
                .limit(most)
                .toList();
    }

    private Stream<Wait> gaps(String region, List<Assignment> all, Present present) {
        return CoveragePages.topClasses(partners).stream()
                .filter(each -> present.logins(region, List.of(each)).isEmpty())
                .map(each -> gap(region, each, since(region, each, all, present)));
    }

    /** The day after the last one left, the day somebody went away, or the day the region was first thought of. */
    private static LocalDate since(String region, String productClass, List<Assignment> all, Present present) {
        Optional<LocalDate> away = present.assigned(region, List.of(productClass)).stream()
                .flatMap(each -> present.away(each.login()).stream())
                .map(Coverage.Absence::from)
                .max(Comparator.naturalOrder());
        Stream<LocalDate> left = all.stream()
                .filter(each ->
                        each.region().equals(region) && each.productClass().equals(productClass))
                .flatMap(each -> Stream.ofNullable(each.until()))
                .filter(day -> day.isBefore(present.day()))
                .map(day -> day.plusDays(1));
        return away.or(() -> left.max(Comparator.naturalOrder()))
                .or(() -> all.stream()
                        .filter(each -> each.region().equals(region))
                        .map(Assignment::from)
                        .min(Comparator.naturalOrder()))
                .filter(day -> !day.isAfter(present.day()))
                .orElse(Objects.requireNonNull(present.day()));
    }

    private static Wait gap(String region, String productClass, LocalDate since) {
        OffsetDateTime at = since.atStartOfDay(Columns.HOUSE_ZONE).toOffsetDateTime();
        return new Wait(
                Hop.COVERAGE,
                region + "|" + productClass,
                null,
                region + "|" + productClass,
                "/coverage",
                region,
                region,
                "",
                productClass,
                "",
                null,
                at,
                at);
    }
}
