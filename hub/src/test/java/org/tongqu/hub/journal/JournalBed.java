package org.tongqu.hub.journal;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongqu.hub.HubTest;

/** Each test gets a bench of its own, on a day nobody else uses. */
abstract class JournalBed extends HubTest {
    @Autowired
    ApplicationContext hub;

    Bench bench;

    @BeforeEach
    void setUpABench() {
        bench = new Bench(Bench.Parts.of(hub));
    }

    String count(String table, String messageId) {
        return bench.one("select count(*) from journal." + table + " where message_id = :id", messageId);
    }

    String claimOf(String number) {
        return bench.one(
                "select coalesce((select message_id from journal.claim where key = :id), 'nobody')",
                NoteRoom.claim(number));
    }
}
