package org.tongqu.hub.platform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.hub.platform.AuditRun.Finding;
import org.tongqu.hub.platform.RoomAudit.Testimony;
import org.tongqu.hub.platform.RoomAudit.Trouble;

/** Holds the store against what outsiders wrote down: each promise stands once, and each delivery the store speaks of is in its partner's book. */
final class WitnessAudit {
    private final JdbcClient jdbc;
    private final Map<String, Testimony> testimonies;

    WitnessAudit(JdbcClient jdbc, List<RoomAudit> rooms) {
        this.jdbc = jdbc;
        this.testimonies = rooms.stream()
                .flatMap(room -> room.testimonies().stream())
                .collect(Collectors.toMap(Testimony::kind, Function.identity()));
    }

    List<Finding> held(Witness witness) {
        List<Finding> findings = new ArrayList<>();
        witness.sentByKind().forEach((kind, keys) -> findings.addAll(standing(of(kind), keys, Trouble.LOST)));
        witness.deliveredByKind().forEach((kind, keys) -> findings.addAll(standing(of(kind), keys, Trouble.ASTRAY)));
        findings.addAll(tookEffectTwice(witness));
        testimonies.values().stream()
                .filter(each -> !each.gaveTo().isEmpty())
                .forEach(each -> findings.addAll(neverCame(each, witness)));
        return findings;
    }

    private Testimony of(String kind) {
        Testimony testimony = testimonies.get(kind);
        if (testimony == null) {
            throw new StartRefused(
                    "见证里的种类 " + kind + " 没有人认得;认得的有:" + testimonies.keySet(),
                    "Nobody knows the kind " + kind + " of the witness; known are " + testimonies.keySet() + ".");
        }
        return testimony;
    }

    /** @param missing what it is called where nothing stands */
    private List<Finding> standing(Testimony testimony, List<String> keys, Trouble missing) {
        return jdbc.sql(testimony.found())
                .param("keys", keys.toArray(String[]::new))
                .query((row, n) -> new Finding(
                        row.getLong("n") == 0 ? missing : Trouble.DOUBLED,
                        "witness: " + testimony.what() + ", standing " + row.getLong("n") + " times",
                        row.getString("key")))
                .list();
    }

    private List<Finding> tookEffectTwice(Witness witness) {
        return witness.delivered().stream()
                .filter(held -> held.times() > 1)
                .map(held -> new Finding(
                        Trouble.DOUBLED,
                        "witness: " + of(held.kind()).what() + ", took effect there " + held.times() + " times",
                        held.key()))
                .toList();
    }

    private List<Finding> neverCame(Testimony testimony, Witness witness) {
        Set<String> held = new HashSet<>(witness.deliveredByKind().getOrDefault(testimony.kind(), List.of()));
        return jdbc
                .sql(testimony.gaveTo())
                .param("partners", witness.partners().toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .filter(key -> !held.contains(key))
                .map(key -> new Finding(
                        Trouble.LOST, "witness: " + testimony.what() + ", delivered by our word and not there", key))
                .toList();
    }
}
