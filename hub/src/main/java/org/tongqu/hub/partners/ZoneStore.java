package org.tongqu.hub.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.partners.ZoneCut.Zone;
import org.tongqu.hub.platform.Columns;

/** SQL of factories' cuts of the country. */
@Repository
class ZoneStore {
    private static final String ZONES = """
            select z.*, c.changed_at, c.changed_by from partners.zone z
            join partners.zone_cut c on (c.partner, c.valid_from, c.revision) = (z.partner, z.valid_from, z.revision)
            """;

    private final JdbcClient jdbc;

    ZoneStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The cut an order of that day is placed by; empty where the factory had none yet. */
    Optional<ZoneCut> on(String factory, LocalDate day) {
        JdbcClient.StatementSpec found =
                jdbc.sql(ZONES + """
                        where (z.partner, z.valid_from, z.revision) = (
                            select partner, valid_from, revision from partners.zone_cut
                            where partner = :partner and valid_from <= :day order by valid_from desc, revision desc limit 1)
                        order by z.n
                        """).param("partner", factory).param("day", day);
        return cuts(found).stream()
                .map(cut -> new ZoneCut(cut.validFrom(), cut.zones()))
                .findFirst();
    }

    /** All cuts that speak for their day, a partner's newest first. */
    List<PartnersPages.Cut> speaking(List<String> partners) {
        return cuts(jdbc.sql(ZONES + """
                        where z.partner = any(:partners) and z.revision = (
                            select max(revision) from partners.zone_cut s where s.partner = z.partner and s.valid_from = z.valid_from)
                        order by z.partner, z.valid_from desc, z.n
                        """).param("partners", partners.toArray(String[]::new)));
    }

    private static List<PartnersPages.Cut> cuts(JdbcClient.StatementSpec found) {
        Map<Key, List<Zone>> zones = new LinkedHashMap<>();
        found.query(row -> {
            zones.computeIfAbsent(Key.of(row), none -> new ArrayList<>()).add(zone(row));
        });
        return zones.entrySet().stream()
                .map(cut -> cut.getKey().cut(cut.getValue()))
                .toList();
    }

    private static Zone zone(ResultSet row) throws SQLException {
        return new Zone(row.getString("name"), row.getBoolean("export"), List.of((String[])
                row.getArray("provinces").getArray()));
    }

    void add(String factory, ZoneCut cut, Instant now, String byLogin) {
        int revision = jdbc.sql("""
                        insert into partners.zone_cut (partner, valid_from, revision, changed_at, changed_by)
                        select :partner, :day, coalesce(max(revision), 0) + 1, :now, :by
                        from partners.zone_cut where partner = :partner and valid_from = :day
                        returning revision
                        """)
                .param("partner", factory)
                .param("day", cut.validFrom())
                .param("now", Columns.utc(now))
                .param("by", byLogin)
                .query(Integer.class)
                .single();
        for (int n = 0; n < cut.zones().size(); n++) {
            add(factory, cut.validFrom(), revision, n, cut.zones().get(n));
        }
    }

    private void add(String factory, LocalDate validFrom, int revision, int n, Zone zone) {
        jdbc.sql("""
                        insert into partners.zone (partner, valid_from, revision, name, n, export, provinces)
                        values (:partner, :day, :revision, :name, :n, :export, :provinces)
                        """)
                .param("partner", factory)
                .param("day", validFrom)
                .param("revision", revision)
                .param("name", zone.zone())
                .param("n", n)
                .param("export", zone.export())
                .param("provinces", zone.provinces().toArray(String[]::new))
                .update();
    }

    /** All of a cut but its zones. */
    private record Key(String partner, LocalDate validFrom, int revision, Instant changedAt, String changedBy) {
        static Key of(ResultSet row) throws SQLException {
            return new Key(
                    row.getString("partner"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getInt("revision"),
                    Columns.time(row, "changed_at").toInstant(),
                    row.getString("changed_by"));
        }

        PartnersPages.Cut cut(List<Zone> zones) {
            return new PartnersPages.Cut(
                    partner,
                    validFrom,
                    revision,
                    zones,
                    changedAt.atZone(Columns.HOUSE_ZONE).toOffsetDateTime(),
                    changedBy);
        }
    }
}
