package org.tongqu.hub.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the hub's own ground: the database itself, the hubs on it, the audits of its ledger. */
@Repository
class VitalsStore {
    private final JdbcClient jdbc;

    VitalsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Vitals.Base base() {
        return jdbc.sql("""
                        select pg_database_size(current_database()) as bytes, pg_postmaster_start_time() as up_since, clock_timestamp() as now
                        """)
                .query((row, n) ->
                        new Vitals.Base(row.getLong("bytes"), Columns.time(row, "up_since"), Columns.time(row, "now")))
                .single();
    }

    List<Vitals.Hub> hubs(Node own) {
        return jdbc.sql(
                        "select life, home, started_at, seen_at from platform.hub_node order by seen_at desc, life limit 50")
                .query((row, n) -> new Vitals.Hub(
                        row.getString("home"),
                        Columns.time(row, "started_at"),
                        Columns.time(row, "seen_at"),
                        own.life().equals(row.getString("life"))))
                .list();
    }

    Optional<Vitals.Walk> lastAudit() {
        return jdbc.sql("select at, lost, doubled, astray from platform.ledger_audit order by id desc limit 1")
                .query((row, n) -> new Vitals.Walk(
                        Columns.time(row, "at"), row.getLong("lost"), row.getLong("doubled"), row.getLong("astray")))
                .optional();
    }

    /** Earlier lives of the same home are over: its lock proves it. */
    void seen(Node node, Instant started, Instant now) {
        jdbc.sql("delete from platform.hub_node where home = :home and life <> :life")
                .param("home", node.home())
                .param("life", node.life())
                .update();
        jdbc.sql("""
                        insert into platform.hub_node (life, home, started_at, seen_at) values (:life, :home, :started, :now)
                        on conflict (life) do update set seen_at = excluded.seen_at
                        """)
                .param("life", node.life())
                .param("home", node.home())
                .param("started", Columns.utc(started))
                .param("now", Columns.utc(now))
                .update();
    }

    void gone(Node node) {
        jdbc.sql("delete from platform.hub_node where life = :life")
                .param("life", node.life())
                .update();
    }
}
