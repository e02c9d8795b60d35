package org.tongqu.hub.people;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.Sender;

/** SQL of who may keep customers. */
@Repository
class ColleaguesStore {
    private final JdbcClient jdbc;

    ColleaguesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> off(Collection<String> logins) {
        return Set.copyOf(jdbc.sql("select people.switched_off(:logins::text[])")
                .param("logins", logins.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** @param region absent for all regions and headquarters */
    List<People.User> keepers(@Nullable String region) {
        return jdbc.sql("""
                        select login, name, role, region, partner, active from people.app_user
                        where (role in ('REP', 'MANAGER') and region = coalesce(:region::text, region))
                           or (role = 'DESK' and :region::text is null)
                        order by region, role, login
                        """)
                .param("region", region)
                .query((row, n) -> new People.User(
                        row.getString("login"),
                        row.getString("name"),
                        Sender.Role.valueOf(row.getString("role")),
                        row.getString("region"),
                        row.getString("partner"),
                        row.getBoolean("active")))
                .list();
    }
}
