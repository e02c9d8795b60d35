package org.tongqu.hub.demand;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of routing rules: a rule ends and another begins, so that yesterday's can be read tomorrow. */
@Repository
class RoutingStore {
    private final JdbcClient jdbc;

    RoutingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, String> today() {
        Map<String, String> rules = new TreeMap<>();
        jdbc.sql("select product_class, factory from demand.routing_rule where until is null")
                .query((row, n) -> rules.put(row.getString(1), row.getString(2)))
                .list();
        return rules;
    }

    void put(String id, String productClass, String factory, String byLogin, Instant now) {
        jdbc.sql("update demand.routing_rule set until = :now where product_class = :class and until is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("class", productClass)
                .update();
        jdbc.sql("""
                        insert into demand.routing_rule (id, product_class, factory, since, by_login)
                        values (:id, :class, :factory, :now, :login)
                        """)
                .param("id", id)
                .param("class", productClass)
                .param("factory", factory)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("login", byLogin)
                .update();
    }
}
