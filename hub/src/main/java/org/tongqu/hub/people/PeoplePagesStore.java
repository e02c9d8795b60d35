package org.tongqu.hub.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of people as shown. */
@Repository
class PeoplePagesStore {
    private static final String PERSON = """
            select login, name, role, region, partner, active, one_time, created_at, last_sign_in from people.app_user
            """;

    private final JdbcClient jdbc;

    PeoplePagesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PeoplePages.Person> list(PeoplePages.Sought sought, Window window) {
        String word = sought.word();
        return new Clauses()
                .andIf(window.after(), "after", "login > :after")
                .andIf(
                        word == null ? null : word.toLowerCase(Locale.ROOT),
                        "word",
                        "(position(:word in lower(name)) > 0 or position(:word in lower(login)) > 0 or partner = :word)")
                .andIf(sought.role(), "role", "role = :role")
                .andIf(sought.region(), "region", "region = :region")
                .andIf(sought.active(), "active", "active = :active")
                .on(jdbc, PERSON, "order by login limit " + window.oneMore())
                .query(PeoplePagesStore::person)
                .list();
    }

    Optional<PeoplePages.Person> one(String login) {
        return jdbc.sql(PERSON + " where login = :login")
                .param("login", login)
                .query(PeoplePagesStore::person)
                .optional();
    }

    PeoplePages.Counts counts() {
        return jdbc.sql("""
                        select count(*) filter (where active) as active, count(*) filter (where not active) as off from people.app_user
                        """)
                .query((row, n) -> new PeoplePages.Counts(row.getLong("active"), row.getLong("off")))
                .single();
    }

    private static PeoplePages.Person person(ResultSet row, int n) throws SQLException {
        return new PeoplePages.Person(
                row.getString("login"),
                row.getString("name"),
                Sender.Role.valueOf(row.getString("role")),
                row.getString("region"),
                row.getString("partner"),
                row.getBoolean("active"),
                row.getBoolean("one_time"),
                Columns.time(row, "created_at"),
                Columns.timeOrNull(row, "last_sign_in"));
    }
}
