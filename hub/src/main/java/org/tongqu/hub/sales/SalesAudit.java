package org.tongqu.hub.sales;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Holds what was acknowledged against what stands in the room's own tables: nothing missing, nothing twice. */
@Component
class SalesAudit {
    private final SalesAuditStore store;
    private final Wall wall;

    SalesAudit(SalesAuditStore store, Wall wall) {
        this.store = store;
        this.wall = wall;
    }

    /** One line a trouble; empty when all is well. What is still waiting to be taken is no trouble. */
    List<String> problems() {
        return wall.read(
                Scope.WORKER,
                () -> SalesAuditStore.QUESTIONS.stream()
                        .flatMap(question ->
                                store.troubles(question).stream().map(ref -> question.trouble() + ": " + ref))
                        .toList());
    }
}
