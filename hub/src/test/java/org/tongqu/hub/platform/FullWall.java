package org.tongqu.hub.platform;

import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The real wall, before a store that can be full: leases are still given, as where a row is only changed in its place, and nothing else is written. */
public final class FullWall extends Wall {
    private volatile boolean full;

    public FullWall(JdbcClient jdbc, PlatformTransactionManager transactions) {
        super(jdbc, transactions);
    }

    public void full(boolean now) {
        full = now;
    }

    @Override
    public <T> T within(Scope scope, Supplier<T> work) {
        if (full) {
            throw new DataAccessResourceFailureException("no space left on device");
        }
        return super.within(scope, work);
    }
}
