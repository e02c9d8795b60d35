package org.tongqu.hub.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When somebody was last there, within the scope at hand. */
@Component
public class LastVisits {
    private final LastVisitStore store;

    LastVisits(LastVisitStore store) {
        this.store = store;
    }

    /** By source record; records without a visit are missing. */
    public Map<String, Instant> of(Collection<String> sourceRecordIds) {
        return store.of(sourceRecordIds);
    }

    /** Every day somebody was there, by source record, the first day first; records without a visit are missing. */
    public Map<String, List<LocalDate>> days(Collection<String> sourceRecordIds) {
        return store.days(sourceRecordIds);
    }

    /** Source records that were visited since a day, and when first since; only of the latest visits. */
    public Map<String, LocalDate> since(LocalDate day, int most) {
        return store.since(day, most);
    }

    /** How many visits stand under these source records. */
    public long count(Collection<String> sourceRecordIds) {
        return store.count(sourceRecordIds);
    }

    /** By machine, the source record at which it was seen last; machines nobody saw are missing. */
    public Map<String, String> seen(Collection<String> machines) {
        return store.seen(machines);
    }
}
