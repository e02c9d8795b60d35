package org.tongqu.hub.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of what needs measured when they were raised. */
@Repository
class MeasuredStore {
    private final JdbcClient jdbc;

    MeasuredStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A need of the past with the grade it has now. */
    record Past(String id, String number, String summary, String grade, Measured measured) {}

    void keep(String needId, Measured need) {
        jdbc.sql("""
                        insert into needs.measured
                            (need_id, classes, no_product_code, budget, days_left, faults, words, orders_before, class_orders_before)
                        values (:id, :classes, :noCode, :budget, :days, :faults, :words, :orders, :classOrders)
                        """)
                .param("id", needId)
                .param("classes", need.classes())
                .param("noCode", need.noProductCode())
                .param("budget", need.budget())
                .param("days", need.daysLeft())
                .param("faults", need.faults())
                .param("words", need.words())
                .param("orders", need.ordersBefore())
                .param("classOrders", need.classOrdersBefore())
                .update();
    }

    /** Of the product class that was ordered least how many parts were ordered so far; nought where there is none. */
    int ordered(Collection<String> classes) {
        return jdbc.sql("""
                        select coalesce(min(ordered), 0) from (
                            select (select count(*) from (
                                select 1 from needs.part p
                                where p.product_class = c.class and p.state in ('ORDERED', 'DELIVERED', 'PAID') limit 1000) few) as ordered
                            from unnest(:classes::text[]) as c(class)) counted
                        """)
                .param("classes", classes.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /** Newest first. */
    List<Past> past(int most) {
        return jdbc.sql("""
                        select d.id, d.number, d.raised_at, d.summary, d.grade, m.*
                        from needs.need d join needs.measured m on m.need_id = d.id
                        where d.grade is not null order by d.id desc limit :most
                        """).param("most", most).query((row, n) -> past(row)).list();
    }

    private static Past past(ResultSet row) throws SQLException {
        return new Past(
                row.getString("id"),
                NeedStore.number(row.getLong("number"), Columns.time(row, "raised_at")),
                row.getString("summary"),
                row.getString("grade"),
                new Measured(
                        row.getInt("classes"),
                        row.getBoolean("no_product_code"),
                        row.getBigDecimal("budget"),
                        row.getObject("days_left", Integer.class),
                        row.getInt("faults"),
                        row.getString("words"),
                        row.getObject("orders_before", Integer.class),
                        row.getObject("class_orders_before", Integer.class)));
    }
}
