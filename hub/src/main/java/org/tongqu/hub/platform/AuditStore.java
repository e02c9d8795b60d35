package org.tongqu.hub.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the audit trail; the application may add lines and read them, never change them. */
@Repository
class AuditStore {
    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(String id, Instant at, String login, String act, String object, @Nullable String detail) {
        jdbc.sql("""
                        insert into platform.audit_line (id, at, login, act, object, detail)
                        values (:id, :at, :login, :act, :object, :detail)
                        """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("login", login)
                .param("act", act)
                .param("object", object)
                .param("detail", detail)
                .update();
    }
}
