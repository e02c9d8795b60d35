package org.tongqu.hub.partners;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of the secrets that partners show by a digest, and of the nonces they have spent. */
@Repository
class SoapSecretStore {
    private final JdbcClient jdbc;

    SoapSecretStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(String partner, byte[] sealed, Instant now) {
        jdbc.sql("""
                        insert into partners.soap_secret (partner, sealed, changed_at) values (:partner, :sealed, :now)
                        on conflict (partner) do update set sealed = excluded.sealed, changed_at = excluded.changed_at
                        """)
                .param("partner", partner)
                .param("sealed", sealed)
                .param("now", Columns.utc(now))
                .update();
    }

    Optional<byte[]> ofActive(String partner) {
        return jdbc.sql("""
                        select s.sealed from partners.soap_secret s join partners.partner p on p.code = s.partner
                        where s.partner = :partner and p.active
                        """).param("partner", partner).query(byte[].class).optional();
    }

    boolean spend(String partner, String nonce, Instant created) {
        return jdbc.sql("""
                                insert into partners.nonce (partner, nonce, created_at) values (:partner, :nonce, :created)
                                on conflict (partner, nonce) do nothing
                                """)
                        .param("partner", partner)
                        .param("nonce", nonce)
                        .param("created", Columns.utc(created))
                        .update()
                == 1;
    }

    void forgetBefore(Instant stale) {
        jdbc.sql("delete from partners.nonce where created_at < :stale")
                .param("stale", Columns.utc(stale))
                .update();
    }
}
