package org.tongqu.hub.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tongqu.hub.needs.Needs;

/**
 * 改派: what a factory refused stands blocked; a quote that came late takes it back, else it goes by rule to the next factory that was not
 * asked for it, and where none is left it stays blocked. Whoever calls holds the need.
 */
@Component
class Reoffering {
    private final DemandStore store;
    private final Routing routing;
    private final Asking asking;
    private final Needs needs;

    Reoffering(DemandStore store, Routing routing, Asking asking, Needs needs) {
        this.store = store;
        this.routing = routing;
        this.asking = asking;
        this.needs = needs;
    }

    /** Before the demand and the need, whoever may come to ask anew holds the customer. */
    void hold(String demandId) {
        store.needOf(demandId).ifPresent(asking::hold);
    }

    void refused(String demandId, String messageId) {
        String needId = store.needOf(demandId).orElseThrow();
        List<String> refused = needs.refused(demandId);
        needs.block(needId, refused, Needs.Blocked.ALL_REFUSED);
        store.quotedOf(needId).forEach(needs::takeBack);
        partsByFactory(needs.stuck(needId), refused)
                .forEach((factory, parts) -> asking.ask(ask(needId, factory, parts, demandId), messageId));
    }

    void quoted(String demandId) {
        needs.takeBack(demandId);
    }

    private Asking.Ask ask(String needId, String factory, List<Needs.Part> parts, String after) {
        return new Asking.Ask(needs.asked(needId).orElseThrow(), factory, parts, after, null);
    }

    private Map<String, List<Needs.Part>> partsByFactory(List<Needs.Stuck> stuck, List<String> refused) {
        Map<String, List<Needs.Part>> byFactory = new TreeMap<>();
        stuck.stream()
                .filter(part -> refused.contains(part.part().id()))
                .forEach(part -> next(part)
                        .ifPresent(factory -> byFactory
                                .computeIfAbsent(factory, f -> new ArrayList<>())
                                .add(part.part())));
        return byFactory;
    }

    private Optional<String> next(Needs.Stuck part) {
        String productClass = part.part().productClass();
        return productClass == null
                ? Optional.empty()
                : routing.factoriesFor(productClass).stream()
                        .filter(factory -> !part.asked().contains(factory))
                        .findFirst();
    }
}
