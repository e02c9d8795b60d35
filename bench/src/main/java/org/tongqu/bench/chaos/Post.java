package org.tongqu.bench.chaos;

import java.io.IOException;

/** One sender's way in; not for two threads. */
interface Post extends AutoCloseable {
    /** Whether the sender holds a receipt for it now. */
    boolean isTaken(Mail mail) throws Exception;

    @Override
    default void close() throws IOException {}
}
