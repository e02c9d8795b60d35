package org.tongqu.hub.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL around a regrouping: customers are held whole before it, and what follows from it is settled after. What comes together goes in one trip. */
@Repository
class SettlingStore {
    private static final String ALL = CustomerStore.REGIONS + ";" + CustomerStore.LIFE_STATES + ";" + CareStore.UPKEEP;

    private final JdbcClient jdbc;

    SettlingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds these customers until the end, in the order of ids, and only then asks for their records: whoever adds to one of them next sees
     * what this one added.
     */
    List<String> hold(Collection<String> customers) {
        return jdbc.sql("""
                        select id from customers.customer where id = any(:ids::text[]) order by id for update;
                        select source_record_id from customers.membership where customer_id = any(:ids::text[]) and until is null
                        """)
                .param("ids", customers.toArray(String[]::new))
                .query(SettlingStore::second);
    }

    private static List<String> second(ResultSet first) throws SQLException {
        Statement both = first.getStatement();
        both.getMoreResults();
        List<String> found = new ArrayList<>();
        try (ResultSet rows = both.getResultSet()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Region, life state and upkeep follow from records and golden values, in this order. */
    void settle(Collection<String> customers, Instant now) {
        jdbc.sql(ALL)
                .param("ids", customers.toArray(String[]::new))
                .param("now", Columns.utc(now))
                .update();
    }
}
