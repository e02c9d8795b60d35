package org.tongqu.hub.reconciliation;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;

/** SQL of what happened to cases, oldest first. */
@Repository
class CaseEventStore {
    private static final String HUB = "hub";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    CaseEventStore(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** What may happen to a case. */
    enum Kind {
        OPENED,
        MOVED,
        SETTLED,
        REOPENED,
        DECIDED,
        TAKEN_BACK,
        ASKED,
        ANSWERED
    }

    /** By the hub itself. */
    void all(Collection<String> cases, Kind kind) {
        List<String> each = List.copyOf(cases);
        if (!each.isEmpty()) {
            jdbc.sql("""
                            insert into reconciliation.case_event (id, case_id, kind, by_whom, words, at)
                            select w.id, w.case_id, :kind, :who, '', :now from unnest(:ids::text[], :cases::text[]) as w(id, case_id)
                            """)
                    .param("ids", each.stream().map(one -> ids.next()).toArray(String[]::new))
                    .param("cases", each.toArray(String[]::new))
                    .param("kind", kind.name())
                    .param("who", HUB)
                    .param("now", Columns.utc(clock.instant()))
                    .update();
        }
    }

    void one(String caseId, Kind kind, String who, String words) {
        jdbc.sql("""
                        insert into reconciliation.case_event (id, case_id, kind, by_whom, words, at)
                        values (:id, :case, :kind, :who, :words, :now)
                        """)
                .param("id", ids.next())
                .param("case", caseId)
                .param("kind", kind.name())
                .param("who", who)
                .param("words", words)
                .param("now", Columns.utc(clock.instant()))
                .update();
    }

    List<Discrepancies.Event> of(String caseId) {
        return jdbc.sql(
                        "select kind, by_whom, words, at from reconciliation.case_event where case_id = :id order by at, id limit 200")
                .param("id", caseId)
                .query((row, n) -> new Discrepancies.Event(
                        row.getString("kind"),
                        row.getString("by_whom"),
                        row.getString("words"),
                        Columns.time(row, "at")))
                .list();
    }
}
