package org.tongqu.hub.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;

/** 导出记录: which lists a person took out of the house; written for readers too, and never changed. */
@Component
public class Exports {
    private final ExportStore store;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    Exports(ExportStore store, Wall wall, Ids ids, Clock clock) {
        this.store = store;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Written by the hub itself, as an auditor may write nothing and leaves a trace all the same.
     *
     * @param query the filters as the address carried them; may be empty
     */
    public void note(Sender sender, String list, String query, long rows) {
        wall.run(Scope.WORKER, () -> store.note(ids.next(), clock.instant(), sender.login(), list, query, rows));
    }

    /** A login's exports, newest first, 200 at most; whether the asker may know is asked before. */
    public List<Export> of(String login, Instant since) {
        return wall.read(Scope.WORKER, () -> store.of(login, since));
    }

    /** One list that went out. */
    public record Export(OffsetDateTime at, String list, String query, long rows) {}
}
