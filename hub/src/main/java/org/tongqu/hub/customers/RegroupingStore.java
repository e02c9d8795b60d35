package org.tongqu.hub.customers;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of merges and splits as events, written once. */
@Repository
class RegroupingStore {
    private final JdbcClient jdbc;

    RegroupingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What happened to a customer.
     *
     * @param kind MERGED: {@code other} is part of it now; SPLIT: it was taken out of {@code other}; REVIVED: likewise, under its old id
     */
    record Event(
            String id,
            String kind,
            String customer,
            String other,
            String who,
            @Nullable String messageId,
            String reason) {}

    void add(List<Event> events, Instant now) {
        jdbc.sql("""
                        insert into customers.regrouping (id, kind, customer_id, other_id, who, message_id, reason, at)
                        select w.*, :now from unnest(:ids::text[], :kinds::text[], :customers::text[], :others::text[], :whos::text[],
                            :messages::text[], :reasons::text[]) w
                        """)
                .param("ids", texts(events, Event::id))
                .param("kinds", texts(events, Event::kind))
                .param("customers", texts(events, Event::customer))
                .param("others", texts(events, Event::other))
                .param("whos", texts(events, Event::who))
                .param("messages", texts(events, Event::messageId))
                .param("reasons", texts(events, Event::reason))
                .param("now", Columns.utc(now))
                .update();
    }

    private static String[] texts(List<Event> events, Function<Event, @Nullable String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }
}
