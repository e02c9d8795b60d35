package org.tongqu.hub.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of the rules of actions, and of those that were set aside. */
@Repository
class ActionStore {
    private final JdbcClient jdbc;

    ActionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Actions.Rule> rules() {
        return jdbc.sql("select * from service.action_rule order by array_position(:order::text[], rule)")
                .param("order", NextRule.names().toArray(String[]::new))
                .query((row, n) -> new Actions.Rule(
                        row.getString("rule"),
                        row.getInt("threshold"),
                        row.getInt("quiet_days"),
                        row.getBoolean("applied"),
                        row.getString("changed_by"),
                        Columns.time(row, "changed_at")))
                .list();
    }

    void change(Actions.Change change, String by, Instant now) {
        jdbc.sql("""
                        update service.action_rule set threshold = :threshold, quiet_days = :quiet, applied = :applied,
                            changed_by = :by, changed_at = :now where rule = :rule
                        """)
                .param("threshold", change.threshold())
                .param("quiet", change.quietDays())
                .param("applied", change.applied())
                .param("by", by)
                .param("now", Columns.utc(now))
                .param("rule", change.rule())
                .update();
    }

    void dismiss(String id, Aside aside, String why, String by, Instant now) {
        jdbc.sql("""
                        insert into service.dismissal (id, customer_id, region, branch, rule, subject, until_day, why, made_by, made_at)
                        values (:id, :customer, :region, :branch, :rule, :subject, :until, :why, :by, :now)
                        """)
                .param("id", id)
                .param("customer", aside.customerId())
                .param("region", aside.region())
                .param("branch", aside.branch())
                .param("rule", aside.rule())
                .param("subject", aside.subject())
                .param("until", aside.until())
                .param("why", why)
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
    }

    boolean takeBack(String id, Instant now) {
        return jdbc.sql("update service.dismissal set taken_back_at = :now where id = :id and taken_back_at is null")
                        .param("now", Columns.utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What keeps away today: customer as it was then, rule and subject. */
    Set<Key> aside(Collection<String> customers, LocalDate today) {
        return jdbc
                .sql("""
                        select customer_id, rule, subject from service.dismissal
                        where customer_id = any(:ids::text[]) and until_day >= :today and taken_back_at is null
                        """)
                .param("ids", customers.toArray(String[]::new))
                .param("today", today)
                .query(Key.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** One action of one customer. */
    record Key(String customerId, String rule, String subject) {}

    /** An action until when it keeps away. */
    record Aside(
            String customerId,
            @Nullable String region,
            @Nullable String branch,
            String rule,
            String subject,
            LocalDate until) {}
}
