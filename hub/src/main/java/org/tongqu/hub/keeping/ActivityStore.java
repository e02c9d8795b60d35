package org.tongqu.hub.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of calls, samples and quotes sent. */
@Repository
class ActivityStore {
    private final JdbcClient jdbc;

    ActivityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String id, Activities.Wanted wanted, Where where, String person, Instant at, Instant now) {
        jdbc.sql("""
                        insert into keeping.activity
                            (id, customer_id, region, branch, kind, person, happened_at, words, need_id, amount, currency, entered_at)
                        values (:id, :customer, :region, :branch, :kind, :person, :at, :words, :need, :amount, :currency, :now)
                        """)
                .param("id", id)
                .param("customer", where.customerId())
                .param("region", where.region())
                .param("branch", where.branch())
                .param("kind", wanted.kind())
                .param("person", person)
                .param("at", Columns.utc(at))
                .param("words", wanted.words().strip())
                .param("need", wanted.needId())
                .param("amount", wanted.amount())
                .param("currency", wanted.amount() == null ? null : "CNY")
                .param("now", Columns.utc(now))
                .update();
    }

    /** Newest first by when they happened, 200 at most. */
    List<Activities.Activity> of(Collection<String> customers) {
        return jdbc.sql("""
                        select * from keeping.activity where customer_id = any(:ids::text[]) order by happened_at desc, id desc limit 200
                        """)
                .param("ids", customers.toArray(String[]::new))
                .query(ActivityStore::activity)
                .list();
    }

    /** When something was last done for each of these; those for which nothing ever was are missing. */
    Map<String, LocalDate> last(Collection<String> customers) {
        Map<String, LocalDate> last = new HashMap<>();
        jdbc.sql("""
                        select customer_id, max(happened_at) as last from keeping.activity
                        where customer_id = any(:ids::text[]) group by 1
                        """)
                .param("ids", customers.toArray(String[]::new))
                .query((row, n) -> last.put(row.getString(1), Columns.day(row, "last")))
                .list();
        return last;
    }

    private static Activities.Activity activity(ResultSet row, int n) throws SQLException {
        return new Activities.Activity(
                row.getString("id"),
                row.getString("customer_id"),
                row.getString("kind"),
                row.getString("person"),
                Columns.time(row, "happened_at"),
                row.getString("words"),
                row.getString("need_id"),
                Columns.amountOrNull(row, "amount", "currency"));
    }

    /** Whose it is and who sees it. */
    record Where(
            String customerId,
            @Nullable String region,
            @Nullable String branch) {}
}
