package org.tongqu.hub.matching;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of who keeps records at this moment: two who do so at once do not see what the other keeps. */
@Repository
class CrowdStore {
    private static final int KEEPING = 20261122;

    private final JdbcClient jdbc;

    CrowdStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counted in until the transaction ends; true where somebody else is at it. Of two the later sees the earlier. */
    boolean join() {
        return jdbc.sql("""
                        with joined as materialized (select pg_advisory_xact_lock_shared(:keeping, 0))
                        select exists (select 1 from pg_locks where locktype = 'advisory' and classid = :keeping and objid = 0
                            and pid <> pg_backend_pid() and joined is not null)
                        from joined
                        """).param("keeping", KEEPING).query(Boolean.class).single();
    }
}
