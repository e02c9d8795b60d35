package org.tongqu.hub.customers;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of portfolios. */
@Repository
class PortfolioStore {
    private final JdbcClient jdbc;

    PortfolioStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, String> heirs(Collection<String> ids) {
        Map<String, String> heirs = new HashMap<>();
        jdbc.sql("""
                        with recursive line(asked, id, merged_into) as (
                            select id, id, merged_into from customers.customer where id = any(:ids::text[])
                            union all
                            select l.asked, c.id, c.merged_into from line l join customers.customer c on c.id = l.merged_into)
                        select asked, id from line where merged_into is null
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> heirs.put(row.getString("asked"), row.getString("id")))
                .list();
        return heirs;
    }

    List<String> kin(String heir) {
        return jdbc.sql("""
                        with recursive kin(id) as (
                            select :id::text
                            union all
                            select c.id from kin k join customers.customer c on c.merged_into = k.id)
                        select id from kin
                        """).param("id", heir).query(String.class).list();
    }

    Map<String, String> kins(Collection<String> heirs) {
        Map<String, String> kins = new HashMap<>();
        jdbc.sql("with recursive " + GoldenStore.KIN + " select id, heir from kin")
                .param("ids", heirs.toArray(String[]::new))
                .query((row, n) -> kins.put(row.getString("id"), row.getString("heir")))
                .list();
        return kins;
    }

    Map<String, String> called(Collection<String> names) {
        Map<String, String> called = new HashMap<>();
        jdbc.sql("select id, name from customers.source_record where name = any(:names::text[])")
                .param("names", names.toArray(String[]::new))
                .query((row, n) -> called.put(row.getString("id"), row.getString("name")))
                .list();
        return called;
    }

    Map<String, String> calledAmong(Collection<String> customers, Collection<String> names) {
        Map<String, String> called = new HashMap<>();
        jdbc.sql("""
                        select m.customer_id, min(r.name) as name from unnest(:customers::text[]) as w(customer)
                        join customers.membership m on m.customer_id = w.customer and m.until is null
                        join customers.source_record r on r.id = m.source_record_id and r.name = any(:names::text[])
                        group by m.customer_id
                        """)
                .param("customers", customers.toArray(String[]::new))
                .param("names", names.toArray(String[]::new))
                .query((row, n) -> called.put(row.getString("customer_id"), row.getString("name")))
                .list();
        return called;
    }

    Map<String, Portfolios.Line> lines(Collection<String> customers) {
        Map<String, Portfolios.Line> lines = new LinkedHashMap<>();
        jdbc.sql("""
                        select c.id, c.number, coalesce(g.value, '?') as name, c.region,
                               (select count(distinct (r.contact_name, r.contact_phone))
                                from customers.membership m join customers.source_record r on r.id = m.source_record_id
                                where m.customer_id = c.id and m.until is null and r.contact_name is not null) as contacts
                        from customers.customer c
                        left join customers.golden_value g on g.customer_id = c.id and g.field = 'name' and g.until is null
                        where c.id = any(:ids::text[]) order by c.number desc
                        """)
                .param("ids", customers.toArray(String[]::new))
                .query((row, n) -> lines.put(
                        row.getString("id"),
                        new Portfolios.Line(
                                row.getString("id"),
                                row.getLong("number"),
                                row.getString("name"),
                                row.getString("region"),
                                row.getLong("contacts"))))
                .list();
        return lines;
    }

    Map<String, Portfolios.Head> heads(Collection<String> customers) {
        Map<String, Portfolios.Head> heads = new HashMap<>();
        jdbc.sql("""
                        select c.id, c.number, coalesce(g.value, '?') as name, c.region, c.life_state from customers.customer c
                        left join customers.golden_value g on g.customer_id = c.id and g.field = 'name' and g.until is null
                        where c.id = any(:ids::text[])
                        """)
                .param("ids", customers.toArray(String[]::new))
                .query((row, n) -> heads.put(
                        row.getString("id"),
                        new Portfolios.Head(
                                row.getString("id"),
                                row.getLong("number"),
                                row.getString("name"),
                                row.getString("region"),
                                row.getString("life_state"))))
                .list();
        return heads;
    }

    Map<String, String> customerByRecord(Collection<String> customers) {
        Map<String, String> customerByRecord = new HashMap<>();
        jdbc.sql("""
                        select source_record_id, customer_id from customers.membership
                        where customer_id = any(:ids::text[]) and until is null
                        """)
                .param("ids", customers.toArray(String[]::new))
                .query((row, n) -> customerByRecord.put(row.getString(1), row.getString(2)))
                .list();
        return customerByRecord;
    }
}
