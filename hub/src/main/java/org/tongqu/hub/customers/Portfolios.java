package org.tongqu.hub.customers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What hangs on many customers at once, within the scope at hand; an id that was merged away answers for its heir. */
@Component
public class Portfolios {
    private final PortfolioStore store;
    private final CustomerStore customers;

    Portfolios(PortfolioStore store, CustomerStore customers) {
        this.store = store;
        this.customers = customers;
    }

    /**
     * Holds today's customers of these ids until the end of the transaction, in the order of ids: moving them to another agent, regrouping
     * them and asking factories for them take turns.
     */
    public void hold(Collection<String> ids) {
        hold(() -> Set.copyOf(heirs(ids).values()));
    }

    /** While one waits for them they may have become others. */
    void hold(Supplier<Set<String>> wanted) {
        Set<String> held = Set.of();
        for (Set<String> today = wanted.get(); !held.containsAll(today); today = wanted.get()) {
            customers.hold(today);
            held = today;
        }
    }

    /** Today's customer of each id; ids out of sight are missing. */
    public Map<String, String> heirs(Collection<String> ids) {
        return store.heirs(ids);
    }

    /** Today's customer first, then all that were ever merged into it; empty where it is out of sight. */
    public List<String> kin(String id) {
        return store.heirs(List.of(id)).values().stream()
                .findFirst()
                .map(store::kin)
                .orElse(List.of());
    }

    /** Today's customer of each id that today is one of these, their own among them. */
    public Map<String, String> kins(Collection<String> customers) {
        return store.kins(customers);
    }

    /** Source records that say just one of these names, and which. */
    public Map<String, String> called(Collection<String> names) {
        return store.called(names);
    }

    /** Of these customers, those of which any source says just one of these names, and which. */
    public Map<String, String> calledAmong(Collection<String> customers, Collection<String> names) {
        return store.calledAmong(customers, names);
    }

    /** Today's customers as lines, by id; those out of sight are missing. */
    public Map<String, Line> lines(Collection<String> customers) {
        return store.lines(customers);
    }

    /** As {@link #lines} without counting anything, for thousands at once. */
    public Map<String, Head> heads(Collection<String> customers) {
        return store.heads(customers);
    }

    /** Today's customer of each source record of these customers. */
    public Map<String, String> customerByRecord(Collection<String> customers) {
        return store.customerByRecord(customers);
    }

    /**
     * A customer in a portfolio.
     *
     * @param contacts persons any source named, the same name and phone counted once
     */
    public record Line(
            String id, long number, String name, @Nullable String region, long contacts) {}

    /** @param lifeState PROSPECT, ACTUAL or LAPSED */
    public record Head(
            String id, long number, String name, @Nullable String region, String lifeState) {}
}
