package org.tongqu.hub.needs;

import java.util.List;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.RoomAudit;

/** What the audit asks of needs: each one told on a visit was raised once, graded, with all its parts. */
@Repository
class NeedsAuditStore implements RoomAudit {
    private static final String TOLD = """
            select v.id as visit_id, told.value as need
            from visits.visit v
            join journal.message m on m.id = v.message_id
            join journal.payload p on p.received_day = m.received_day and p.message_id = m.id and p.seq = 0
            cross join lateral jsonb_array_elements(
                case jsonb_typeof(convert_from(p.bytes, 'UTF8')::jsonb -> 'needs')
                    when 'array' then convert_from(p.bytes, 'UTF8')::jsonb -> 'needs' else '[]' end) as told
            """;

    @Override
    public List<Question> questions() {
        return List.of(
                new Question(
                        Trouble.LOST, "need told on a visit and not raised", "select t.visit_id from (" + TOLD + """
                        ) t where not exists (
                            select 1 from needs.need d where d.visit_id = t.visit_id and d.need_no = t.need ->> 'needNo')
                        """),
                new Question(Trouble.DOUBLED, "need raised twice", """
                        select visit_id || ' ' || need_no from needs.need group by visit_id, need_no having count(*) > 1
                        """),
                new Question(Trouble.ASTRAY, "need without a grade", """
                        select d.id from needs.need d where not exists (select 1 from needs.grading g where g.need_id = d.id)
                        """),
                new Question(
                        Trouble.ASTRAY,
                        "need with more or fewer parts than were told",
                        "select d.id from (" + TOLD + """
                        ) t join needs.need d on d.visit_id = t.visit_id and d.need_no = t.need ->> 'needNo'
                        where (select count(*) from needs.part p where p.need_id = d.id)
                              <> case jsonb_typeof(t.need -> 'parts') when 'array' then jsonb_array_length(t.need -> 'parts') else 0 end
                        """));
    }

    @Override
    public List<Count> counts() {
        return List.of(new Count("needs raised", "select count(*) from needs.need"));
    }

    /** A need is known by its visit and its number there: {@code NE|NE-2026-000017|1}. */
    @Override
    public List<Testimony> testimonies() {
        return List.of(new Testimony("NEED", "need told on a visit that was acknowledged", """
                select k.key, count(d.id) as n from unnest(:keys::text[]) as k(key)
                left join visits.visit v on v.branch = split_part(k.key, '|', 1) and v.visit_no = split_part(k.key, '|', 2)
                left join needs.need d on d.visit_id = v.id and d.need_no = split_part(k.key, '|', 3)
                group by k.key having count(d.id) <> 1
                """));
    }
}
