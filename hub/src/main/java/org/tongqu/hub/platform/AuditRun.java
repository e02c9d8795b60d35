package org.tongqu.hub.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** 核账: asks every room's questions of one snapshot, so that what is in flight counts as waiting and nothing is seen half-way. */
public final class AuditRun {
    private final JdbcClient jdbc;
    private final Wall wall;

    /** Reads as the application's role, behind the same wall as everybody. */
    public AuditRun(Database database) {
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.url(), database.appUser(), database.appPassword());
        this.jdbc = JdbcClient.create(source);
        this.wall = new Wall(jdbc, new JdbcTransactionManager(source));
    }

    public Result run(List<RoomAudit> rooms, Witness witness) {
        return wall.read(Scope.WORKER, () -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            List<Finding> findings = new ArrayList<>();
            for (RoomAudit room : rooms) {
                room.counts().forEach(count -> counts.put(count.name(), number(count)));
                room.questions().forEach(question -> findings.addAll(asked(question)));
            }
            if (!witness.equals(Witness.NONE)) {
                findings.addAll(new WitnessAudit(jdbc, rooms).held(witness));
                counts.put("witnessed as acknowledged", (long) witness.sent().size());
                counts.put("witnessed as delivered", (long) witness.delivered().size());
            }
            return new Result(counts, findings);
        });
    }

    /** Keeps what a walk found, for those who look whether all is well. */
    public void keep(Result result) {
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql(
                                "insert into platform.ledger_audit (lost, doubled, astray) values (:lost, :doubled, :astray)")
                        .param("lost", result.of(RoomAudit.Trouble.LOST))
                        .param("doubled", result.of(RoomAudit.Trouble.DOUBLED))
                        .param("astray", result.of(RoomAudit.Trouble.ASTRAY))
                        .update());
    }

    private long number(RoomAudit.Count count) {
        return jdbc.sql(count.sql()).query(Long.class).single();
    }

    private List<Finding> asked(RoomAudit.Question question) {
        return jdbc.sql(question.sql()).query(String.class).list().stream()
                .map(ref -> new Finding(question.trouble(), question.what(), ref))
                .toList();
    }

    public record Finding(RoomAudit.Trouble trouble, String what, String ref) {}

    public record Result(Map<String, Long> counts, List<Finding> findings) {
        public long of(RoomAudit.Trouble trouble) {
            return findings.stream()
                    .filter(finding -> finding.trouble() == trouble)
                    .count();
        }
    }
}
