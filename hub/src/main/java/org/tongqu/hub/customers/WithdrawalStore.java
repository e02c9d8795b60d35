package org.tongqu.hub.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of source records that count no more, and of what else was kept of them. */
@Repository
class WithdrawalStore {
    private final JdbcClient jdbc;

    WithdrawalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Collection<String> records, String who, String why, Instant now) {
        jdbc.sql("""
                        insert into customers.withdrawal (source_record_id, who, why, at)
                        select id, :who, :why, :now from unnest(:records::text[]) as w(id)
                        """)
                .param("records", records.toArray(String[]::new))
                .param("who", who)
                .param("why", why)
                .param("now", Columns.utc(now))
                .update();
    }

    /** What is looked for, asked about or looked at again is no longer these. */
    void unlist(Collection<String> records) {
        for (String from : List.of("found_by", "look", "unfound")) {
            jdbc.sql("delete from customers." + from + " where source_record_id = any(:records::text[])")
                    .param("records", records.toArray(String[]::new))
                    .update();
        }
        jdbc.sql("delete from customers.doubt where record = any(:records::text[]) or other = any(:records::text[])")
                .param("records", records.toArray(String[]::new))
                .update();
    }

    /** Those of these that are withdrawn. */
    List<String> among(Collection<String> records) {
        return jdbc.sql("""
                        select source_record_id from customers.withdrawal
                        where source_record_id = any(:records::text[]) and restored_at is null order by 1
                        """)
                .param("records", records.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void end(Collection<String> records, String who, Instant now) {
        jdbc.sql("""
                        update customers.withdrawal set restored_by = :who, restored_at = :now
                        where source_record_id = any(:records::text[]) and restored_at is null
                        """)
                .param("records", records.toArray(String[]::new))
                .param("who", who)
                .param("now", Columns.utc(now))
                .update();
    }
}
