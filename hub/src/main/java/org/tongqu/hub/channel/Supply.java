package org.tongqu.hub.channel;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.partners.Partners;

/** Where an agent's goods may have lain: whose own firm a customer is, and who stood above whom. Within the scope at hand. */
@Component
public class Supply {
    private final Portfolios portfolios;
    private final Partners partners;
    private final TreeStore places;

    Supply(Portfolios portfolios, Partners partners, TreeStore places) {
        this.portfolios = portfolios;
        this.partners = partners;
        this.places = places;
    }

    /** By customer, the agent whose firm it is: any source calls it by the agent's registered name. End users are missing. */
    public Map<String, String> firmsOf(Collection<String> customers) {
        Map<String, String> codeByName = partners.all().stream()
                .filter(partner -> partner.kind().equals("AGENT"))
                .collect(Collectors.toMap(Partners.Partner::name, Partners.Partner::code, (one, other) -> one));
        Map<String, String> firms = new HashMap<>();
        portfolios
                .calledAmong(customers, codeByName.keySet())
                .forEach((customer, name) -> firms.put(customer, codeByName.getOrDefault(name, "")));
        return firms;
    }

    public Chains chains() {
        return new Chains(places.all());
    }
}
