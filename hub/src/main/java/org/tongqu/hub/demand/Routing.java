package org.tongqu.hub.demand;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Ids;

/** 派厂规则: which factories answer a product class, in order of preference; the nearest class with a rule speaks, so a sub-class may differ from its class. */
@Service
public class Routing {
    /** The place of the factory that is asked first; the last is {@value #LAST}. */
    public static final int FIRST = 1;

    public static final int LAST = 9;

    private final RoutingStore store;
    private final Partners partners;
    private final Ids ids;
    private final Clock clock;

    Routing(RoutingStore store, Partners partners, Ids ids, Clock clock) {
        this.store = store;
        this.partners = partners;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whom today's rules ask first, by product class. */
    public Map<String, String> rules() {
        return ranked().stream()
                .filter(rule -> rule.preference() == FIRST)
                .collect(Collectors.toMap(Rule::productClass, Rule::factory, (one, other) -> one, TreeMap::new));
    }

    /** Today's rules by product class, each class in order of preference. */
    public List<Rule> ranked() {
        return store.today();
    }

    /** Ends the first rule of a class and begins another, from now on. */
    public void rule(String productClass, String factory, String byLogin) {
        rule(new Rule(productClass, factory, FIRST), byLogin);
    }

    /** Ends the rule of a class at that place and begins another, from now on. */
    public void rule(Rule rule, String byLogin) {
        store.put(ids.next(), rule, byLogin, clock.instant());
    }

    /** Ends the rule of a class at that place; nothing takes it. */
    public void end(String productClass, int preference) {
        store.end(productClass, preference, clock.instant());
    }

    /** Whom to ask for a class, the most preferred first; none where no rule speaks. */
    List<String> factoriesFor(String productClass) {
        Map<String, List<Rule>> rules = ranked().stream().collect(Collectors.groupingBy(Rule::productClass));
        return partners.classAndAncestors(productClass).stream()
                .map(rules::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(found -> found.stream().map(Rule::factory).distinct().toList())
                .orElse(List.of());
    }

    /**
     * One rule.
     *
     * @param preference 1 is asked first, 2 where 1 refuses
     */
    public record Rule(String productClass, String factory, int preference) {}
}
