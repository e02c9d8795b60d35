package org.tongqu.hub.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of where each part stands: whom it was ever asked of, and what holds it up. */
@Repository
class NeedPartStore {
    private final JdbcClient jdbc;

    NeedPartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void hold(String needId) {
        jdbc.sql("select 1 from needs.need where id = :id for update")
                .param("id", needId)
                .query()
                .listOfRows();
    }

    void asked(String needId, List<String> partIds, String factory, String demandId) {
        jdbc.sql("""
                        insert into needs.asking (part_id, factory, demand_id, need_id)
                        select part, :factory, :demand, :need from unnest(:parts::text[]) as part
                        """)
                .param("factory", factory)
                .param("demand", demandId)
                .param("need", needId)
                .param("parts", partIds.toArray(String[]::new))
                .update();
    }

    List<Needs.AskedOf> askedOf(Collection<String> records) {
        return jdbc.sql("""
                        select a.demand_id, a.factory, a.part_id, p.product_class, d.source_record_id
                        from needs.need d join needs.asking a on a.need_id = d.id join needs.part p on p.id = a.part_id
                        where d.source_record_id = any(:records::text[]) order by a.demand_id, a.part_id
                        """)
                .param("records", records.toArray(String[]::new))
                .query(Needs.AskedOf.class)
                .list();
    }

    void block(List<String> partIds, Needs.Blocked why, Instant now, Instant due) {
        jdbc.sql("""
                        update needs.part set blocked_at = :now, blocked_why = :why, blocked_due = :due
                        where id = any(:ids) and blocked_at is null
                        """)
                .param("now", Columns.utc(now))
                .param("due", Columns.utc(due))
                .param("why", why.name())
                .param("ids", partIds.toArray(String[]::new))
                .update();
    }

    List<Needs.Stuck> stuck(String needId) {
        return jdbc.sql("""
                        select p.id, p.product_class, p.product_code, p.qty,
                               array(select a.factory from needs.asking a where a.part_id = p.id) as asked
                        from needs.part p join needs.need d on d.id = p.need_id
                        where p.need_id = :need and p.blocked_at is not null and d.state <> 'CLOSED' order by p.n
                        """)
                .param("need", needId)
                .query((row, n) -> new Needs.Stuck(
                        part(row), Set.of((String[]) row.getArray("asked").getArray())))
                .list();
    }

    private static Needs.Part part(ResultSet row) throws SQLException {
        return new Needs.Part(
                row.getString("id"),
                row.getString("product_class"),
                row.getString("product_code"),
                Columns.quantity(row, "qty"));
    }

    boolean takeBack(String demandId) {
        return jdbc.sql("""
                        update needs.part p
                        set demand_id = a.demand_id, factory = a.factory, state = 'QUOTED', blocked_at = null, blocked_why = null
                        from needs.asking a
                        where a.part_id = p.id and a.demand_id = :demand and not exists (
                            select 1 from needs.asking b join needs.part q on q.id = b.part_id
                            where b.demand_id = :demand and q.blocked_at is null)
                        """).param("demand", demandId).update() > 0;
    }

    void claim(String demandId) {
        jdbc.sql("""
                        update needs.part p
                        set demand_id = a.demand_id, factory = a.factory, state = 'ASKED', blocked_at = null, blocked_why = null
                        from needs.asking a
                        where a.part_id = p.id and a.demand_id = :demand and p.demand_id is distinct from a.demand_id
                          and p.state not in ('ORDERED', 'DELIVERED', 'PAID')
                        """).param("demand", demandId).update();
    }

    boolean letGo(String needId, String partId, String reason, String byLogin) {
        return jdbc.sql("""
                                update needs.part
                                set state = 'WITHDRAWN', out_reason = :reason, out_by = :login, blocked_at = null, blocked_why = null
                                where id = :part and need_id = :need
                                  and state not in ('ORDERED', 'DELIVERED', 'PAID', 'WITHDRAWN')
                                """)
                        .param("reason", reason)
                        .param("login", byLogin)
                        .param("part", partId)
                        .param("need", needId)
                        .update()
                == 1;
    }

    /** What is neither shipped nor out with a reason; a refusal that nobody has dealt with is no end. */
    List<Needs.Part> open(String needId) {
        return jdbc.sql("""
                        select id, product_class, product_code, qty from needs.part
                        where need_id = :need and state not in ('DELIVERED', 'PAID', 'WITHDRAWN') order by n
                        """).param("need", needId).query((row, n) -> part(row)).list();
    }

    /** Says whether it was open until now. */
    boolean close(String needId, String why, String byLogin, Instant now) {
        return jdbc.sql("""
                        update needs.need
                        set state = 'CLOSED', closed_by = :login, closed_why = :why, closed_at = :now, changed_at = :now,
                            version = version + 1
                        where id = :id and state <> 'CLOSED'
                        """)
                        .param("login", byLogin)
                        .param("why", why)
                        .param("now", Columns.utc(now))
                        .param("id", needId)
                        .update()
                == 1;
    }
}
