package org.tongqu.hub.journal;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.MessageKind;

/** SQL of what was said under a business key. */
@Repository
class StatedStore implements Stated {
    private final JdbcClient jdbc;

    StatedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> among(String key, Collection<String> values, Collection<MessageKind> kinds) {
        return jdbc.sql("""
                        select distinct k.value from journal.business_key k join journal.message m on m.id = k.message_id
                        where k.name = :key and k.value = any(:values) and m.kind = any(:kinds)
                          and m.outcome is distinct from 'REFUSED'
                        """)
                .param("key", key)
                .param("values", values.toArray(String[]::new))
                .param("kinds", kinds.stream().map(MessageKind::name).toArray(String[]::new))
                .query(String.class)
                .set();
    }
}
