package org.tongqu.hub.visits;

import java.util.List;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.RoomAudit;

/** What the audit asks of visits: each one said stands once, with every reading and word that was said on it. */
@Repository
class VisitsAuditStore implements RoomAudit {
    private static final String SAID = """
            select c.key, c.message_id, convert_from(p.bytes, 'UTF8')::jsonb as said
            from journal.claim c
            join journal.message m on m.id = c.message_id and m.outcome is not null
            join journal.payload p on p.received_day = m.received_day and p.message_id = m.id and p.seq = 0
            where starts_with(c.key, 'visit|')
              and not exists (select 1 from journal.refusal r where r.message_id = m.id)
            """;

    @Override
    public List<Question> questions() {
        return List.of(
                new Question(
                        Trouble.LOST, "visit acknowledged and not filed", "select s.message_id from (" + SAID + """
                        ) s where not exists (select 1 from visits.visit v where v.message_id = s.message_id)
                        """),
                new Question(Trouble.DOUBLED, "visit filed twice", """
                        select branch || ' ' || visit_no from visits.visit group by branch, visit_no having count(*) > 1
                        """),
                part("usage", "usage reading", "visits.usage_reading", "true"),
                part("opinions", "opinion", "visits.voice", "w.kind = 'OPINION'"),
                part("suggestions", "suggestion", "visits.voice", "w.kind = 'SUGGESTION'"),
                part("competitors", "competitor fact", "visits.competitor_fact", "true"),
                part("salesStatements", "sales statement", "visits.sales_statement", "true"));
    }

    private static Question part(String field, String what, String table, String which) {
        return new Question(Trouble.ASTRAY, "visit with more or fewer of this than were said: " + what, """
                select v.id from (%s) s join visits.visit v on v.message_id = s.message_id
                where (select count(*) from %s w where w.visit_id = v.id and %s)
                      <> case jsonb_typeof(s.said -> '%s') when 'array' then jsonb_array_length(s.said -> '%s') else 0 end
                """.formatted(
                        SAID, table, which, field, field));
    }

    @Override
    public List<Count> counts() {
        return List.of(new Count("visits filed", "select count(*) from visits.visit"));
    }

    /** A visit is known by its branch (its region, where it has one) and its number: {@code NE|NE-2026-000017}. */
    @Override
    public List<Testimony> testimonies() {
        return List.of(new Testimony("VISIT", "visit acknowledged to its branch", """
                select k.key, count(v.id) as n from unnest(:keys::text[]) as k(key)
                left join visits.visit v on v.branch = split_part(k.key, '|', 1) and v.visit_no = split_part(k.key, '|', 2)
                group by k.key having count(v.id) <> 1
                """));
    }
}
