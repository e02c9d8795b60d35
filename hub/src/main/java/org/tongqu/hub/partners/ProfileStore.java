package org.tongqu.hub.partners;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.partners.FactoryProfile.Channel;
import org.tongqu.hub.partners.FactoryProfile.Repairer;
import org.tongqu.hub.partners.FactoryProfile.SaleType;
import org.tongqu.hub.platform.Columns;

/** SQL of factories' profiles. */
@Repository
class ProfileStore {
    private final JdbcClient jdbc;

    ProfileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PartnersPages.Profile> speaking(String factory) {
        return speaking(List.of(factory)).stream().findFirst();
    }

    /** The profiles that speak for these partners, as far as they have one. */
    List<PartnersPages.Profile> speaking(List<String> partners) {
        return jdbc.sql("""
                        select distinct on (partner) * from partners.profile where partner = any(:partners)
                        order by partner, version desc
                        """)
                .param("partners", partners.toArray(String[]::new))
                .query(ProfileStore::told)
                .list();
    }

    Optional<PartnersPages.Profile> version(String factory, int version) {
        return jdbc.sql("select * from partners.profile where partner = :partner and version = :version")
                .param("partner", factory)
                .param("version", version)
                .query(ProfileStore::told)
                .optional();
    }

    void add(String factory, FactoryProfile profile, Instant now, String byLogin) {
        jdbc.sql("""
                        insert into partners.profile
                            (partner, version, sale_type, channels, agents, exclusive_stores, repair_by, changed_at, changed_by)
                        select :partner, coalesce(max(version), 0) + 1, :saleType, :channels, :agents, :stores, :repairBy, :now, :by
                        from partners.profile where partner = :partner
                        """)
                .param("partner", factory)
                .param("saleType", profile.saleType().name())
                .param("channels", names(profile.channels()))
                .param("agents", profile.agents())
                .param("stores", profile.exclusiveStores())
                .param("repairBy", names(profile.repairBy()))
                .param("now", Columns.utc(now))
                .param("by", byLogin)
                .update();
    }

    private static String[] names(List<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).toArray(String[]::new);
    }

    private static PartnersPages.Profile told(ResultSet row, int n) throws SQLException {
        FactoryProfile profile = new FactoryProfile(
                SaleType.valueOf(row.getString("sale_type")),
                words(row.getArray("channels"), Channel::valueOf),
                row.getInt("agents"),
                row.getInt("exclusive_stores"),
                words(row.getArray("repair_by"), Repairer::valueOf));
        return new PartnersPages.Profile(
                row.getString("partner"),
                row.getInt("version"),
                profile,
                Columns.time(row, "changed_at"),
                row.getString("changed_by"));
    }

    private static <T> List<T> words(Array column, Function<String, T> word) throws SQLException {
        return Arrays.stream((String[]) column.getArray()).map(word).toList();
    }
}
