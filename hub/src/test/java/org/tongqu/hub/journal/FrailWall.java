package org.tongqu.hub.journal;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** The real wall of one hub, at whose every transaction something may happen to that hub. */
final class FrailWall extends Wall {
    private final JdbcClient jdbc;
    private final Fate fate;
    private @Nullable PowerCut dead;
    private boolean inside;

    FrailWall(JdbcClient jdbc, PlatformTransactionManager transactions, Fate fate) {
        super(jdbc, transactions);
        this.jdbc = jdbc;
        this.fate = fate;
    }

    /** What happens to a hub at a point of its work: nothing, time, or an end by exception. */
    interface Fate {
        void at(Point point);

        /** Looks on at a claim, in its transaction. */
        default <T> T leasing(Supplier<T> claim) {
            return claim.get();
        }

        /** Whether the store dies before a lease just given is on its disk; the hub that has it does not know. */
        boolean forgetsTheLease();
    }

    enum Point {
        BEFORE_TRANSACTION("before a transaction"),
        BEFORE_COMMIT("before the commit"),
        AFTER_COMMIT("after the commit");

        private final String words;

        Point(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static final class Forgotten extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Object result;

        Forgotten(Object result) {
            this.result = result;
        }
    }

    @Override
    public <T> T within(Scope scope, Supplier<T> work) {
        return frail(super::within, scope, work);
    }

    @Override
    public <T> T leasing(Supplier<T> work) {
        return frail((scope, claim) -> super.leasing(claim), Scope.WORKER, () -> {
            T leased = fate.leasing(work);
            if (fate.forgetsTheLease()) {
                throw new Forgotten(leased);
            }
            return leased;
        });
    }

    private <T> T frail(BiFunction<Scope, Supplier<T>, T> transaction, Scope scope, Supplier<T> work) {
        if (inside) {
            return transaction.apply(scope, work);
        }
        if (dead != null) {
            throw dead;
        }
        try {
            return mortal(transaction, scope, work);
        } catch (PowerCut cut) {
            dead = cut;
            throw cut;
        }
    }

    /** Whatever catches the end of its process reaches no store any more. */
    @SuppressWarnings("unchecked")
    private <T> T mortal(BiFunction<Scope, Supplier<T>, T> transaction, Scope scope, Supplier<T> work) {
        fate.at(Point.BEFORE_TRANSACTION);
        T result;
        inside = true;
        try {
            result = transaction.apply(scope, () -> committing(work));
        } catch (Forgotten forgotten) {
            result = (T) forgotten.result;
        } finally {
            inside = false;
        }
        fate.at(Point.AFTER_COMMIT);
        return result;
    }

    /** Nothing here pulls the plug of the disk, so nobody waits for it. */
    private <T> T committing(Supplier<T> work) {
        jdbc.sql("set local synchronous_commit to off").update();
        T result = work.get();
        fate.at(Point.BEFORE_COMMIT);
        return result;
    }
}
