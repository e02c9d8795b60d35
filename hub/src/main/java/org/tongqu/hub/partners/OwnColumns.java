package org.tongqu.hub.partners;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.SheetColumns;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Wall;

/** 自有列名: what each partner calls our columns, in versions; a file is read by those that stood when it came, also when it is read again. */
@Service
public class OwnColumns {
    private final SheetColumnsStore store;
    private final AuditTrail trail;
    private final Wall wall;
    private final Clock clock;

    OwnColumns(SheetColumnsStore store, AuditTrail trail, Wall wall, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.wall = wall;
        this.clock = clock;
    }

    /** Those that stood at a time; none where the partner had none yet. */
    public SheetColumns at(String partner, Instant time) {
        return store.at(partner, time).orElse(SheetColumns.NONE);
    }

    public Standing standing(String partner) {
        return store.standing(partner).orElseGet(() -> Standing.none(partner));
    }

    /** Files that come from now on are read by these. */
    public Standing change(String partner, SheetColumns columns) {
        store.add(partner, columns, clock.instant(), wall.scope().login());
        trail.note("CHANGE_COLUMNS", partner, columns.ours().toString());
        return standing(partner);
    }

    /**
     * The version that stands now.
     *
     * @param version 0 where there is none yet
     * @param columns column of the contract by the partner's heading
     */
    public record Standing(
            String code,
            int version,
            Map<String, String> columns,
            @Nullable OffsetDateTime changedAt,
            @Nullable String changedBy) {
        static Standing none(String code) {
            return new Standing(code, 0, Map.of(), null, null);
        }
    }
}
