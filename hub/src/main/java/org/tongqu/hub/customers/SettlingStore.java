package org.tongqu.hub.customers;

import java.time.Instant;
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
        return jdbc.sql("select * from customers.held(:ids::text[])")
                .param("ids", customers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Region, life state and upkeep follow from records and golden values, in this order. */
    void settle(Collection<String> customers, Instant now) {
        jdbc.sql(ALL)
                .param("ids", customers.toArray(String[]::new))
                .param("now", Columns.utc(now))
                .update();
    }
}
