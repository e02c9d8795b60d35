package org.tongqu.hub.keeping;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.needs.OpenNeeds;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.sales.SalesFacts;
import org.tongqu.hub.visits.LastVisits;

/** Finds the customers that business runs with and nobody keeps, within the scope at hand; told from today's facts. */
@Component
class Strays {
    /** Of each kind of business; what lies further back waits until these are kept. */
    private static final int LATEST = 20_000;

    private final KeeperStore keepers;
    private final ActivityStore activities;
    private final Customers customers;
    private final Portfolios portfolios;
    private final Colleagues colleagues;
    private final OpenNeeds needs;
    private final LastVisits visits;
    private final SalesFacts sales;
    private final Clock clock;

    Strays(
            KeeperStore keepers,
            ActivityStore activities,
            Customers customers,
            Portfolios portfolios,
            Colleagues colleagues,
            OpenNeeds needs,
            LastVisits visits,
            SalesFacts sales,
            Clock clock) {
        this.keepers = keepers;
        this.activities = activities;
        this.customers = customers;
        this.portfolios = portfolios;
        this.colleagues = colleagues;
        this.needs = needs;
        this.visits = visits;
        this.sales = sales;
        this.clock = clock;
    }

    List<Stray> all() {
        List<SalesFacts.Bought> bought = bought();
        Map<String, LocalDate> records = new HashMap<>(needs.running(LATEST));
        visits.since(aYearAgo(), LATEST).forEach((record, day) -> records.merge(record, day, Strays::earlier));
        bought.forEach(each -> records.merge(each.sourceRecordId(), each.first(), Strays::earlier));
        Map<String, LocalDate> began = new HashMap<>();
        customers
                .customersOf(records.keySet())
                .forEach((record, customer) ->
                        began.merge(customer, Objects.requireNonNull(records.get(record)), Strays::earlier));
        return told(began, bought);
    }

    /** One of them, whatever business there is with it; absent where somebody keeps it. */
    Optional<Stray> one(String customer) {
        return told(Map.of(customer, today()), bought()).stream().findFirst();
    }

    private List<SalesFacts.Bought> bought() {
        return sales.bought(aYearAgo(), LATEST);
    }

    private List<Stray> told(Map<String, LocalDate> began, List<SalesFacts.Bought> bought) {
        Map<String, String> kin = portfolios.kins(began.keySet());
        Map<String, String> keeping = keepers.keepersToday(kin.keySet());
        Set<String> off = colleagues.off(new HashSet<>(keeping.values()));
        Map<String, String> left = new HashMap<>();
        Set<String> free = new HashSet<>(began.keySet());
        keeping.forEach((id, person) -> {
            String heir = Objects.requireNonNull(kin.get(id));
            left.put(heir, person);
            if (!off.contains(person)) {
                free.remove(heir);
            }
        });
        Facts facts = facts(free, kin, bought);
        return portfolios.heads(free).values().stream()
                .map(head -> facts.stray(head, left.get(head.id()), Objects.requireNonNull(began.get(head.id()))))
                .toList();
    }

    private Facts facts(Set<String> free, Map<String, String> kin, List<SalesFacts.Bought> bought) {
        Map<String, String> customerByRecord = portfolios.customerByRecord(free);
        Facts facts = new Facts(new HashMap<>(), new HashMap<>());
        needs.wishes(customerByRecord.keySet())
                .forEach(wish -> facts.asked(customerByRecord.get(wish.sourceRecordId()), wish.productClass()));
        bought.forEach(each ->
                each.classes().forEach(asked -> facts.asked(customerByRecord.get(each.sourceRecordId()), asked)));
        visits.of(customerByRecord.keySet())
                .forEach((record, at) ->
                        facts.seen(customerByRecord.get(record), LocalDate.ofInstant(at, Columns.HOUSE_ZONE)));
        List<String> ids =
                kin.keySet().stream().filter(id -> free.contains(kin.get(id))).toList();
        activities.last(ids).forEach((id, day) -> facts.seen(kin.get(id), day));
        return facts;
    }

    /** Ends those who kept a customer and left, under whatever id they kept it. */
    void end(String customer) {
        Collection<String> kin = portfolios.kin(customer);
        keepers.endThoseWhoLeft(
                kin, colleagues.off(new HashSet<>(keepers.keepersToday(kin).values())), clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }

    private LocalDate aYearAgo() {
        return today().minusYears(1);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * A customer that nobody keeps.
     *
     * @param left login of who kept it and was switched off; absent where nobody ever did
     * @param classes what it asked for or ordered, as far as known
     * @param lastContact the last visit, call, sample or quote; absent where there was none
     * @param since that day, or where there was none the first day of the business that runs
     */
    record Stray(
            Portfolios.Head customer,
            @Nullable String left,
            Set<String> classes,
            @Nullable LocalDate lastContact,
            LocalDate since) {
        static final Comparator<Stray> OLDEST_FIRST = Comparator.comparing(Stray::since)
                .thenComparing(stray -> stray.customer().number());
    }

    /** What was gathered, by customer. */
    private record Facts(Map<String, Set<String>> classes, Map<String, LocalDate> contacts) {
        void asked(@Nullable String customer, @Nullable String productClass) {
            if (customer != null && productClass != null) {
                classes.computeIfAbsent(customer, none -> new TreeSet<>()).add(productClass);
            }
        }

        void seen(@Nullable String customer, LocalDate day) {
            if (customer != null) {
                contacts.merge(customer, day, (one, other) -> one.isAfter(other) ? one : other);
            }
        }

        Stray stray(Portfolios.Head head, @Nullable String left, LocalDate began) {
            LocalDate last = contacts.get(head.id());
            return new Stray(head, left, classes.getOrDefault(head.id(), Set.of()), last, last == null ? began : last);
        }
    }
}
