package org.tongqu.hub.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.Paces;
import org.tongqu.hub.demand.Routing;
import org.tongqu.hub.dispatch.Helped;
import org.tongqu.hub.needs.Outcomes;
import org.tongqu.hub.needs.Outcomes.Outcome;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Needs and the orders they led to, told together: to people within their rights, to a factory its own slice. */
@Component
public class Analyses {
    /** Lines read at once; an analysis of more says that it is cut. */
    static final int MOST = 50_000;

    private final Outcomes outcomes;
    private final Paces paces;
    private final Helped helped;
    private final Routing routing;
    private final Policy policy;
    private final Wall wall;

    Analyses(Outcomes outcomes, Paces paces, Helped helped, Routing routing, Policy policy, Wall wall) {
        this.outcomes = outcomes;
        this.paces = paces;
        this.helped = helped;
        this.routing = routing;
        this.policy = policy;
        this.wall = wall;
    }

    /** What a factory reads is of its own demands, but for what nobody makes: that is of all regions, in the classes it answers. */
    public Analysis of(Sender reader, Sought sought) {
        policy.require(reader, Act.SEE_ANALYSIS);
        Analysis own = wall.read(Scope.of(reader), () -> analysis(sought));
        return reader.role() == Sender.Role.FACTORY
                ? own.forFactory(nobodyMakes(Objects.requireNonNull(reader.partner()), sought))
                : own;
    }

    private Analysis analysis(Sought sought) {
        List<Outcome> parts = outcomes.raised(sought.begin(), sought.end(), MOST);
        Map<String, Paces.Pace> byDemand = paces.of(parts.stream()
                .map(Outcome::demandId)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.toSet()));
        Set<String> named = helped.of(parts.stream().map(Outcome::needId).collect(Collectors.toSet()));
        List<Line> all = parts.stream()
                .map(part -> new Line(
                        part,
                        part.demandId() == null ? null : byDemand.get(part.demandId()),
                        named.contains(part.needId())))
                .toList();
        return new Analysis(sought, all, parts.size() == MOST);
    }

    private List<Unmade> nobodyMakes(String factory, Sought sought) {
        Set<String> classes = wall.read(Scope.WORKER, routing::ranked).stream()
                .filter(rule -> rule.factory().equals(factory))
                .map(rule -> rule.productClass().split("\\.", 2)[0])
                .collect(Collectors.toSet());
        List<Line> blocked = new ArrayList<>();
        wall.read(Scope.WORKER, () -> outcomes.raised(sought.begin(), sought.end(), MOST)).stream()
                .filter(part -> part.blockedWhy() != null && part.stands())
                .map(part -> new Line(part, null, false))
                .filter(line -> line.productClass().isEmpty() || classes.contains(line.productClass()))
                .forEach(blocked::add);
        return Analysis.unmade(blocked);
    }
}
