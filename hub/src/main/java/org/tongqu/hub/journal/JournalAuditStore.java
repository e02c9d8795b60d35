package org.tongqu.hub.journal;

import java.util.List;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.RoomAudit;

/** What the audit asks of the journal: everything acknowledged has its bytes, every file its word back, and no branch's line a gap. */
@Repository
class JournalAuditStore implements RoomAudit {
    @Override
    public List<Question> questions() {
        return List.of(
                new Question(Trouble.LOST, "acknowledged, and its bytes are gone before their day was closed", """
                        select m.id from journal.message m
                        where not exists (select 1 from journal.payload p where p.received_day = m.received_day and p.message_id = m.id)
                          and m.size > 0
                          and exists (select 1 from journal.payload p where p.received_day = m.received_day)
                        """),
                new Question(Trouble.LOST, "claimed by a message that is not there", """
                        select c.key from journal.claim c where not exists (select 1 from journal.message m where m.id = c.message_id)
                        """),
                new Question(Trouble.ASTRAY, "file done and no word to its sender delivered, waiting or parked", """
                        select m.id from journal.message m
                        where m.channel = 'FILE' and m.outcome is not null
                          and not exists (select 1 from platform.outbox o where o.effect_key = 'file-done|' || m.id)
                        """),
                new Question(Trouble.ASTRAY, "file whose refused rows and counted refusals differ", """
                        select m.id from journal.message m
                        where m.channel = 'FILE' and m.outcome in ('TAKEN', 'PARTLY', 'DUPLICATE')
                          and m.rows_refused <> (select count(*) from journal.refused_row r where r.message_id = m.id)
                        """),
                new Question(
                        Trouble.LOST,
                        "a branch was told complete through a number, and one before it is not there",
                        """
                        select l.line from journal.branch_line l
                        where l.complete_through - l.base <> (select count(*) from journal.branch_entry e where e.line = l.line)
                           or l.complete_through <> coalesce((select max(e.seq) from journal.branch_entry e where e.line = l.line), l.base)
                        """),
                new Question(Trouble.DOUBLED, "two numbers of branches' lines that became one new message", """
                        select e.message_id from journal.branch_entry e where e.status <> 'DUPLICATE'
                        group by e.message_id having count(*) > 1
                        """));
    }

    @Override
    public List<Count> counts() {
        return List.of(
                new Count("messages acknowledged", "select count(*) from journal.message"),
                new Count(
                        "messages waiting",
                        "select count(*) from journal.message where outcome is null and parked_at is null"),
                new Count("messages parked", "select count(*) from journal.message where parked_at is not null"),
                new Count("branch entries", "select count(*) from journal.branch_entry"),
                new Count("branch conflicts", "select count(*) from journal.branch_conflict"),
                new Count("messages refused", "select count(*) from journal.message where outcome = 'REFUSED'"));
    }
}
