package org.tongqu.hub.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** What partners have received, under which key, and how they answer: well, badly, not at all, or well with the answer lost. */
final class Arrivals {
    private final SplittableRandom random;
    private final JdbcClient jdbc;
    private final Wall wall;
    private final Map<String, Integer> byKey = new LinkedHashMap<>();
    private final Set<String> down = new TreeSet<>();

    Arrivals(SplittableRandom random, JdbcClient jdbc, Wall wall) {
        this.random = random;
        this.jdbc = jdbc;
        this.wall = wall;
    }

    Map<String, Integer> byKey() {
        return byKey;
    }

    /** Goes down, or comes back. */
    boolean turns(String partner) {
        return down.add(partner) || !down.remove(partner);
    }

    void allComeBack() {
        down.clear();
    }

    Delivery of(Parcel parcel, boolean calm) {
        int mood = calm ? 0 : random.nextInt(20);
        if (down.contains(parcel.partner()) || mood >= 17) {
            return new Delivery.Failed("down", Fault.PARTNER, null);
        }
        arrives(parcel);
        return switch (mood) {
            case 16 -> new Delivery.Rejected("no");
            case 13, 14, 15 -> new Delivery.Failed("the answer was lost", Fault.PARTNER, null);
            default -> new Delivery.Taken(null);
        };
    }

    private void arrives(Parcel parcel) {
        if (byKey.merge(parcel.id(), 1, Integer::sum) == 1) {
            List<String> before = openBefore(parcel.id());
            before.removeAll(byKey.keySet());
            if (!before.isEmpty()) {
                throw new AssertionError("parcel " + parcel.id() + " came before " + before + " of its lane");
            }
        }
    }

    private List<String> openBefore(String id) {
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql("""
                                select e.id from platform.outbox o join platform.outbox e on e.lane = o.lane and e.seq < o.seq
                                where o.id = :id and e.state in ('WAITING', 'CLAIMED', 'PARKED') order by e.seq
                                """).param("id", id).query(String.class).list());
    }
}
