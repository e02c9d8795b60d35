package org.tongqu.hub.partners;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of partners, their keys and endpoints. */
@Repository
class PartnerStore {
    private static final String HEADS = """
            select p.code, p.kind, p.name, p.region, p.active, e.kind as wire
            from partners.partner p left join partners.endpoint e on e.partner = p.code
            """;

    private final JdbcClient jdbc;

    PartnerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Partners.Partner> partner(String code) {
        return jdbc.sql("select code, kind, name, region, active from partners.partner where code = :code")
                .param("code", code)
                .query(Partners.Partner.class)
                .optional();
    }

    /** Held to the end of the transaction: two who change one partner's settings take turns. */
    void lock(String code) {
        jdbc.sql("select code from partners.partner where code = :code for update")
                .param("code", code)
                .query(String.class)
                .single();
    }

    /** Newest first. */
    List<Head> heads(@Nullable String kind, Window window) {
        return new Clauses()
                .andIf(kind, "kind", "p.kind = :kind")
                .andIf(
                        window.after(),
                        "after",
                        "(p.created_at, p.code) < (select a.created_at, a.code from partners.partner a where a.code = :after)")
                .on(jdbc, HEADS, "order by p.created_at desc, p.code desc limit " + window.oneMore())
                .query(Head.class)
                .list();
    }

    List<Head> head(String code) {
        return new Clauses()
                .and("p.code = :code", "code", code)
                .on(jdbc, HEADS, "")
                .query(Head.class)
                .list();
    }

    Optional<String> kindOf(String code) {
        return jdbc.sql("select kind from (select partners.kind_of(:code) as kind) k where kind is not null")
                .param("code", code)
                .query(String.class)
                .optional();
    }

    List<Partners.Partner> all() {
        return jdbc.sql("select code, kind, name, region, active from partners.partner order by code")
                .query(Partners.Partner.class)
                .list();
    }

    Optional<Partners.Partner> partnerOfKey(String hash) {
        return jdbc.sql("""
                        select p.code, p.kind, p.name, p.region, p.active
                        from partners.credential c join partners.partner p on p.code = c.partner
                        where c.hash = :hash and c.active and p.active
                        """).param("hash", hash).query(Partners.Partner.class).optional();
    }

    boolean add(Partners.Partner partner, Instant now) {
        return jdbc.sql("""
                                insert into partners.partner (code, kind, name, region, created_at)
                                values (:code, :kind, :name, :region, :now) on conflict (code) do nothing
                                """)
                        .param("code", partner.code())
                        .param("kind", partner.kind())
                        .param("name", partner.name())
                        .param("region", partner.region())
                        .param("now", Columns.utc(now))
                        .update()
                == 1;
    }

    void addKey(String id, String partner, String hash, Instant now) {
        jdbc.sql(
                        "insert into partners.credential (id, partner, kind, hash, created_at) values (:id, :partner, 'API_KEY', :hash, :now)")
                .param("id", id)
                .param("partner", partner)
                .param("hash", hash)
                .param("now", Columns.utc(now))
                .update();
    }

    void putEndpoint(String partner, SealedEndpoint endpoint, Instant now) {
        jdbc.sql("""
                        insert into partners.endpoint (partner, kind, base, login, bearer_sealed, timeout_seconds, changed_at)
                        values (:partner, :kind, :base, :login, :secret, :timeout, :now)
                        on conflict (partner) do update
                        set kind = excluded.kind, base = excluded.base, login = excluded.login, bearer_sealed = excluded.bearer_sealed,
                            timeout_seconds = excluded.timeout_seconds, version = partners.endpoint.version + 1,
                            changed_at = excluded.changed_at
                        """)
                .param("partner", partner)
                .param("kind", endpoint.kind())
                .param("base", endpoint.base())
                .param("login", endpoint.login())
                .param("secret", endpoint.secret())
                .param("timeout", endpoint.timeoutSeconds())
                .param("now", Columns.utc(now))
                .update();
    }

    Map<String, SealedEndpoint> endpoints() {
        Map<String, SealedEndpoint> endpoints = new HashMap<>();
        jdbc.sql("select partner, kind, base, login, bearer_sealed, timeout_seconds from partners.endpoint")
                .query((row, n) -> endpoints.put(
                        row.getString(1),
                        new SealedEndpoint(
                                row.getString(2), row.getString(3), row.getString(4), row.getBytes(5), row.getInt(6))))
                .list();
        return endpoints;
    }

    List<Partners.ProductClass> classes() {
        return jdbc.sql("select code, parent, zh, en from partners.product_class")
                .query(Partners.ProductClass.class)
                .list();
    }

    /** A partner without its settings. */
    record Head(
            String code,
            String kind,
            String name,
            @Nullable String region,
            boolean active,
            @Nullable String wire) {
        PartnersPages.Partner partner(PartnersPages.@Nullable Profile profile, PartnersPages.@Nullable Cut zones) {
            return new PartnersPages.Partner(code, kind, name, region, active, wire, profile, zones);
        }
    }
}
