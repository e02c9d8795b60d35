package org.tongqu.hub.channel;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.sales.ChannelFacts;
import org.tongqu.hub.visits.LastVisits;

/** 最终用户: where each machine that went through an agent is today, as far as anybody saw it; within the scope at hand. */
@Component
class Units {
    private static final int MOST = 200;

    private final ChannelFacts facts;
    private final OwnFirms firms;
    private final LastVisits visits;
    private final Customers customers;
    private final Portfolios portfolios;

    Units(ChannelFacts facts, OwnFirms firms, LastVisits visits, Customers customers, Portfolios portfolios) {
        this.facts = facts;
        this.firms = firms;
        this.visits = visits;
        this.customers = customers;
        this.portfolios = portfolios;
    }

    /** The newest; a machine seen on a visit is where it was seen last, one shipped to an end user is there until somebody sees it elsewhere. */
    List<ChannelPages.Unit> of(String agent, Collection<Partners.Partner> all) {
        Map<String, String> firmOf = firms.of(all);
        List<String> own = firmOf.keySet().stream()
                .filter(record -> agent.equals(firmOf.get(record)))
                .toList();
        List<ChannelFacts.Unit> units = facts.units(agent, own, MOST);
        Map<String, String> place =
                visits.seen(units.stream().map(ChannelFacts.Unit::machine).toList());
        Map<String, String> how = new HashMap<>();
        place.keySet().forEach(machine -> how.put(machine, "SEEN"));
        units.stream()
                .filter(unit -> !agent.equals(firmOf.get(unit.sourceRecordId())))
                .filter(unit ->
                        how.putIfAbsent(unit.machine(), firmOf.containsKey(unit.sourceRecordId()) ? "AGENT" : "DIRECT")
                                == null)
                .forEach(unit -> place.put(unit.machine(), unit.sourceRecordId()));
        Map<String, Portfolios.Line> users = users(place.values());
        return units.stream()
                .map(unit ->
                        unit(unit, users.get(place.get(unit.machine())), how.getOrDefault(unit.machine(), "STOCK")))
                .toList();
    }

    private Map<String, Portfolios.Line> users(Collection<String> records) {
        Map<String, String> customerByRecord = customers.customersOf(records);
        Map<String, Portfolios.Line> lines = portfolios.lines(Set.copyOf(customerByRecord.values()));
        return customerByRecord.entrySet().stream()
                .filter(each -> lines.containsKey(each.getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> Objects.requireNonNull(lines.get(each.getValue()))));
    }

    private static ChannelPages.Unit unit(ChannelFacts.Unit unit, Portfolios.@Nullable Line user, String how) {
        return new ChannelPages.Unit(
                unit.machine(),
                Objects.requireNonNullElse(unit.serial(), unit.machine()),
                unit.productCode(),
                unit.model(),
                unit.orderId(),
                unit.orderNo(),
                unit.shippedAt(),
                user == null ? null : user.id(),
                user == null ? (how.equals("DIRECT") || how.equals("AGENT") ? unit.customerName() : null) : user.name(),
                how);
    }
}
