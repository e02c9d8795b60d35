package org.tongqu.hub.customers;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.hub.platform.Window;

/** SQL of finding customers; who finds what is the functions' business. */
@Repository
class FindingStore {
    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down what source records are found by, once they belong to a customer; numbers as text, for no two rows have as many. */
    void keep(Collection<FoundBy> found) {
        jdbc.sql("select customers.keep_found(:records::text[], :words::text[], :grams::text[])")
                .param("records", texts(found, FoundBy::recordId))
                .param("words", texts(found, FoundBy::lines))
                .param(
                        "grams",
                        texts(
                                found,
                                each -> Arrays.toString(each.grams())
                                        .replace('[', '{')
                                        .replace(']', '}')))
                .query()
                .listOfRows();
    }

    private static String[] texts(Collection<FoundBy> found, Function<FoundBy, String> text) {
        return found.stream().map(text).toArray(String[]::new);
    }

    /** Customers by newest number. */
    List<CustomersPagesStore.Found> search(Term term, Window window) {
        if (term.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        "select customer_id, number from customers.found(:likes::text[], :grams::int[], :before, :most)")
                .param("likes", term.likes())
                .param("grams", term.grams())
                .param("before", window.beforeNumber())
                .param("most", window.oneMore())
                .query((row, n) -> new CustomersPagesStore.Found(row.getString(1), row.getLong(2)))
                .list();
    }

    /** Words of customers' source records in sight, the newest first: to say which of them a term was found in. */
    List<Words> wordsOf(Collection<String> customers) {
        return jdbc.sql("""
                        select m.customer_id, r.name, r.uscc, r.contact_name, r.contact_phone
                        from customers.membership m join customers.source_record r on r.id = m.source_record_id
                        where m.customer_id = any(:ids::text[]) and m.until is null order by r.observed_at desc, r.id desc limit 1000
                        """)
                .param("ids", customers.toArray(String[]::new))
                .query((row, n) -> new Words(
                        row.getString("customer_id"),
                        new CustomerSaid(
                                row.getString("name"),
                                row.getString("uscc"),
                                null,
                                null,
                                null,
                                new CustomerSaid.ContactSaid(
                                        row.getString("contact_name"), row.getString("contact_phone"), null))))
                .list();
    }

    /** Takes some source records of old off the list of those that cannot be found yet. */
    List<String> takeUnfound(int most) {
        return jdbc.sql("""
                        delete from customers.unfound where source_record_id in
                            (select source_record_id from customers.unfound order by source_record_id desc limit :most)
                        returning source_record_id
                        """).param("most", most).query(String.class).list();
    }

    /** What one source record said of a customer. */
    record Words(String customerId, CustomerSaid said) {}
}
