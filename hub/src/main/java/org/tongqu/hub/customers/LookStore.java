package org.tongqu.hub.customers;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of records to be looked at once more when all that was going on as they came is done. */
@Repository
class LookStore {
    private final JdbcClient jdbc;

    LookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Collection<String> records) {
        jdbc.sql("""
                        insert into customers.look (source_record_id, after)
                        select id, pg_snapshot_xmax(pg_current_snapshot()) from unnest(:records::text[]) as w(id)
                        on conflict (source_record_id) do update set after = excluded.after
                        """).param("records", records.toArray(String[]::new)).update();
    }

    boolean any() {
        return jdbc.sql(
                        "select exists (select 1 from customers.look where after <= pg_snapshot_xmin(pg_current_snapshot()))")
                .query(Boolean.class)
                .single();
    }

    /** Takes some that may be looked at now. */
    List<String> take(int most) {
        return jdbc.sql("""
                        delete from customers.look where source_record_id in (
                            select source_record_id from customers.look where after <= pg_snapshot_xmin(pg_current_snapshot())
                            order by source_record_id limit :most)
                        returning source_record_id
                        """).param("most", most).query(String.class).list();
    }
}
