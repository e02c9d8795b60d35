package org.tongqu.hub.platform;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of leases on jobs. */
@Repository
class JobLeaseStore {
    private final JdbcClient jdbc;

    JobLeaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the new lease; empty where another one runs, unless an earlier life of this home holds it, which its lock proves over. */
    Optional<Long> take(String job, Node node, Instant until, Instant now) {
        return jdbc.sql("""
                        insert into platform.job_lease as l (name, holder, fence, leased_until) values (:job, :holder, 1, :until)
                        on conflict (name) do update
                            set holder = excluded.holder, fence = l.fence + 1, leased_until = excluded.leased_until
                            where l.leased_until < :now or (l.holder like :home || ':%' and l.holder <> :holder)
                        returning fence
                        """)
                .param("job", job)
                .param("holder", node.name())
                .param("home", node.home())
                .param("until", Columns.utc(until))
                .param("now", Columns.utc(now))
                .query(Long.class)
                .optional();
    }

    /** Locks the lease until the transaction ends, and lets it run anew; false where it is another's by now. */
    boolean holds(String job, Node node, long fence, Instant until) {
        return jdbc.sql("""
                                update platform.job_lease set leased_until = :until
                                where name = :job and holder = :holder and fence = :fence
                                """)
                        .param("job", job)
                        .param("holder", node.name())
                        .param("fence", fence)
                        .param("until", Columns.utc(until))
                        .update()
                == 1;
    }

    /** The number stays, so that the next lease has a higher one. */
    void giveBack(String job, Node node, long fence) {
        jdbc.sql("""
                        update platform.job_lease set leased_until = '-infinity'
                        where name = :job and holder = :holder and fence = :fence
                        """)
                .param("job", job)
                .param("holder", node.name())
                .param("fence", fence)
                .update();
    }
}
