package org.tongqu.hub.visits;

import java.time.Instant;
import java.util.Collection;
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
}
