package org.tongqu.hub.platform;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** A store that is away, full, or for a moment crossed by another: what failed at it is as good as before. */
public final class StoreTrouble {
    private StoreTrouble() {}

    /** False for whatever would fail again with the store in its best health. */
    public static boolean is(Throwable trouble) {
        return trouble instanceof TransientDataAccessException
                || trouble instanceof RecoverableDataAccessException
                || trouble instanceof DataAccessResourceFailureException
                || trouble instanceof CannotCreateTransactionException;
    }
}
