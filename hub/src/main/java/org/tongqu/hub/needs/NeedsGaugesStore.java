package org.tongqu.hub.needs;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Gauge;
import org.tongqu.hub.platform.RoomGauges;

/** What monitoring is told of needs: how many stand in each state that still waits for somebody; finished ones grow without end and are left out. */
@Repository
class NeedsGaugesStore implements RoomGauges {
    private final JdbcClient jdbc;

    NeedsGaugesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Gauge> gauges(Instant now) {
        return jdbc.sql("""
                        select state, (select count(*) from needs.need n where n.state = waiting.state) as needs
                        from unnest(array['RAISED', 'GRADED', 'ASKED', 'ACKNOWLEDGED', 'QUOTED', 'ORDERED', 'DELIVERED']) as waiting (state)
                        """)
                .query((row, n) -> Gauge.of(
                        "needs_waiting",
                        "Needs that wait for somebody, by the state they stand in",
                        "state",
                        row.getString("state"),
                        row.getDouble("needs")))
                .list();
    }
}
