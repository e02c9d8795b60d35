package org.tongqu.hub.visits;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of rivals' offers. */
@Repository
class RivalsStore {
    private static final String SOUGHT = """
             from visits.competitor_fact f join visits.visit v on v.id = f.visit_id
            where v.visited_at >= :since and (:region::text is null or v.region = :region)
              and (:class::text is null or f.product_class = :class or starts_with(f.product_class, :class || '.')
                   or (:class = 'NONE' and f.product_class is null))
            """;

    private final JdbcClient jdbc;

    RivalsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Rivals.Line> report(Rivals.Sought sought, Instant since) {
        return asked("""
                        select split_part(f.product_class, '.', 1) as class, v.region, count(*) as times,
                               count(distinct f.name) as rivals, count(distinct v.id) as visits,
                               min(f.price) filter (where f.currency = 'CNY') as price_low,
                               percentile_disc(0.5) within group (order by f.price) filter (where f.currency = 'CNY') as price_middle,
                               max(f.price) filter (where f.currency = 'CNY') as price_high,
                               min(f.lead_time_days)::numeric as days_low,
                               (percentile_disc(0.5) within group (order by f.lead_time_days))::numeric as days_middle,
                               max(f.lead_time_days)::numeric as days_high
                        """ + SOUGHT + " group by 1, 2 order by times desc, 1, 2", sought, since)
                .query((row, n) -> new Rivals.Line(
                        row.getString("class"),
                        row.getString("region"),
                        row.getLong("times"),
                        row.getLong("rivals"),
                        row.getLong("visits"),
                        spread(row, "price"),
                        spread(row, "days")))
                .list();
    }

    List<Rivals.Fact> facts(Rivals.Sought sought, Instant since, int from, int most) {
        return asked(
                        "select f.*, v.visit_no, v.rep, v.region, v.visited_at, v.source_record_id, v.message_id"
                                + SOUGHT + " order by v.visited_at desc, f.visit_id, f.n offset :from limit :most",
                        sought,
                        since)
                .param("from", from)
                .param("most", most)
                .query((row, n) -> fact(row))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Rivals.Sought sought, Instant since) {
        return jdbc.sql(sql)
                .param("since", Columns.utc(since))
                .param("region", sought.region())
                .param("class", sought.productClass());
    }

    List<Rivals.Told> told(Collection<String> classes, Instant since) {
        return jdbc.sql("""
                        select f.*, v.region, v.visited_at from visits.competitor_fact f join visits.visit v on v.id = f.visit_id
                        where v.visited_at >= :since
                          and exists (select 1 from unnest(:classes::text[]) own
                                      where f.product_class = own or starts_with(f.product_class, own || '.'))
                        order by v.visited_at desc, f.visit_id, f.n limit 1000
                        """)
                .param("since", Columns.utc(since))
                .param("classes", classes.toArray(String[]::new))
                .query((row, n) -> new Rivals.Told(
                        row.getString("product_class"),
                        row.getString("region"),
                        Columns.time(row, "visited_at")
                                .atZoneSameInstant(Columns.HOUSE_ZONE)
                                .toLocalDate(),
                        row.getString("name"),
                        row.getString("product"),
                        Columns.amountOrNull(row, "price", "currency"),
                        Columns.intOrNull(row, "lead_time_days")))
                .list();
    }

    private static Rivals.Fact fact(ResultSet row) throws SQLException {
        return new Rivals.Fact(
                row.getString("visit_id"),
                row.getString("visit_no"),
                row.getString("rep"),
                row.getString("region"),
                Columns.time(row, "visited_at"),
                row.getString("name"),
                row.getString("product"),
                row.getString("product_class"),
                Columns.amountOrNull(row, "price", "currency"),
                Columns.intOrNull(row, "lead_time_days"),
                row.getString("source_record_id"),
                row.getString("message_id"));
    }

    private static Rivals.@Nullable Spread spread(ResultSet row, String of) throws SQLException {
        BigDecimal low = Columns.quantityOrNull(row, of + "_low");
        return low == null
                ? null
                : new Rivals.Spread(
                        low,
                        Objects.requireNonNull(Columns.quantityOrNull(row, of + "_middle")),
                        Objects.requireNonNull(Columns.quantityOrNull(row, of + "_high")));
    }
}
