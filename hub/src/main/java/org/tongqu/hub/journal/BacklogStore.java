package org.tongqu.hub.journal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Backlog;

/** Counts what waits by the index of what is due, and stops where it does not matter any more. */
@Repository
class BacklogStore implements Backlog {
    private final JdbcClient jdbc;

    BacklogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long waiting(long most) {
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from journal.message where outcome is null and parked_at is null limit :most) waiting
                        """).param("most", most).query(Long.class).single();
    }
}
