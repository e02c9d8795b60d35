package org.tongqu.hub.demand;

import java.util.List;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.RoomAudit;

/** What the audit asks of demands: each left or will leave, and each word a factory said is kept. */
@Repository
class DemandAuditStore implements RoomAudit {
    @Override
    public List<Question> questions() {
        return List.of(
                new Question(Trouble.ASTRAY, "demand neither delivered, waiting, rejected nor parked", """
                        select d.id from demand.demand d
                        where not exists (select 1 from platform.outbox o where o.effect_key = 'ask|' || d.id)
                        """),
                new Question(Trouble.ASTRAY, "demand called sent and its parcel never left", """
                        select d.id from demand.demand d
                        where d.sent_at is not null and not exists (
                            select 1 from platform.outbox o
                            join platform.outbox_attempt a on a.outbox_id = o.id and a.outcome in ('SENT', 'ACKNOWLEDGED')
                            where o.effect_key = 'ask|' || d.id)
                        """),
                new Question(Trouble.ASTRAY, "part given to a factory and no demand that asks for it", """
                        select p.id from needs.part p
                        where p.demand_id is not null and not exists (select 1 from demand.demand d where d.id = p.demand_id)
                        """),
                new Question(
                        Trouble.LOST,
                        "part of an open need that nobody is asked for, nobody answered and nobody owns",
                        """
                        select p.id from needs.part p join needs.need n on n.id = p.need_id
                        where n.state <> 'CLOSED' and p.blocked_at is null
                          and p.state not in ('WITHDRAWN', 'ORDERED', 'DELIVERED', 'PAID')
                          and not exists (
                              select 1 from demand.demand d
                              where d.id = p.demand_id and d.factory = p.factory
                                and ((p.state in ('ASKED', 'ACKNOWLEDGED') and d.state in ('WAITING', 'SENT', 'ACKNOWLEDGED'))
                                  or (p.state = 'QUOTED' and d.state in ('QUOTED', 'ORDERED'))))
                        """),
                new Question(Trouble.DOUBLED, "factory asked twice for one part of a need", """
                        select part ->> 'partId' || ' ' || o.partner
                        from platform.outbox o cross join lateral jsonb_array_elements(o.load -> 'asked' -> 'parts') as part
                        where o.kind = 'DEMAND'
                        group by 1 having count(*) > 1
                        """),
                new Question(Trouble.DOUBLED, "factory asked twice for one need and one reason", """
                        select need_id || ' ' || factory || ' ' || after from demand.demand
                        group by need_id, factory, after having count(*) > 1
                        """),
                new Question(Trouble.LOST, "factory's word acknowledged and not kept", """
                        select m.id from journal.message m
                        where m.kind in ('DEMAND_ACKNOWLEDGEMENT', 'DEMAND_ANSWER') and m.outcome is not null
                          and not exists (select 1 from journal.refusal r where r.message_id = m.id)
                          and not exists (select 1 from demand.word w where w.message_id = m.id)
                        """),
                new Question(Trouble.DOUBLED, "factory's word kept twice", """
                        select message_id from demand.word group by message_id having count(*) > 1
                        """));
    }

    @Override
    public List<Count> counts() {
        return List.of(new Count("demands asked", "select count(*) from demand.demand"));
    }

    /** A demand is known by its factory and its id: {@code factory-mt1|01K…}. */
    @Override
    public List<Testimony> testimonies() {
        return List.of(new Testimony("DEMAND", "demand at its factory", """
                select k.key, count(d.id) as n from unnest(:keys::text[]) as k(key)
                left join demand.demand d on d.id = split_part(k.key, '|', 2) and d.factory = split_part(k.key, '|', 1)
                group by k.key having count(d.id) <> 1
                """, """
                select d.factory || '|' || d.id from demand.demand d
                join platform.outbox o on o.effect_key = 'ask|' || d.id and o.state in ('SENT', 'ACKNOWLEDGED')
                where d.factory = any(:partners)
                """));
    }
}
