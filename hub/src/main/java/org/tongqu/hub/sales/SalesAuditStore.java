package org.tongqu.hub.sales;

import java.util.List;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.RoomAudit;

/**
 * SQL of the audit. It reads what the journal promised (claims of messages taken, rows a receipt called accepted) and looks for the rows
 * that keep the promise; effect keys are not asked, since a lost row may well have one.
 */
@Repository
class SalesAuditStore implements RoomAudit {
    private static final String PROMISED = """
            select c.key from journal.claim c join journal.message m on m.id = c.message_id
            where m.kind = 'ORDER' and m.outcome is not null and not exists (select 1 from journal.refusal r where r.message_id = m.id) and starts_with(c.key, '%s|')
            """;

    static final List<Question> QUESTIONS = List.of(
            new Question(
                    Trouble.LOST,
                    "order acknowledged without its revision",
                    PROMISED.formatted("order") + """
                              except select concat_ws('|', 'order', o.factory, %s, r.revision)
                              from sales.order_revision r join sales.sales_order o on o.id = r.order_id
                              """.formatted(escaped("o.order_no"))),
            new Question(
                    Trouble.LOST,
                    "shipment acknowledged and not kept",
                    PROMISED.formatted("shipment") + """
                              except select concat_ws('|', 'shipment', o.factory, %s, %s)
                              from sales.shipment s join sales.sales_order o on o.id = s.order_id
                              """.formatted(escaped("o.order_no"), escaped("s.shipment_no"))),
            new Question(
                    Trouble.LOST,
                    "payment acknowledged and not kept",
                    PROMISED.formatted("payment") + """
                              except select concat_ws('|', 'payment', p.factory, %s) from sales.payment p
                              """.formatted(escaped("p.payment_no"))),
            new Question(Trouble.LOST, "milestones acknowledged and kept differ", """
                    select promised.n || ' and ' || kept.n
                    from (select count(*) as n from (%s) c) promised, (select count(*) as n from sales.milestone) kept
                    where promised.n > kept.n
                    """.formatted(
                            PROMISED.formatted("milestone"))),
            new Question(Trouble.DOUBLED, "payment kept twice", """
                    select factory || ' ' || payment_no from sales.payment group by factory, payment_no having count(*) > 1
                    """),
            new Question(Trouble.ASTRAY, "order speaks by a revision that is not its highest", """
                    select o.factory || ' ' || o.order_no from sales.sales_order o
                    where o.revision is distinct from (select max(r.revision) from sales.order_revision r where r.order_id = o.id)
                    """),
            new Question(Trouble.DOUBLED, "sales line counted twice", """
                    select agent || ' ' || min(id) from sales.report_line where superseded_by is null
                    group by agent, line_key, content_hash having count(*) > 1
                    """),
            new Question(Trouble.DOUBLED, "sales line with two that speak", """
                    select agent || ' ' || min(id) from sales.report_line where superseded_by is null
                    group by agent, line_key, line_n having count(*) > 1
                    """),
            new Question(Trouble.ASTRAY, "rows called accepted and lines kept differ in message", """
                    select m.id from journal.message m
                    left join (select message_id, count(*) as n from sales.report_line group by message_id) l on l.message_id = m.id
                    where m.kind = 'SALES_FILE' and m.rows_accepted <> coalesce(l.n, 0)
                    """));

    @Override
    public List<Question> questions() {
        return QUESTIONS;
    }

    @Override
    public List<Count> counts() {
        return List.of(
                new Count("orders kept", "select count(*) from sales.sales_order"),
                new Count("sales lines kept", "select count(*) from sales.report_line"));
    }

    /** As {@link Digest#key} writes a part. */
    private static String escaped(String column) {
        return "replace(replace(" + column + ", '\\', '\\\\'), '|', '\\|')";
    }

    /** {@code factory-mt1|HT-7} for an order, {@code factory-mt1|S-7} for a payment, {@code agent-a001|HT-7} for a line that has a contract of its own. */
    @Override
    public List<Testimony> testimonies() {
        return List.of(
                new Testimony("ORDER", "order acknowledged to its factory", """
                        select k.key, count(o.id) as n from unnest(:keys::text[]) as k(key)
                        left join sales.sales_order o on o.factory = split_part(k.key, '|', 1) and o.order_no = split_part(k.key, '|', 2)
                            and exists (select 1 from sales.order_revision r where r.order_id = o.id)
                        group by k.key having count(o.id) <> 1
                        """),
                new Testimony("PAYMENT", "payment acknowledged to its factory", """
                        select k.key, count(p.payment_no) as n from unnest(:keys::text[]) as k(key)
                        left join sales.payment p on p.factory = split_part(k.key, '|', 1) and p.payment_no = split_part(k.key, '|', 2)
                        group by k.key having count(p.payment_no) <> 1
                        """),
                new Testimony("SALES_LINE", "sales line called accepted to its agent", """
                        with line as (
                            select l.agent || '|' || l.contract_no as key, count(*) as n from sales.report_line l
                            where l.superseded_by is null and l.agent in (select distinct split_part(k, '|', 1) from unnest(:keys::text[]) as k)
                            group by 1)
                        select k.key, coalesce(line.n, 0) as n from unnest(:keys::text[]) as k(key) left join line on line.key = k.key
                        where coalesce(line.n, 0) <> 1
                        """));
    }
}
