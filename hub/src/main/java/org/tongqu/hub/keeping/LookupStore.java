package org.tongqu.hub.keeping;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of who asked what. */
@Repository
class LookupStore {
    private static final int LOOKUPS = 20261123;

    private final JdbcClient jdbc;

    LookupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two questions of one person are counted one after the other. */
    void hold(String person) {
        jdbc.sql("select pg_advisory_xact_lock(:lookups, hashtext(:person))")
                .param("lookups", LOOKUPS)
                .param("person", person)
                .query()
                .listOfRows();
    }

    boolean has(String person, Lookups.Question question, Instant since) {
        return jdbc.sql("""
                        select exists (select 1 from keeping.lookup where person = :person and at > :since
                            and name = :name and phone = :phone and province = :province)
                        """)
                .param("person", person)
                .param("since", Columns.utc(since))
                .param("name", question.name())
                .param("phone", question.phone())
                .param("province", question.province())
                .query(Boolean.class)
                .single();
    }

    int count(String person, Instant since) {
        return jdbc.sql("select count(*) from keeping.lookup where person = :person and at > :since")
                .param("person", person)
                .param("since", Columns.utc(since))
                .query(Integer.class)
                .single();
    }

    Optional<Last> last(String person) {
        return jdbc.sql(
                        "select id, name, phone, province, at from keeping.lookup where person = :person order by at desc, id desc limit 1")
                .param("person", person)
                .query((row, n) -> new Last(
                        row.getString("id"),
                        new Lookups.Question(row.getString("name"), row.getString("phone"), row.getString("province")),
                        Columns.time(row, "at")))
                .optional();
    }

    void add(String id, String person, Lookups.Question question, Instant now) {
        jdbc.sql("""
                        insert into keeping.lookup (id, person, name, phone, province, at)
                        values (:id, :person, :name, :phone, :province, :now)
                        """)
                .param("id", id)
                .param("person", person)
                .param("name", question.name())
                .param("phone", question.phone())
                .param("province", question.province())
                .param("now", Columns.utc(now))
                .update();
    }

    /** What no count needs any more; the audit trail keeps it. */
    void forget(String person, Instant before) {
        jdbc.sql("delete from keeping.lookup where person = :person and at < :before")
                .param("person", person)
                .param("before", Columns.utc(before))
                .update();
    }

    void typedOn(String id, Lookups.Question question) {
        jdbc.sql("update keeping.lookup set name = :name, phone = :phone, province = :province where id = :id")
                .param("id", id)
                .param("name", question.name())
                .param("phone", question.phone())
                .param("province", question.province())
                .update();
    }

    /** The newest question of a person. */
    record Last(String id, Lookups.Question question, OffsetDateTime at) {}
}
