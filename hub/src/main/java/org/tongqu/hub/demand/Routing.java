package org.tongqu.hub.demand;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Ids;

/** 派厂规则: which factory answers a product class; the nearest class with a rule speaks, so a sub-class may differ from its class. */
@Service
public class Routing {
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

    /** Today's rules by product class. */
    public Map<String, String> rules() {
        return store.today();
    }

    /** Ends the rule of a class and begins another, from now on. */
    public void rule(String productClass, String factory, String byLogin) {
        store.put(ids.next(), productClass, factory, byLogin, clock.instant());
    }

    Optional<String> factoryFor(String productClass) {
        Map<String, String> rules = rules();
        List<String> line = partners.classAndAncestors(productClass);
        return line.stream().filter(rules::containsKey).map(rules::get).findFirst();
    }
}
