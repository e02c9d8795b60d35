package org.tongqu.hub.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of technicians, what they know and when they are away. */
@Repository
class TechnicianStore {
    private final JdbcClient jdbc;

    TechnicianStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Technicians.Tier> tiers() {
        return jdbc.sql("select level, zh, en, grades from dispatch.tier order by level")
                .query((row, n) -> new Technicians.Tier(
                        row.getInt("level"), row.getString("zh"), row.getString("en"), list(row, "grades")))
                .list();
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray()).toList();
    }

    /** @param month whose booked days are counted */
    List<Technicians.Technician> all(LocalDate month) {
        return jdbc.sql("""
                        select t.*,
                            array(select s.product_class || '|' || s.trade from dispatch.skill s
                                  where s.technician_id = t.id and s.ended_at is null order by 1) as skills,
                            array(select a.id || '|' || a.from_day || '|' || a.until_day || '|' || a.why from dispatch.absence a
                                  where a.technician_id = t.id and a.taken_back_at is null and a.until_day >= :month order by a.from_day) as away,
                            (select count(*) from dispatch.booking b where b.technician_id = t.id and b.freed_at is null
                                  and b.day >= :month and b.day < :month + interval '1 month') as booked
                        from dispatch.technician t order by not t.active, t.region, t.level desc, t.name
                        """)
                .param("month", month)
                .query((row, n) -> technician(row))
                .list();
    }

    private static Technicians.Technician technician(ResultSet row) throws SQLException {
        return new Technicians.Technician(
                row.getString("id"),
                row.getString("login"),
                row.getString("name"),
                row.getInt("level"),
                row.getString("region"),
                row.getString("line_manager"),
                row.getInt("days_cap"),
                row.getInt("booked"),
                row.getBoolean("active"),
                list(row, "skills").stream()
                        .map(skill -> skill.split("\\|", -1))
                        .map(skill -> new Technicians.Skill(skill[0], skill[1]))
                        .toList(),
                list(row, "away").stream()
                        .map(away -> away.split("\\|", 4))
                        .map(away -> new Technicians.Absence(
                                away[0], LocalDate.parse(away[1]), LocalDate.parse(away[2]), away[3]))
                        .toList());
    }

    boolean exists(String id) {
        return jdbc.sql("select exists (select 1 from dispatch.technician where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Who may be sent, by id. */
    Optional<Lent> lent(String id) {
        return jdbc.sql("select name, login from dispatch.technician where id = :id and active")
                .param("id", id)
                .query(Lent.class)
                .optional();
    }

    Optional<String> ofLogin(String login) {
        return jdbc.sql("select id from dispatch.technician where login = :login")
                .param("login", login)
                .query(String.class)
                .optional();
    }

    void enter(String id, Technicians.Wanted wanted, String by, Instant now) {
        jdbc.sql("""
                        insert into dispatch.technician (id, login, name, level, region, line_manager, days_cap, active, entered_by, entered_at)
                        values (:id, :login, :name, :level, :region, :manager, :cap, :active, :by, :now)
                        on conflict (id) do update set login = excluded.login, name = excluded.name, level = excluded.level,
                            region = excluded.region, line_manager = excluded.line_manager, days_cap = excluded.days_cap,
                            active = excluded.active, version = technician.version + 1
                        """)
                .param("id", id)
                .param("login", wanted.login())
                .param("name", wanted.name().strip())
                .param("level", wanted.level())
                .param("region", wanted.region())
                .param("manager", wanted.lineManager().strip())
                .param("cap", wanted.daysCap())
                .param("active", wanted.active())
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
    }

    /** Exactly these from now on. */
    void skills(String id, List<Technicians.Skill> skills, Instant now) {
        jdbc.sql("update dispatch.skill set ended_at = :now where technician_id = :id and ended_at is null")
                .param("now", Columns.utc(now))
                .param("id", id)
                .update();
        jdbc.sql("""
                        insert into dispatch.skill (technician_id, product_class, trade)
                        select :id, w.product_class, w.trade from unnest(:classes::text[], :trades::text[]) as w(product_class, trade)
                        on conflict (technician_id, product_class, trade) do update set ended_at = null
                        """)
                .param("id", id)
                .param(
                        "classes",
                        skills.stream().map(Technicians.Skill::productClass).toArray(String[]::new))
                .param("trades", skills.stream().map(Technicians.Skill::trade).toArray(String[]::new))
                .update();
    }

    void away(String absence, String id, LocalDate from, LocalDate until, String why, String by, Instant now) {
        jdbc.sql("""
                        insert into dispatch.absence (id, technician_id, from_day, until_day, why, entered_by, entered_at)
                        values (:absence, :id, :from, :until, :why, :by, :now)
                        """)
                .param("absence", absence)
                .param("id", id)
                .param("from", from)
                .param("until", until)
                .param("why", why)
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
    }

    boolean back(String id, String absence, Instant now) {
        return jdbc.sql("""
                                update dispatch.absence set taken_back_at = :now
                                where id = :absence and technician_id = :id and taken_back_at is null
                                """)
                        .param("now", Columns.utc(now))
                        .param("absence", absence)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Name and login of a technician. */
    record Lent(String name, @Nullable String login) {}
}
