package org.tongqu.hub.console.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.sales.SalesPages;
import org.tongqu.hub.visits.VisitsPages;

/**
 * 查找: asks each room what goes by a term, then what is tied to that: the customer of an order, and of a few customers all they have. Each
 * room answers for itself, so what the asker may not see is missing.
 */
@Component
class Searching {
    private static final Window FEW = Window.first(10);
    /** Beyond so many customers nobody looks for one of them in particular, and their facts would only be in the way. */
    private static final int TIED = 3;

    private final CustomersPages customers;
    private final NeedsPages needs;
    private final DemandPages demands;
    private final SalesPages sales;
    private final VisitsPages visits;
    private final JournalPages journal;
    private final Wall wall;

    Searching(
            CustomersPages customers,
            NeedsPages needs,
            DemandPages demands,
            SalesPages sales,
            VisitsPages visits,
            JournalPages journal,
            Wall wall) {
        this.customers = customers;
        this.needs = needs;
        this.demands = demands;
        this.sales = sales;
        this.visits = visits;
        this.journal = journal;
        this.wall = wall;
    }

    /** One moment of the store, however many rooms are asked. */
    Found found(Sender sender, String term) {
        return wall.readByKeys(Scope.of(sender), () -> tied(sender, called(sender, term)));
    }

    private Found called(Sender sender, String term) {
        List<String> numbers = numbers(term);
        return new Found(
                term,
                customers.found(sender, term, FEW),
                distinct(
                        numbers.stream().flatMap(number -> needs.called(sender, number, FEW).stream()),
                        each -> each.id()),
                List.copyOf(demands.byIds(sender, numbers).values()),
                sales.ordersCalled(sender, numbers, FEW),
                sales.linesCalled(sender, numbers, FEW),
                visits.called(sender, numbers, FEW),
                distinct(numbers.stream().flatMap(number -> messages(sender, number)), each -> each.id()));
    }

    private Stream<JournalPages.MessageLine> messages(Sender sender, String key) {
        return journal.messages(sender, new JournalPages.Sought(key, null, null, null), FEW).items().stream();
    }

    /** As typed, in half width, in capitals and in small letters: ids are small, most numbers are not. */
    private static List<String> numbers(String term) {
        String narrow = Normalizer.normalize(term, Normalizer.Form.NFKC).strip();
        return Stream.of(term, narrow, narrow.toUpperCase(Locale.ROOT), narrow.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private Found tied(Sender sender, Found found) {
        List<String> ids = customersOf(sender, found);
        List<CustomersPages.Hit> hits = Stream.concat(
                        found.customers().stream(),
                        customers.byIds(sender, ids).stream().map(CustomersPages.Hit::tied))
                .toList();
        Found all = found.of(distinct(hits.stream(), hit -> hit.customer().id()));
        if (all.customers().isEmpty() || all.customers().size() > TIED) {
            return all;
        }
        Found whole = all;
        for (CustomersPages.Hit hit : all.customers()) {
            whole = whole.and(of(sender, hit.customer().id(), found.term()));
        }
        return whole;
    }

    /** Customers of what goes by the term. */
    private List<String> customersOf(Sender sender, Found found) {
        List<@Nullable String> ids = new ArrayList<>();
        found.needs().forEach(need -> ids.add(need.customerId()));
        found.orders().forEach(order -> ids.add(order.customerId()));
        found.lines().forEach(line -> ids.add(line.customerId()));
        Map<String, CustomersPages.Named> named = customers.namesOf(
                sender,
                found.visits().stream().map(VisitsPages.Visit::sourceRecordId).toList());
        found.visits().forEach(visit -> {
            CustomersPages.Named whose = named.get(visit.sourceRecordId());
            ids.add(whose == null ? null : whose.customerId());
        });
        needs.byIds(
                        sender,
                        found.demands().stream().map(DemandPages.Demand::needId).toList())
                .values()
                .forEach(need -> ids.add(need.customerId()));
        return ids.stream()
                .filter(Objects::nonNull)
                .distinct()
                .limit(FEW.limit())
                .toList();
    }

    /** What one customer has, the newest of each kind. */
    private Found of(Sender sender, String customerId, String term) {
        return customers
                .customer(sender, customerId)
                .map(customer -> of(sender, customer, term))
                .orElse(Found.nothing(term));
    }

    private Found of(Sender sender, CustomersPages.Customer customer, String term) {
        List<String> records = customer.recordIds();
        List<NeedsPages.NeedLine> raised = few(needs.byRecords(sender, records));
        return new Found(
                term,
                List.of(),
                raised,
                few(demands.ofNeeds(
                        sender, raised.stream().map(NeedsPages.NeedLine::id).toList())),
                sales.orders(sender, new SalesPages.OrdersAsked(null, null, customer.id(), null), FEW)
                        .items(),
                sales.lines(sender, new SalesPages.LinesAsked(null, null, customer.id()), FEW)
                        .items(),
                few(visits.byRecords(sender, records)),
                customer.sources().stream()
                        .map(CustomersPages.Source::messageId)
                        .distinct()
                        .limit(FEW.limit())
                        .flatMap(message -> messages(sender, message))
                        .toList());
    }

    private static <T> List<T> few(List<T> all) {
        return all.subList(0, Math.min(FEW.limit(), all.size()));
    }

    static <T> List<T> distinct(Stream<T> all, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        all.forEach(each -> byId.putIfAbsent(id.apply(each), each));
        return List.copyOf(byId.values());
    }
}
