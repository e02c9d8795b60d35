package org.tongqu.hub.sales;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * SQL of the audit. It reads what the journal promised (claims of messages taken, rows a receipt called accepted) and looks for the rows
 * that keep the promise; effect keys are not asked, since a lost row may well have one.
 */
@Repository
class SalesAuditStore {
    private static final String PROMISED = """
            select c.key from journal.claim c join journal.message m on m.id = c.message_id
            where m.kind = 'ORDER' and m.outcome = 'TAKEN' and starts_with(c.key, '%s|')
            """;

    static final List<Question> QUESTIONS = List.of(
            new Question(
                    "order acknowledged without its revision",
                    PROMISED.formatted("order") + """
                              except select concat_ws('|', 'order', o.factory, %s, r.revision)
                              from sales.order_revision r join sales.sales_order o on o.id = r.order_id
                              """.formatted(escaped("o.order_no"))),
            new Question(
                    "shipment acknowledged and not kept",
                    PROMISED.formatted("shipment") + """
                              except select concat_ws('|', 'shipment', o.factory, %s, %s)
                              from sales.shipment s join sales.sales_order o on o.id = s.order_id
                              """.formatted(escaped("o.order_no"), escaped("s.shipment_no"))),
            new Question(
                    "payment acknowledged and not kept",
                    PROMISED.formatted("payment") + """
                              except select concat_ws('|', 'payment', p.factory, %s) from sales.payment p
                              """.formatted(escaped("p.payment_no"))),
            new Question("milestones acknowledged and kept differ", """
                    select promised.n || ' and ' || kept.n
                    from (select count(*) as n from (%s) c) promised, (select count(*) as n from sales.milestone) kept
                    where promised.n > kept.n
                    """.formatted(PROMISED.formatted("milestone"))),
            new Question("payment kept twice", """
                    select factory || ' ' || payment_no from sales.payment group by factory, payment_no having count(*) > 1
                    """),
            new Question("order speaks by a revision that is not its highest", """
                    select o.factory || ' ' || o.order_no from sales.sales_order o
                    where o.revision is distinct from (select max(r.revision) from sales.order_revision r where r.order_id = o.id)
                    """),
            new Question("sales line counted twice", """
                    select agent || ' ' || min(id) from sales.report_line where superseded_by is null
                    group by agent, line_key, content_hash having count(*) > 1
                    """),
            new Question("sales line with two that speak", """
                    select agent || ' ' || min(id) from sales.report_line where superseded_by is null
                    group by agent, line_key, line_n having count(*) > 1
                    """),
            new Question("rows called accepted and lines kept differ in message", """
                    select m.id from journal.message m
                    left join (select message_id, count(*) as n from sales.report_line group by message_id) l on l.message_id = m.id
                    where m.kind = 'SALES_FILE' and m.rows_accepted <> coalesce(l.n, 0)
                    """));

    private final JdbcClient jdbc;

    SalesAuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> troubles(Question question) {
        return jdbc.sql(question.sql()).query(String.class).list();
    }

    /** As {@link Digest#key} writes a part. */
    private static String escaped(String column) {
        return "replace(replace(" + column + ", '\\', '\\\\'), '|', '\\|')";
    }

    /** @param sql answers one text for each trouble */
    record Question(String trouble, String sql) {}
}
