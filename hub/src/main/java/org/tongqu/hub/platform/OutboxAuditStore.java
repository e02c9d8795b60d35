package org.tongqu.hub.platform;

import java.util.List;
import org.springframework.stereotype.Repository;

/** What the audit asks of the outbox: every item is delivered with a try to show for it, or waits, is parked or was rejected. */
@Repository
class OutboxAuditStore implements RoomAudit {
    @Override
    public List<Question> questions() {
        return List.of(
                new Question(Trouble.ASTRAY, "outbound item called delivered without a try that delivered it", """
                        select o.id from platform.outbox o
                        where o.state in ('SENT', 'ACKNOWLEDGED') and not exists (
                            select 1 from platform.outbox_attempt a where a.outbox_id = o.id and a.outcome in ('SENT', 'ACKNOWLEDGED'))
                        """),
                new Question(Trouble.DOUBLED, "outbound item delivered by more than one try", """
                        select outbox_id from platform.outbox_attempt where outcome in ('SENT', 'ACKNOWLEDGED')
                        group by outbox_id having count(*) > 1
                        """));
    }

    @Override
    public List<Count> counts() {
        return List.of(
                state("outbound delivered", "'SENT', 'ACKNOWLEDGED'"),
                state("outbound waiting", "'WAITING', 'CLAIMED'"),
                state("outbound parked", "'PARKED'"),
                state("outbound rejected", "'REJECTED'"));
    }

    private static Count state(String name, String states) {
        return new Count(name, "select count(*) from platform.outbox where state in (" + states + ")");
    }
}
