package org.tongqu.hub.journal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/**
 * The business's own book of what took effect, which forbids nothing: an effect made twice stands in it twice, and beside each the number of
 * the lease it was made under and the one that was good at that moment.
 */
final class EffectBook {
    static final List<String> TABLES = List.of(
            "create schema simulation",
            "create table simulation.effect (run text, what text, thing text, ref text, held bigint, good bigint)",
            "create index on simulation.effect (run)",
            "create table simulation.speaking (thing text primary key, revision int)");

    private final JdbcClient jdbc;
    private final Wall wall;
    private final String run;

    EffectBook(JdbcClient jdbc, Wall wall, String run) {
        this.jdbc = jdbc;
        this.wall = wall;
        this.run = run;
    }

    void ofMessage(String what, List<String> things, String messageId, @Nullable Kept lease) {
        write(what, things, messageId, "journal.message", lease == null ? -1 : lease.fence());
    }

    void ofParcel(String how, String parcelId, long fence) {
        write(how, List.of(parcelId), parcelId, "platform.outbox", fence);
    }

    private void write(String what, List<String> things, String ref, String table, long held) {
        jdbc.sql("""
                        insert into simulation.effect (run, what, thing, ref, held, good)
                        select :run, :what, thing, :ref, :held, (select fence from %s where id = :ref) from unnest(:things::text[]) as thing
                        """.formatted(table))
                .param("run", run)
                .param("what", what)
                .param("things", things.toArray(String[]::new))
                .param("ref", ref)
                .param("held", held)
                .update();
    }

    /** The higher revision speaks, whichever came first. */
    void speaks(String thing, int revision) {
        jdbc.sql("""
                        insert into simulation.speaking as s (thing, revision) values (:thing, :revision)
                        on conflict (thing) do update set revision = greatest(s.revision, excluded.revision)
                        """).param("thing", thing).param("revision", revision).update();
    }

    /** How often each thing stands in the book. */
    Map<String, Integer> counted(String what) {
        return counts("select thing, count(*) from simulation.effect where run = :run and what = '" + what
                + "' group by thing");
    }

    /** Two columns, a name and a number. */
    Map<String, Integer> counts(String sql) {
        Map<String, Integer> counts = new TreeMap<>();
        wall.read(
                Scope.WORKER,
                () -> jdbc.sql(sql)
                        .param("run", run)
                        .query((row, n) -> counts.put(row.getString(1), row.getInt(2)))
                        .list());
        return counts;
    }

    List<String> list(String sql) {
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql(sql).param("run", run).query(String.class).list());
    }
}
