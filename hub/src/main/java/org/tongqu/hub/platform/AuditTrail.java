package org.tongqu.hub.platform;

import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.connectors.canon.Sender;

/** 操作记录: who did what to what, written in the transaction of the act; the application can add lines and change none. */
public final class AuditTrail {
    private final TrailStore store;

    AuditTrail(JdbcClient jdbc, Clock clock, Ids ids) {
        this.store = new TrailStore(jdbc, clock, ids);
    }

    public void line(Sender who, Act act, String object, @Nullable String detail) {
        store.add(who.login(), act, object, detail);
    }

    private record TrailStore(JdbcClient jdbc, Clock clock, Ids ids) {
        void add(String login, Act act, String object, @Nullable String detail) {
            jdbc.sql("""
                            insert into platform.audit_line (id, at, login, act, object, detail)
                            values (:id, :at, :login, :act, :object, :detail)
                            """)
                    .param("id", ids.next())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("login", login)
                    .param("act", act.name())
                    .param("object", object)
                    .param("detail", detail)
                    .update();
        }
    }
}
