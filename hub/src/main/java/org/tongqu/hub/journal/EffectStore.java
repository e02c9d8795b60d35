package org.tongqu.hub.journal;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
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

    @Override
    public void firstAll(List<Effect> effects) {
        jdbc.sql("""
                        insert into journal.effect (key, message_id, room, what, ref, at)
                        select e.*, :at from unnest(:keys::text[], :messages::text[], :rooms::text[], :whats::text[], :refs::text[]) e
                        on conflict (key) do nothing
                        """)
                .param("keys", texts(effects, Effect::key))
                .param("messages", texts(effects, Effect::messageId))
                .param("rooms", texts(effects, Effect::room))
                .param("whats", texts(effects, Effect::what))
                .param("refs", texts(effects, Effect::ref))
                .param("at", Columns.utc(clock.instant()))
                .update();
    }

    private static String[] texts(List<Effect> effects, Function<Effect, String> text) {
        return effects.stream().map(text).toArray(String[]::new);
    }
}
