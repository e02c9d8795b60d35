package org.tongqu.hub.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of how far agents' words hold. */
@Repository
class TrustStore {
    private final JdbcClient jdbc;

    TrustStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever is doubted now and was not, or the other way round, has its customers' values to be chosen anew. */
    void keep(String source, int percent, boolean doubted, Instant now) {
        jdbc.sql("""
                        insert into customers.source_trust (source, percent, doubted, since, chosen)
                        values (:source, :percent, :doubted, :now, case when :doubted then '' end)
                        on conflict (source) do update set percent = excluded.percent, doubted = excluded.doubted, since = excluded.since,
                            chosen = case when source_trust.doubted <> excluded.doubted then '' else source_trust.chosen end
                        where (source_trust.percent, source_trust.doubted) is distinct from (excluded.percent, excluded.doubted)
                        """)
                .param("source", source)
                .param("percent", percent)
                .param("doubted", doubted)
                .param("now", Columns.utc(now))
                .update();
    }

    /** By source; sources whose word was never checked are missing. */
    Map<String, Integer> percents(Collection<String> sources) {
        Map<String, Integer> percents = new HashMap<>();
        jdbc.sql("select source, percent from customers.source_trust where source = any(:sources::text[])")
                .param("sources", sources.toArray(String[]::new))
                .query((row, n) -> percents.put(row.getString(1), row.getInt(2)))
                .list();
        return percents;
    }

    boolean anyUnchosen() {
        return jdbc.sql("select exists (select 1 from customers.source_trust where chosen is not null)")
                .query(Boolean.class)
                .single();
    }

    Optional<Next> unchosen() {
        return jdbc.sql(
                        "select source, chosen from customers.source_trust where chosen is not null order by source limit 1 for update")
                .query(Next.class)
                .optional();
    }

    List<String> customersOf(String source, String after, int most) {
        return jdbc.sql("""
                        select distinct m.customer_id from customers.source_record r
                        join customers.membership m on m.source_record_id = r.id and m.until is null
                        where r.source = :source and m.customer_id > :after order by m.customer_id limit :most
                        """)
                .param("source", source)
                .param("after", after)
                .param("most", most)
                .query(String.class)
                .list();
    }

    void chosen(String source, @Nullable String upTo) {
        jdbc.sql("update customers.source_trust set chosen = :upTo where source = :source")
                .param("source", source)
                .param("upTo", upTo)
                .update();
    }

    /** @param chosen the last customer that is done; empty where none is */
    record Next(String source, String chosen) {}
}
