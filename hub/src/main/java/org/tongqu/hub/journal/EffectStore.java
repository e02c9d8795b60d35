package org.tongqu.hub.journal;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** The table of effects: its primary key is what makes a second effect impossible. */
@Repository
class EffectStore implements Effects {
    private final JdbcClient jdbc;
    private final Clock clock;

    EffectStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean first(String key, String messageId, String room, String what, String ref) {
        return jdbc.sql("""
                                insert into journal.effect (key, message_id, room, what, ref, at)
                                values (:key, :messageId, :room, :what, :ref, :at) on conflict (key) do nothing
                                """)
                        .param("key", key)
                        .param("messageId", messageId)
                        .param("room", room)
                        .param("what", what)
                        .param("ref", ref)
                        .param("at", Columns.utc(clock.instant()))
                        .update()
                == 1;
    }
}
