package org.tongqu.hub.demand;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.hub.channel.AgentsOfRecord;
import org.tongqu.hub.channel.AgentsSettled;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.needs.Needs;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Ids;

/** 经由代理商: names the agent that serves the customer of each part, when it is asked and whenever its agents change, in that same transaction. */
@Component
class Serving {
    private final ServedStore store;
    private final AgentsOfRecord agents;
    private final Customers customers;
    private final Portfolios portfolios;
    private final Needs needs;
    private final Partners partners;
    private final Ids ids;
    private final Clock clock;

    Serving(
            ServedStore store,
            AgentsOfRecord agents,
            Customers customers,
            Portfolios portfolios,
            Needs needs,
            Partners partners,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.agents = agents;
        this.customers = customers;
        this.portfolios = portfolios;
        this.needs = needs;
        this.partners = partners;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps who serves each part of a new demand; answers the agents by part, for the factory's parcel. */
    Map<String, DemandWord.AskedAgent> begin(String demandId, String record, List<Needs.Part> parts, Instant now) {
        List<AgentsOfRecord.Signed> signed = customers
                .customerOf(record)
                .map(customer -> agents.today(List.of(customer)).getOrDefault(customer, List.of()))
                .orElse(List.of());
        if (signed.isEmpty()) {
            return Map.of();
        }
        List<ServedStore.Row> rows = parts.stream()
                .flatMap(part -> row(demandId, part.id(), part.productClass(), signed, this::name))
                .toList();
        store.begin(rows, now);
        Map<String, DemandWord.AskedAgent> byPart = new HashMap<>();
        rows.forEach(row -> byPart.put(row.partId(), new DemandWord.AskedAgent(row.agent(), row.agentName())));
        return byPart;
    }

    @EventListener
    void on(AgentsSettled news) {
        settle(news.customers());
    }

    /** Whatever was asked for these customers runs through whoever has them now; held by the caller, they stay so to the end. */
    void settle(Collection<String> touched) {
        Set<String> heirs = new HashSet<>(portfolios.heirs(touched).values());
        Map<String, String> customerByRecord = portfolios.customerByRecord(heirs);
        Function<String, Boolean> ours = once(this::isOurs);
        List<Needs.AskedOf> asked = customerByRecord.isEmpty()
                ? List.of()
                : needs.askedOf(customerByRecord.keySet()).stream()
                        .filter(each -> ours.apply(each.factory()))
                        .toList();
        if (!asked.isEmpty()) {
            settle(asked, customerByRecord, agents.today(heirs));
        }
    }

    private void settle(
            List<Needs.AskedOf> asked,
            Map<String, String> customerByRecord,
            Map<String, List<AgentsOfRecord.Signed>> signed) {
        Function<String, String> names = once(this::name);
        List<ServedStore.Row> wanted = asked.stream()
                .flatMap(each -> row(
                        each.demandId(),
                        each.partId(),
                        each.productClass(),
                        signed.getOrDefault(customerByRecord.get(each.sourceRecordId()), List.of()),
                        names))
                .toList();
        Set<String> demands = new HashSet<>();
        asked.forEach(each -> demands.add(each.demandId()));
        List<ServedStore.Row> standing = store.standing(demands);
        store.end(without(standing, wanted), clock.instant());
        store.begin(without(wanted, standing), clock.instant());
    }

    /** Those rows that no other says. */
    private static List<ServedStore.Row> without(Collection<ServedStore.Row> rows, Collection<ServedStore.Row> others) {
        Set<List<String>> said = new HashSet<>();
        others.forEach(other -> said.add(other.fact()));
        return rows.stream().filter(row -> !said.contains(row.fact())).toList();
    }

    private Stream<ServedStore.Row> row(
            String demandId,
            String partId,
            @Nullable String productClass,
            List<AgentsOfRecord.Signed> signed,
            Function<String, String> names) {
        Optional<AgentsOfRecord.Signed> serves =
                signed.isEmpty() ? Optional.empty() : agents.among(signed, productClass);
        return serves
                .map(one -> new ServedStore.Row(
                        ids.next(), demandId, partId, one.agent(), names.apply(one.agent()), one.id()))
                .stream();
    }

    /** A move brings many rows of few firms: each firm is looked up once. */
    private static <T> Function<String, T> once(Function<String, T> ask) {
        Map<String, T> known = new HashMap<>();
        return code -> known.computeIfAbsent(code, ask);
    }

    private String name(String agent) {
        return partners.find(agent).map(Partners.Partner::name).orElse(agent);
    }

    /** A firm outside the group is not told whose customer it is, and its share is nobody's business in the channel. */
    private boolean isOurs(String factory) {
        return partners.kindOf(factory).filter(Partners.COOPERATOR::equals).isEmpty();
    }
}
