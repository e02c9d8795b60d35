package org.tongqu.connectors.soap;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Delivery;

/** Carries an envelope to a server and its answer back, within a deadline and a size of its own; how, is not this connector's business. */
public interface Line extends AutoCloseable {
    /** @throws IllegalArgumentException where the address or a header can never be sent */
    Outcome post(URI address, Map<String, String> headers, byte[] envelope);

    @Override
    void close();

    /** How one exchange ended. */
    sealed interface Outcome {
        /**
         * Something came back.
         *
         * @param retryAfter what the partner asked for
         * @param whole false where the partner sent more than was kept
         */
        record Answered(int status, @Nullable Duration retryAfter, byte[] body, boolean whole) implements Outcome {}

        /** Nothing of use came back. */
        record Broken(Delivery.Failed failed) implements Outcome {}
    }
}
