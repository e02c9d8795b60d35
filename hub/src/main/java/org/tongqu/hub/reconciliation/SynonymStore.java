package org.tongqu.hub.reconciliation;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;

/** SQL of what products are called too; each name leads to one product, never further. */
@Repository
class SynonymStore {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    SynonymStore(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** By name as said, folded; names that are called nothing else are missing. */
    Map<String, String> products(Collection<String> said) {
        Map<String, String> products = new HashMap<>();
        jdbc.sql("select said, product from reconciliation.synonym where said = any(:said::text[]) and until is null")
                .param("said", said.toArray(String[]::new))
                .query((row, n) -> products.put(row.getString(1), row.getString(2)))
                .list();
        return products;
    }

    /** The names that are new; one that is a product of its own somewhere, or called something else by now, is left alone. */
    List<String> fromFactory(Map<String, String> productByName) {
        List<String> names = List.copyOf(productByName.keySet());
        return jdbc.sql("""
                        insert into reconciliation.synonym (id, said, product, origin, by_whom, since)
                        select w.id, w.said, w.product, 'FACTORY', 'hub', :now
                        from unnest(:ids::text[], :saids::text[], :products::text[]) as w(id, said, product)
                        where not exists (select 1 from reconciliation.synonym s where s.said = w.said)
                          and not exists (select 1 from reconciliation.synonym s where s.product = w.said and s.until is null)
                          and not exists (select 1 from reconciliation.synonym s where s.said = w.product and s.until is null)
                          and not exists (select 1 from reconciliation.figure f where f.said = w.said and f.kind = 'SHIPPED')
                        on conflict do nothing returning said
                        """)
                .param("ids", names.stream().map(name -> ids.next()).toArray(String[]::new))
                .param("saids", names.toArray(String[]::new))
                .param("products", names.stream().map(productByName::get).toArray(String[]::new))
                .param("now", Columns.utc(clock.instant()))
                .query(String.class)
                .list();
    }

    /** The id of the new rule; empty where the name leads somewhere already or is what other names lead to. */
    Optional<String> add(String said, String product, String origin, String who) {
        return jdbc.sql("""
                        insert into reconciliation.synonym (id, said, product, origin, by_whom, since)
                        select :id, :said, :product, :origin, :who, :now
                        where not exists (select 1 from reconciliation.synonym s
                                          where s.until is null and (s.said = :said or s.product = :said or s.said = :product))
                        on conflict do nothing returning id
                        """)
                .param("id", ids.next())
                .param("said", said)
                .param("product", product)
                .param("origin", origin)
                .param("who", who)
                .param("now", Columns.utc(clock.instant()))
                .query(String.class)
                .optional();
    }

    /** The name that leads nowhere from now on. */
    Optional<String> end(String id) {
        return jdbc.sql(
                        "update reconciliation.synonym set until = :now where id = :id and until is null returning said")
                .param("id", id)
                .param("now", Columns.utc(clock.instant()))
                .query(String.class)
                .optional();
    }

    List<Rulebook.Synonym> all() {
        return jdbc.sql("""
                        select id, said, product, origin, by_whom, since from reconciliation.synonym where until is null
                        order by product, said limit 1000
                        """)
                .query((row, n) -> new Rulebook.Synonym(
                        row.getString("id"),
                        row.getString("said"),
                        row.getString("product"),
                        Rulebook.Origin.valueOf(row.getString("origin")),
                        row.getString("by_whom"),
                        Columns.time(row, "since")))
                .list();
    }
}
