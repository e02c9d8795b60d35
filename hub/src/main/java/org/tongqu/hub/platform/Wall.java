package org.tongqu.hub.platform;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to rows: work runs in a transaction whose scope is set with it and ends with it, so a pooled connection carries
 * nobody's rights to the next user.
 */
public class Wall {
    private static final String SET_SCOPE = """
            select set_config('tongqu.kind', :kind, true), set_config('tongqu.region', :region, true),
                   set_config('tongqu.partner', :partner, true), set_config('tongqu.login', :login, true),
                   set_config('tongqu.role', :role, true), %s
            """;
    /**
     * A worker asks by keys alone. Planning a statement behind nested walls costs more than running it, so it is planned once; and, as the
     * plan may be made while a table is empty, for its indexes.
     */
    private static final String PLANNED_ONCE = """
            set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
            set_config('jit', 'off', true)""";

    private static final String BY_KEYS = SET_SCOPE.formatted(PLANNED_ONCE);

    /** A lease that is lost in a crash is as good as one that ran out, so nobody waits until it is on the disk. */
    private static final String LEASING =
            SET_SCOPE.formatted(PLANNED_ONCE + ", set_config('synchronous_commit', 'off', true)");

    private static final String BY_ANYTHING = SET_SCOPE.formatted("set_config('plan_cache_mode', 'auto', true)");

    private static final ThreadLocal<@Nullable Scope> CURRENT = new ThreadLocal<>();
    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final TransactionTemplate nested;
    private final Consumer<RuntimeException> troubles;

    public Wall(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this(jdbc, transactions, trouble -> {});
    }

    /** @param troubles hears of every transaction that broke; it goes on to the caller all the same */
    Wall(JdbcClient jdbc, PlatformTransactionManager transactions, Consumer<RuntimeException> troubles) {
        this.troubles = troubles;
        this.jdbc = jdbc;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Runs work in one transaction under the scope; a nested call joins, and is a bug under another scope. */
    public <T> T within(Scope scope, Supplier<T> work) {
        return inside(scope, scope.readOnly() ? reading : writing, prelude(scope), work);
    }

    /** As {@link #within} for a worker, for leases alone: what it wrote may be gone after a crash. */
    public <T> T leasing(Supplier<T> work) {
        return inside(Scope.WORKER, writing, LEASING, work);
    }

    public void run(Scope scope, Runnable work) {
        within(scope, () -> {
            work.run();
            return true;
        });
    }

    /**
     * As {@link #within}, but the database refuses any write, and however many statements the work is read by, it sees one moment; joined to
     * a transaction at hand it sees what that one sees.
     */
    public <T> T read(Scope scope, Supplier<T> work) {
        return inside(scope, reading, prelude(scope), work);
    }

    /** As {@link #read} for work that asks by ids and numbers alone: behind a person's walls planning costs more than all else. */
    public <T> T readByKeys(Scope scope, Supplier<T> work) {
        return inside(scope, reading, BY_KEYS, work);
    }

    /** Runs work inside the transaction at hand and takes back what it wrote where its result is unwanted. */
    public <T> T unless(Predicate<T> unwanted, Supplier<T> work) {
        scope();
        return Objects.requireNonNull(nested.execute(status -> {
            T result = work.get();
            if (unwanted.test(result)) {
                status.setRollbackOnly();
            }
            return result;
        }));
    }

    /** The scope of the transaction this thread is in. */
    public Scope scope() {
        return Objects.requireNonNull(CURRENT.get(), "no scope: nothing is read outside Wall.within");
    }

    /** The scope at hand, or another where there is none: for reference data that everybody may read. */
    public Scope scopeOr(Scope other) {
        Scope scope = CURRENT.get();
        return scope == null ? other : scope;
    }

    private static String prelude(Scope scope) {
        return scope.kind() == Scope.Kind.WORKER ? BY_KEYS : BY_ANYTHING;
    }

    private <T> T inside(Scope scope, TransactionTemplate template, String prelude, Supplier<T> work) {
        Scope outer = CURRENT.get();
        if (outer != null) {
            return joined(outer, scope, work);
        }
        CURRENT.set(scope);
        try {
            return Objects.requireNonNull(template.execute(status -> scoped(scope, prelude, work)));
        } catch (TransactionSystemException unfinished) {
            throw told(lineLost(unfinished));
        } catch (RuntimeException trouble) {
            throw told(trouble);
        } finally {
            CURRENT.remove();
        }
    }

    private RuntimeException told(RuntimeException trouble) {
        troubles.accept(trouble);
        return trouble;
    }

    /** A rollback only fails where there is nobody to roll back with, and then hides what went before it. */
    private static RuntimeException lineLost(TransactionSystemException unfinished) {
        return new DataAccessResourceFailureException(
                "the line to the store was lost", unfinished.getOriginalException());
    }

    private static <T> T joined(Scope outer, Scope scope, Supplier<T> work) {
        if (!outer.equals(scope)) {
            throw new IllegalStateException("scope " + outer.kind() + " may not turn into " + scope.kind() + " midway");
        }
        return work.get();
    }

    private <T> T scoped(Scope scope, String prelude, Supplier<T> work) {
        jdbc.sql(prelude)
                .param("kind", scope.kind().name())
                .param("region", text(scope.region()))
                .param("partner", text(scope.partner()))
                .param("login", scope.login())
                .param("role", scope.role())
                .query()
                .singleRow();
        return work.get();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
