package org.tongqu.hub.demand;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.visits.Rivals;

/** A factory's slice of what rivals offer: of the product classes it is asked for, without the customers who told it. */
@Service
public class RivalSlices {
    private final Routing routing;
    private final Rivals rivals;
    private final Policy policy;
    private final Wall wall;

    RivalSlices(Routing routing, Rivals rivals, Policy policy, Wall wall) {
        this.routing = routing;
        this.rivals = rivals;
        this.policy = policy;
        this.wall = wall;
    }

    /** Visits are out of a factory's sight, so the hub reads them and hands on what concerns it alone. */
    public Mine of(Sender factory) {
        policy.require(factory, Act.FETCH_RIVALS);
        String code = Objects.requireNonNullElse(factory.partner(), "");
        return wall.read(Scope.WORKER, () -> {
            List<String> classes = routing.ranked().stream()
                    .filter(rule -> rule.factory().equals(code))
                    .map(Routing.Rule::productClass)
                    .distinct()
                    .toList();
            return new Mine(classes, rivals.told(classes));
        });
    }

    /**
     * What one factory is told, the latest first.
     *
     * @param classes those that today's routing rules ask it for
     */
    public record Mine(List<String> classes, List<Rivals.Told> items) {}
}
