package org.tongqu.hub.matching;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of which records may be one firm with which. */
@Repository
class LinkStore {
    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What these records may be one with is found anew; what a person decided stays. */
    void forget(Collection<Long> records) {
        jdbc.sql("""
                        with its as (
                            delete from matching.link where record = any(:records::bigint[]) and not decided returning record, other)
                        delete from matching.link l using its where l.record = its.other and l.other = its.record and not l.decided
                        """).param("records", records.toArray(Long[]::new)).update();
    }

    /** Others that these may be one with, or are by a person's word. */
    List<Long> beside(Collection<Long> records) {
        return jdbc.sql("""
                        select distinct other from matching.link
                        where record = any(:records::bigint[]) and other <> all(:records::bigint[])
                        """)
                .param("records", records.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Decided ones too. */
    void drop(Collection<Long> records) {
        jdbc.sql("""
                        with its as (delete from matching.link where record = any(:records::bigint[]) returning record, other)
                        delete from matching.link l using its where l.record = its.other and l.other = its.record
                        """).param("records", records.toArray(Long[]::new)).update();
    }

    void add(List<long[]> pairs, boolean decided) {
        jdbc.sql("""
                        insert into matching.link (record, other, decided)
                        select a, b, :decided from unnest(:as::bigint[], :bs::bigint[]) as w(a, b)
                        union select b, a, :decided from unnest(:as::bigint[], :bs::bigint[]) as w(a, b)
                        on conflict (record, other) do update set decided = matching.link.decided or excluded.decided
                        """)
                .param("as", pairs.stream().map(pair -> pair[0]).toArray(Long[]::new))
                .param("bs", pairs.stream().map(pair -> pair[1]).toArray(Long[]::new))
                .param("decided", decided)
                .update();
    }

    /** All records that links lead to from these, these included, and the links among them, each record first with itself. */
    List<Linked> reach(Collection<String> ids) {
        return jdbc.sql("""
                        with recursive reach(no) as (
                            select no from matching.record where id = any(:ids::text[])
                            union select l.other from reach join matching.link l on l.record = reach.no)
                        select r.id, coalesce(o.id, r.id)
                        from reach join matching.record r on r.no = reach.no
                        left join matching.link l on l.record = reach.no left join matching.record o on o.no = l.other
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> new Linked(row.getString(1), row.getString(2)))
                .list();
    }

    /** A record and one that it may be one with, or itself where there is none. */
    record Linked(String record, String other) {}
}
