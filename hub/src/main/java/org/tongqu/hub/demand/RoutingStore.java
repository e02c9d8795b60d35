package org.tongqu.hub.demand;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of routing rules: a rule ends and another begins, so that yesterday's can be read tomorrow. */
@Repository
class RoutingStore {
    private final JdbcClient jdbc;

    RoutingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Routing.Rule> today() {
        return jdbc.sql("""
                        select product_class, factory, preference from demand.routing_rule
                        where until is null order by product_class, preference
                        """).query(Routing.Rule.class).list();
    }

    void put(String id, Routing.Rule rule, String byLogin, Instant now) {
        end(rule.productClass(), rule.preference(), now);
        jdbc.sql("""
                        insert into demand.routing_rule (id, product_class, factory, preference, since, by_login)
                        values (:id, :class, :factory, :preference, :now, :login)
                        """)
                .param("id", id)
                .param("class", rule.productClass())
                .param("factory", rule.factory())
                .param("preference", rule.preference())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("login", byLogin)
                .update();
    }

    void end(String productClass, int preference, Instant now) {
        jdbc.sql("""
                        update demand.routing_rule set until = :now
                        where product_class = :class and preference = :preference and until is null
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("class", productClass)
                .param("preference", preference)
                .update();
    }
}
