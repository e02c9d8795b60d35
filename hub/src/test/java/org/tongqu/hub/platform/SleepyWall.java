package org.tongqu.hub.platform;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The real wall of a hub that falls asleep before one of its writes, while the world goes on. */
public final class SleepyWall extends Wall {
    private Runnable meanwhile = () -> {};
    private int writesLeft;

    public SleepyWall(JdbcClient jdbc, PlatformTransactionManager transactions) {
        super(jdbc, transactions);
    }

    /**
     * Sleeps once.
     *
     * @param write the how manieth from now on it sleeps before, 1 being the next
     */
    public void sleepBefore(int write, Runnable what) {
        writesLeft = write;
        meanwhile = what;
    }

    @Override
    public void run(Scope scope, Runnable work) {
        if (--writesLeft == 0) {
            meanwhile.run();
        }
        super.run(scope, work);
    }
}
