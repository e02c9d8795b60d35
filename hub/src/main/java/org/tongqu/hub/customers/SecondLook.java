package org.tongqu.hub.customers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Jobs;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Records that came at the same moment did not see one another: they are looked at once more when all is quiet around them. */
@Service
class SecondLook {
    private static final Logger LOG = LoggerFactory.getLogger(SecondLook.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 100;

    private final LookStore looks;
    private final SourceRecordStore records;
    private final Matching matching;
    private final Regrouping regrouping;
    private final Wall wall;
    private final Jobs jobs;

    SecondLook(
            LookStore looks,
            SourceRecordStore records,
            Matching matching,
            Regrouping regrouping,
            Wall wall,
            Jobs jobs) {
        this.looks = looks;
        this.records = records;
        this.matching = matching;
        this.regrouping = regrouping;
        this.wall = wall;
        this.jobs = jobs;
    }

    @Scheduled(fixedRateString = "PT1S")
    void look() {
        if (wall.read(Scope.WORKER, looks::any)) {
            jobs.drain("second-look", LEASE, this::lookAtSome);
        }
    }

    private boolean lookAtSome() {
        List<String> some = looks.take(AT_ONCE);
        if (some.isEmpty()) {
            return false;
        }
        Matching.Remembered remembered = matching.remember(
                records.byId(some).stream().map(SourceRecord::told).toList());
        matching.look(some);
        int events = regrouping
                .regroup(remembered.touched(), Map.of(), "hub")
                .events()
                .size();
        LOG.debug("second look at {} records, {} regroupings", some.size(), events);
        return true;
    }
}
