package org.tongqu.hub.channel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.channel.AgentOfRecordStore.Row;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.partners.Partners;

/** Works out what a move comes to, within the scope at hand. */
@Component
class Planning {
    private final AgentOfRecordStore store;
    private final Portfolios portfolios;
    private final Partners partners;

    Planning(AgentOfRecordStore store, Portfolios portfolios, Partners partners) {
        this.store = store;
        this.portfolios = portfolios;
        this.partners = partners;
    }

    /** As {@link #plan} of customers that nobody else moves, regroups or asks for until the end. */
    Plan held(AgentMoves.Wanted wanted) {
        Set<String> held = Set.of();
        while (true) {
            Plan plan = plan(wanted);
            Set<String> customers = Set.copyOf(plan.customers());
            if (held.containsAll(customers)) {
                return plan;
            }
            portfolios.hold(customers);
            held = customers;
        }
    }

    Plan plan(AgentMoves.Wanted wanted) {
        Map<String, String> heirs = portfolios.heirs(wanted.customers());
        List<String> unknown =
                wanted.customers().stream().filter(id -> !heirs.containsKey(id)).toList();
        List<Step> steps = wanted.from() == null
                ? entered(wanted, Set.copyOf(heirs.values()))
                : given(wanted, wanted.from(), Set.copyOf(heirs.values()));
        Set<String> moved = Set.copyOf(
                portfolios.heirs(steps.stream().map(Step::customerId).toList()).values());
        long left = Set.copyOf(heirs.values()).stream()
                .filter(heir -> !moved.contains(heir))
                .count();
        return new Plan(steps, unknown, left);
    }

    /** What the giver has of these, or all it has; of a class alone that is part of what it has, the receiver gets just that part. */
    private List<Step> given(AgentMoves.Wanted wanted, String giver, Set<String> chosen) {
        Set<String> kin = portfolios.kins(chosen).keySet();
        List<Row> held = store.of(giver).stream()
                .filter(row -> wanted.customers().isEmpty() || kin.contains(row.customerId()))
                .toList();
        String wantedClass = wanted.productClass();
        if (wantedClass == null) {
            return held.stream().map(Step::of).toList();
        }
        List<Step> steps = new ArrayList<>(held.stream()
                .filter(row -> within(row, wantedClass))
                .map(Step::of)
                .toList());
        Set<String> taken = store.today(held.stream().map(Row::customerId).toList()).stream()
                .filter(row -> wantedClass.equals(row.productClass()))
                .map(Row::customerId)
                .collect(Collectors.toCollection(HashSet::new));
        held.stream()
                .filter(row -> !within(row, wantedClass) && covers(row, wantedClass) && taken.add(row.customerId()))
                .forEach(row -> steps.add(new Step(row.customerId(), wantedClass, null)));
        return steps;
    }

    private boolean within(Row row, String productClass) {
        String held = row.productClass();
        return held != null && partners.classAndAncestors(held).contains(productClass);
    }

    private boolean covers(Row row, String productClass) {
        String held = row.productClass();
        return held == null || partners.classAndAncestors(productClass).contains(held);
    }

    /** Whoever has a customer for just that class gives it; one nobody has comes new. */
    private List<Step> entered(AgentMoves.Wanted wanted, Set<String> chosen) {
        Map<String, String> heirByKin = portfolios.kins(chosen);
        Map<String, List<Row>> standing = new HashMap<>();
        store.today(heirByKin.keySet()).stream()
                .filter(row -> Objects.equals(row.productClass(), wanted.productClass()))
                .forEach(row -> standing.computeIfAbsent(
                                Objects.requireNonNull(heirByKin.get(row.customerId())), heir -> new ArrayList<>())
                        .add(row));
        List<Step> steps = new ArrayList<>();
        for (String customer : chosen) {
            List<Row> rows = standing.getOrDefault(customer, List.of());
            rows.stream()
                    .filter(row -> !row.agent().equals(wanted.to()))
                    .map(Step::of)
                    .forEach(steps::add);
            if (rows.isEmpty()) {
                steps.add(new Step(customer, wanted.productClass(), null));
            }
        }
        return steps;
    }

    /**
     * @param unknown ids of those chosen that are nobody's
     * @param left how many of those chosen stay where they are, as they are not the giver's, or the receiver's already
     */
    record Plan(List<Step> steps, List<String> unknown, long left) {
        Collection<String> customers() {
            return steps.stream().map(Step::customerId).collect(Collectors.toSet());
        }
    }

    /** @param after what stands there today and ends; absent where nothing does */
    record Step(
            String customerId,
            @Nullable String productClass,
            @Nullable String after) {
        static Step of(Row row) {
            return new Step(row.customerId(), row.productClass(), row.id());
        }
    }
}
