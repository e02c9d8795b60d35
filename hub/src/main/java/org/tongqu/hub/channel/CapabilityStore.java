package org.tongqu.hub.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of what agents take on, where and for which class. */
@Repository
class CapabilityStore {
    private static final String ROWS =
            "select id, agent, kind, region, province, product_class, valid_from, valid_until, entered_by from channel.capability ";

    private final JdbcClient jdbc;

    CapabilityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All an agent ever took on, what holds longest first. */
    List<Capability> of(String agent) {
        return jdbc.sql(ROWS + """
                         where agent = :agent and valid_until is distinct from valid_from
                        order by valid_until desc nulls first, kind, product_class nulls first, valid_from desc
                        """)
                .param("agent", agent)
                .query(CapabilityStore::capability)
                .list();
    }

    List<Capability> on(LocalDate day) {
        return jdbc.sql(ROWS + """
                         where valid_from <= :day and (valid_until is null or valid_until > :day) order by agent, kind, product_class nulls first
                        """)
                .param("day", day)
                .query(CapabilityStore::capability)
                .list();
    }

    Optional<Capability> find(String agent, String id) {
        return jdbc.sql(ROWS + " where agent = :agent and id = :id")
                .param("agent", agent)
                .param("id", id)
                .query(CapabilityStore::capability)
                .optional();
    }

    void begin(Capability capability, Instant now) {
        jdbc.sql("""
                        insert into channel.capability
                            (id, agent, kind, region, province, product_class, valid_from, valid_until, entered_by, entered_at)
                        values (:id, :agent, :kind, :region, :province, :class, :from, :until, :by, :now)
                        """)
                .param("id", capability.id())
                .param("agent", capability.agent())
                .param("kind", capability.kind())
                .param("region", capability.region())
                .param("province", capability.province())
                .param("class", capability.productClass())
                .param("from", capability.from())
                .param("until", capability.until())
                .param("by", capability.enteredBy())
                .param("now", Columns.utc(now))
                .update();
    }

    void end(String id, LocalDate until, String by, Instant now) {
        jdbc.sql("update channel.capability set valid_until = :until, ended_by = :by, ended_at = :now where id = :id")
                .param("id", id)
                .param("until", until)
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
    }

    private static Capability capability(ResultSet row, int n) throws SQLException {
        return new Capability(
                row.getString("id"),
                row.getString("agent"),
                row.getString("kind"),
                row.getString("region"),
                row.getString("province"),
                row.getString("product_class"),
                Objects.requireNonNull(Columns.dateOrNull(row, "valid_from")),
                Columns.dateOrNull(row, "valid_until"),
                row.getString("entered_by"));
    }

    record Capability(
            String id,
            String agent,
            String kind,
            @Nullable String region,
            @Nullable String province,
            @Nullable String productClass,
            LocalDate from,
            @Nullable LocalDate until,
            String enteredBy) {
        boolean clashes(Capability other) {
            boolean same = kind.equals(other.kind)
                    && Objects.equals(region, other.region)
                    && Objects.equals(province, other.province)
                    && Objects.equals(productClass, other.productClass);
            boolean overlaps =
                    (other.until == null || from.isBefore(other.until)) && (until == null || until.isAfter(other.from));
            return same && overlaps;
        }
    }
}
