package org.tongqu.hub.platform;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people did, for good: a line is written in the transaction of the deed itself, under the login of its scope. */
@Component
public class AuditTrail {
    private final AuditStore store;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    AuditTrail(AuditStore store, Wall wall, Ids ids, Clock clock) {
        this.store = store;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param act upper-case verb, e.g. {@code RESEND}
     * @param object what it was done to, e.g. a message id
     */
    public void note(String act, String object, @Nullable String detail) {
        store.note(ids.next(), clock.instant(), wall.scope().login(), act, object, detail);
    }
}
