package org.tongqu.hub.channel;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.partners.Partners;

/** Agents that are somebody's customers themselves: goods that go to them go into their stock. Within the scope at hand. */
@Component
class OwnFirms {
    private final Portfolios portfolios;
    private final Customers customers;

    OwnFirms(Portfolios portfolios, Customers customers) {
        this.portfolios = portfolios;
        this.customers = customers;
    }

    /** By source record, the agent it speaks of: all records of a customer that any source calls by the agent's registered name. */
    Map<String, String> of(Collection<Partners.Partner> agents) {
        Map<String, String> codeByName = agents.stream()
                .collect(Collectors.toMap(Partners.Partner::name, Partners.Partner::code, (one, other) -> one));
        Map<String, String> nameByRecord = portfolios.called(codeByName.keySet());
        Map<String, String> customerByRecord = customers.customersOf(nameByRecord.keySet());
        Map<String, String> codeByCustomer = new HashMap<>();
        customerByRecord.forEach((record, customer) ->
                codeByCustomer.putIfAbsent(customer, codeByName.getOrDefault(nameByRecord.get(record), "")));
        Map<String, String> codeByRecord = new HashMap<>();
        portfolios
                .customerByRecord(codeByCustomer.keySet())
                .forEach((record, customer) -> codeByRecord.put(record, codeByCustomer.getOrDefault(customer, "")));
        return codeByRecord;
    }
}
