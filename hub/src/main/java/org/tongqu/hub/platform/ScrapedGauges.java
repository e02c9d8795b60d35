package org.tongqu.hub.platform;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** All rooms' gauges on the page that Prometheus reads: one glance into the store, good for some seconds however many ask. */
final class ScrapedGauges implements MultiCollector {
    private static final Logger LOG = LoggerFactory.getLogger(ScrapedGauges.class);
    private static final Scope EVERYBODYS = new Scope(Scope.Kind.HQ, null, null, "metrics", "AUDITOR", true);
    private static final String STORE = "store_reachable";

    private final List<RoomGauges> rooms;
    private final Wall wall;
    private final Clock clock;
    private final Duration goodFor;
    private Glance last = new Glance(Instant.MIN, List.of());

    ScrapedGauges(List<RoomGauges> rooms, Wall wall, Clock clock, Duration goodFor) {
        this.rooms = List.copyOf(rooms);
        this.wall = wall;
        this.clock = clock;
        this.goodFor = goodFor;
    }

    private record Glance(Instant until, List<Gauge> gauges) {}

    @Override
    public MetricSnapshots collect() {
        Map<String, GaugeSnapshot.Builder> pages = new LinkedHashMap<>();
        for (Gauge gauge : glance()) {
            pages.computeIfAbsent(
                            gauge.name(),
                            name -> GaugeSnapshot.builder()
                                    .name("tongqu_" + name)
                                    .help(gauge.says()))
                    .dataPoint(point(gauge));
        }
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        pages.values().forEach(page -> all.metricSnapshot(page.build()));
        return all.build();
    }

    private static GaugeDataPointSnapshot point(Gauge gauge) {
        Labels.Builder labels = Labels.builder();
        gauge.labels().forEach(labels::label);
        return GaugeDataPointSnapshot.builder()
                .labels(labels.build())
                .value(gauge.value())
                .build();
    }

    /** While the store is away the page has the rest of its figures, and says that it is. */
    private synchronized List<Gauge> glance() {
        Instant now = clock.instant();
        if (now.isBefore(last.until)) {
            return last.gauges;
        }
        List<Gauge> found = new ArrayList<>();
        try {
            found.addAll(wall.read(EVERYBODYS, () -> ofAllRooms(now)));
            found.add(reachable(1));
        } catch (DataAccessException | TransactionException away) {
            LOG.info("no gauges, the store is away: {}", away.getMessage());
            found.add(reachable(0));
        }
        last = new Glance(now.plus(goodFor), List.copyOf(found));
        return last.gauges;
    }

    private List<Gauge> ofAllRooms(Instant now) {
        return rooms.stream().flatMap(room -> room.gauges(now).stream()).toList();
    }

    private static Gauge reachable(int value) {
        return Gauge.of(STORE, "1 where the store answered the last look, else 0 and no other of these figures", value);
    }
}
