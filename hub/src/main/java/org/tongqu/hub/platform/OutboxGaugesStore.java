package org.tongqu.hub.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.OutboxPages.Load;

/** What monitoring is told of what leaves: the same loads that people are shown, by partner. */
@Repository
class OutboxGaugesStore implements RoomGauges {
    private final OutboxPagesStore outbox;

    OutboxGaugesStore(OutboxPagesStore outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<Gauge> gauges(Instant now) {
        List<Gauge> all = new ArrayList<>();
        outbox.loads().forEach((partner, load) -> all.addAll(of(partner, load, now)));
        return all;
    }

    private static List<Gauge> of(String partner, Load load, Instant now) {
        return List.of(
                gauge("outbox_waiting", "Outbound items not yet taken by their partner", partner, load.waiting()),
                gauge("outbox_parked", "Outbound items that wait for a person", partner, load.parked()),
                gauge("outbox_failed_tries", "Tries that failed of what waits", partner, load.failed()),
                gauge(
                        "outbox_oldest_waiting_seconds",
                        "Age of the outbound item that waits longest",
                        partner,
                        load.oldest() == null
                                ? 0
                                : Duration.between(load.oldest(), Columns.utc(now))
                                        .toSeconds()));
    }

    private static Gauge gauge(String name, String says, String partner, long value) {
        return Gauge.of(name, says, "partner", partner, (double) value);
    }
}
