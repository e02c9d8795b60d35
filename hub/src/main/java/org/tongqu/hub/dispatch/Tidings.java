package org.tongqu.hub.dispatch;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 知会: what one person was told of dispatches and has not seen yet, nobody else's; seeing it is all that is asked. */
@Component
public class Tidings {
    private static final int MOST = 50;
    private static final int COUNTED = 99;

    private final ToldStore store;
    private final Policy policy;
    private final Wall wall;
    private final Clock clock;

    Tidings(ToldStore store, Policy policy, Wall wall, Clock clock) {
        this.store = store;
        this.policy = policy;
        this.wall = wall;
        this.clock = clock;
    }

    /** Newest first; where there are more than fifty, the others come when these are seen. */
    public List<Told> unseen(Sender reader) {
        policy.require(reader, Act.KEEP_REMINDER);
        return wall.read(Scope.of(reader), () -> store.unseen(reader.login(), MOST));
    }

    /** How many there are, counted up to 99; within the scope at hand. */
    public long count(Sender reader) {
        return store.count(reader.login(), COUNTED);
    }

    public void seen(Sender by, String id) {
        policy.require(by, Act.KEEP_REMINDER);
        if (!wall.within(Scope.of(by), () -> store.seen(by.login(), id, clock.instant()))) {
            throw Problem.notFound().said();
        }
    }

    public void allSeen(Sender by) {
        policy.require(by, Act.KEEP_REMINDER);
        wall.within(Scope.of(by), () -> store.seen(by.login(), null, clock.instant()));
    }

    /**
     * One thing told.
     *
     * @param kind as the dispatch names it, e.g. BOOKED
     * @param what number and summary of the need
     * @param words the rest: names, a reason, days; may be empty
     */
    public record Told(String id, String kind, String dispatchId, String what, String words, OffsetDateTime at) {
        /** Whether its reader still sees the dispatch: who was let go does not. */
        public boolean leads() {
            return !kind.equals("RELEASED");
        }
    }
}
