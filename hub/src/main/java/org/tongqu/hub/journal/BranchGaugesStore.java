package org.tongqu.hub.journal;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Gauge;
import org.tongqu.hub.platform.RoomGauges;

/** What monitoring is told of branches' lines: how long each has been silent, and what it said then that it still held. */
@Repository
class BranchGaugesStore implements RoomGauges {
    private final JdbcClient jdbc;

    BranchGaugesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Heard(String branch, double silent, double waiting) {
        Stream<Gauge> gauges() {
            return Stream.of(
                    Gauge.of("branch_silent_seconds", "Time since the branch was last heard", "branch", branch, silent),
                    Gauge.of(
                            "branch_waiting",
                            "Entries the branch still held when it was last heard",
                            "branch",
                            branch,
                            waiting));
        }
    }

    @Override
    public List<Gauge> gauges(Instant now) {
        return jdbc
                .sql("""
                        select distinct on (branch) branch, extract(epoch from :now - heard_at) as silent, waiting
                        from journal.branch_line order by branch, opened_at desc, line
                        """)
                .param("now", Columns.utc(now))
                .query((row, n) ->
                        new Heard(row.getString("branch"), row.getDouble("silent"), row.getDouble("waiting")))
                .list()
                .stream()
                .flatMap(Heard::gauges)
                .toList();
    }
}
