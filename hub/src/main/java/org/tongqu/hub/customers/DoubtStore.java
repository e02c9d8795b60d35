package org.tongqu.hub.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.matching.Matching.Link;
import org.tongqu.hub.platform.Columns;

/** SQL of pairs of records that a person should look at. */
@Repository
class DoubtStore {
    private static final String PAIR = """
            select d.record, a.customer_id as customer, d.other, b.customer_id as other_customer, d.score, d.reason
            from customers.doubt d
            join customers.membership a on a.source_record_id = d.record and a.until is null
            join customers.membership b on b.source_record_id = d.other and b.until is null
            """;
    private static final String OPEN =
            PAIR + " where a.customer_id <> b.customer_id and (d.put_off_until is null or d.put_off_until <= :now)";

    private final JdbcClient jdbc;

    DoubtStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** These are the doubts about these records now; what was in doubt before and is no more is gone. */
    void settle(Collection<String> records, List<Link> doubts, Instant now) {
        jdbc.sql("""
                        delete from customers.doubt d where (d.record = any(:records) or d.other = any(:records)) and not exists (
                            select 1 from unnest(:as::text[], :bs::text[]) as w(a, b) where w.a = d.record and w.b = d.other)
                        """)
                .param("records", records.toArray(String[]::new))
                .param("as", doubts.stream().map(Link::record).toArray(String[]::new))
                .param("bs", doubts.stream().map(Link::other).toArray(String[]::new))
                .update();
        if (doubts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into customers.doubt (record, other, score, reason, since)
                        select w.*, :now from unnest(:as::text[], :bs::text[], :scores::real[], :reasons::text[]) w
                        on conflict (record, other) do update set score = excluded.score, reason = excluded.reason
                        """)
                .param("as", doubts.stream().map(Link::record).toArray(String[]::new))
                .param("bs", doubts.stream().map(Link::other).toArray(String[]::new))
                .param(
                        "scores",
                        doubts.stream().map(doubt -> (float) doubt.score()).toArray(Float[]::new))
                .param("reasons", doubts.stream().map(Link::reason).toArray(String[]::new))
                .param("now", Columns.utc(now))
                .update();
    }

    /** Two records, whose they are today, and what is said for and against. */
    record Open(String record, String customer, String other, String otherCustomer, double score, String reason) {}

    /** Of different customers and not put off beyond now, the likeliest first. */
    List<Open> open(Instant now, int most) {
        return jdbc.sql(OPEN + " order by d.score desc, d.record, d.other limit :most")
                .param("now", Columns.utc(now))
                .param("most", most)
                .query(DoubtStore::open)
                .list();
    }

    List<Open> about(Collection<String> records) {
        return jdbc.sql(
                        PAIR
                                + " where a.customer_id <> b.customer_id and (d.record = any(:records::text[]) or d.other = any(:records::text[]))")
                .param("records", records.toArray(String[]::new))
                .query(DoubtStore::open)
                .list();
    }

    long count(Instant now) {
        return jdbc.sql("select count(*) from (" + OPEN + ") open")
                .param("now", Columns.utc(now))
                .query(Long.class)
                .single();
    }

    Optional<Open> find(String record, String other) {
        return jdbc.sql(PAIR + " where d.record = :record and d.other = :other")
                .param("record", record)
                .param("other", other)
                .query(DoubtStore::open)
                .optional();
    }

    void putOff(String record, String other, Instant until) {
        jdbc.sql("update customers.doubt set put_off_until = :until where record = :record and other = :other")
                .param("record", record)
                .param("other", other)
                .param("until", Columns.utc(until))
                .update();
    }

    private static Open open(ResultSet row, int n) throws SQLException {
        return new Open(
                row.getString("record"),
                row.getString("customer"),
                row.getString("other"),
                row.getString("other_customer"),
                row.getDouble("score"),
                row.getString("reason"));
    }
}
