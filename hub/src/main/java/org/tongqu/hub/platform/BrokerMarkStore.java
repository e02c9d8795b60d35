package org.tongqu.hub.platform;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the mark that the broker ought to hold. */
@Repository
class BrokerMarkStore {
    private final JdbcClient jdbc;

    BrokerMarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> mark() {
        return jdbc.sql("select mark from platform.broker_mark")
                .query(String.class)
                .optional();
    }

    void keep(String mark, Instant now) {
        jdbc.sql("""
                        insert into platform.broker_mark (mark, made_at) values (:mark, :now)
                        on conflict (the_only) do update set mark = excluded.mark, made_at = excluded.made_at
                        """).param("mark", mark).param("now", Columns.utc(now)).update();
    }
}
