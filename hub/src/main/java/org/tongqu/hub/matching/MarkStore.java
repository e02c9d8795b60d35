package org.tongqu.hub.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of marks. Reads and writes see all marks, so they run as a worker's or through the functions of the schema. */
@Repository
class MarkStore {
    private final JdbcClient jdbc;

    MarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes each mark nobody has, and tells whose each one is now; a merge waits until the asker is done with the answer. */
    Map<String, String> takeOrRead(Map<String, String> wanted) {
        String[] marks = wanted.keySet().toArray(String[]::new);
        jdbc.sql("""
                        insert into matching.mark (mark, customer_id)
                        select w.mark, w.customer from unnest(:marks::text[], :customers::text[]) with ordinality as w(mark, customer, n)
                        order by w.n on conflict (mark) do nothing
                        """)
                .param("marks", marks)
                .param("customers", wanted.values().toArray(String[]::new))
                .update();
        Map<String, String> owners = new HashMap<>();
        jdbc.sql("select mark, customer_id from matching.mark where mark = any(:marks) order by mark for share")
                .param("marks", marks)
                .query((row, n) -> owners.put(row.getString(1), row.getString(2)))
                .list();
        return owners;
    }

    List<String> marksOf(String customer) {
        return jdbc.sql("select mark from matching.mark where customer_id = :customer")
                .param("customer", customer)
                .query(String.class)
                .list();
    }

    void repoint(String from, String to) {
        jdbc.sql("update matching.mark set customer_id = :to where customer_id = :from")
                .param("to", to)
                .param("from", from)
                .update();
    }
}
