package org.tongqu.hub.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.Sender;

/** SQL of people, regions and provinces. */
@Repository
class PeopleStore {
    private final JdbcClient jdbc;

    PeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<People.User> user(String login) {
        return jdbc.sql("select login, name, role, region, partner, active from people.app_user where login = :login")
                .param("login", login)
                .query((row, n) -> new People.User(
                        row.getString("login"),
                        row.getString("name"),
                        Sender.Role.valueOf(row.getString("role")),
                        row.getString("region"),
                        row.getString("partner"),
                        row.getBoolean("active")))
                .optional();
    }

    Optional<String> passwordHash(String login) {
        return jdbc.sql("select password_hash from people.app_user where login = :login and active")
                .param("login", login)
                .query(String.class)
                .optional();
    }

    boolean add(People.User user, String passwordHash, boolean oneTime, Instant now) {
        return jdbc.sql("""
                                insert into people.app_user (login, name, role, region, partner, password_hash, one_time, created_at)
                                values (:login, :name, :role, :region, :partner, :hash, :oneTime, :now) on conflict (login) do nothing
                                """)
                        .param("login", user.login())
                        .param("name", user.name())
                        .param("role", user.role().name())
                        .param("region", user.region())
                        .param("partner", user.partner())
                        .param("hash", passwordHash)
                        .param("oneTime", oneTime)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Says whether it stood otherwise before. */
    boolean turn(String login, boolean active) {
        return jdbc.sql("update people.app_user set active = :active where login = :login and active <> :active")
                        .param("login", login)
                        .param("active", active)
                        .update()
                == 1;
    }

    void cameIn(String login, Instant now) {
        jdbc.sql("update people.app_user set last_sign_in = :now where login = :login")
                .param("login", login)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** By full and by short name. */
    Map<String, Province> provinces() {
        Map<String, Province> byName = new HashMap<>();
        jdbc.sql("select name, short, region from people.province")
                .query((row, n) -> new Province(row.getString("name"), row.getString("short"), row.getString("region")))
                .list()
                .forEach(province -> {
                    byName.put(province.name(), province);
                    byName.put(province.shortName(), province);
                });
        return Map.copyOf(byName);
    }

    List<People.Region> regions() {
        return jdbc.sql("select code, zh, en from people.region order by ordinal")
                .query(People.Region.class)
                .list();
    }

    record Province(String name, String shortName, String region) {}
}
