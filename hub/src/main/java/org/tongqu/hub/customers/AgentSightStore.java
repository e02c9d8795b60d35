package org.tongqu.hub.customers;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of which agents see a customer, and which no more; the walls and the search read it. */
@Repository
class AgentSightStore {
    private final JdbcClient jdbc;

    AgentSightStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes away what stands of these customers and is not told again. */
    void forget(Collection<String> customers, Collection<Customers.AgentSight> told) {
        jdbc.sql("""
                        delete from customers.agent_sight s where s.customer_id = any(:customers::text[]) and not exists (
                            select 1 from unnest(:told::text[], :partners::text[]) as w(customer_id, partner)
                            where w.customer_id = s.customer_id and w.partner = s.partner)
                        """)
                .param("customers", customers.toArray(String[]::new))
                .param("told", customersOf(told))
                .param("partners", partnersOf(told))
                .update();
    }

    void keep(Collection<Customers.AgentSight> told) {
        List<Boolean> seen = told.stream().map(Customers.AgentSight::seen).toList();
        jdbc.sql("""
                        insert into customers.agent_sight as s (customer_id, partner, seen)
                        select * from unnest(:told::text[], :partners::text[], :seen::boolean[])
                        on conflict (customer_id, partner) do update set seen = excluded.seen where s.seen <> excluded.seen
                        """)
                .param("told", customersOf(told))
                .param("partners", partnersOf(told))
                .param("seen", seen.toArray(Boolean[]::new))
                .update();
    }

    private static String[] customersOf(Collection<Customers.AgentSight> told) {
        return told.stream().map(Customers.AgentSight::customerId).toArray(String[]::new);
    }

    private static String[] partnersOf(Collection<Customers.AgentSight> told) {
        return told.stream().map(Customers.AgentSight::partner).toArray(String[]::new);
    }
}
