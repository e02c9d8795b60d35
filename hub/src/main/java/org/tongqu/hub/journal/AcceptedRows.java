package org.tongqu.hub.journal;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** How many rows of a partner's files were taken and how many went back; the hub answers, and whether the asker may know is asked before. */
@Component
public class AcceptedRows {
    private final TrafficStore store;
    private final Wall wall;

    AcceptedRows(TrafficStore store, Wall wall) {
        this.store = store;
        this.wall = wall;
    }

    /** Call it outside any other scope. */
    public Rows of(String partner, Instant since) {
        return wall.read(Scope.WORKER, () -> store.rowsOf(partner, since));
    }

    /** @param refused sent back to be mended */
    public record Rows(long accepted, long refused) {}
}
