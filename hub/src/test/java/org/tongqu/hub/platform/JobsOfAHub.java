package org.tongqu.hub.platform;

import java.time.Clock;
import org.springframework.context.ApplicationContext;

/** Jobs as a hub of another name sees them, by a clock of its own. */
public final class JobsOfAHub {
    private JobsOfAHub() {}

    public static Jobs of(ApplicationContext hub, String name, Clock clock) {
        return of(hub, new Node("jobs-of-" + name, "life"), clock);
    }

    static Jobs of(ApplicationContext hub, Node node, Clock clock) {
        return new Jobs(hub.getBean(JobLeaseStore.class), hub.getBean(Wall.class), node, clock);
    }
}
