package org.tongqu.hub.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/**
 * SQL around a regrouping: customers are held whole before it, and what follows from it is settled after. By functions that see past the walls, as
 * whoever regroups must see all.
 */
@Repository
class SettlingStore {
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

    /** Customers by record, for those that have one. */
    Map<String, String> homes(Collection<String> records) {
        Map<String, String> homes = new TreeMap<>();
        jdbc.sql("select * from customers.homes(:ids::text[])")
                .param("ids", records.toArray(String[]::new))
                .query((row, n) -> homes.put(row.getString(1), row.getString(2)))
                .list();
        return homes;
    }

    First firstOf(Collection<String> records) {
        First first = new First(new HashMap<>(), new HashSet<>());
        jdbc.sql("select * from customers.first_homes(:ids::text[])")
                .param("ids", records.toArray(String[]::new))
                .query((row, n) -> first.add(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
        return first;
    }

    /**
     * Which customer each record was first given.
     *
     * @param vacant those of the customers that are merged away or withdrawn today
     */
    record First(Map<String, String> customers, Set<String> vacant) {
        private boolean add(String record, String customer, boolean isVacant) {
            customers.put(record, customer);
            return isVacant && vacant.add(customer);
        }
    }

    /** Region, life state and upkeep follow from records and golden values, in this order. */
    void settle(Collection<String> customers, Instant now) {
        jdbc.sql("""
                        select customers.settle_regions(:ids::text[]),
                            (select count(*) from customers.settle_life_states(:ids::text[], :now)),
                            customers.settle_upkeep(:ids::text[], :now)
                        """)
                .param("ids", customers.toArray(String[]::new))
                .param("now", Columns.utc(now))
                .query()
                .listOfRows();
    }
}
