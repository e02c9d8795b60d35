package org.tongqu.connectors.canon;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door where routes learn which partners there are and how each is reached. */
public interface Directory {
    List<Partner> partners();

    /** Calls back after a partner was added or changed; routes then look again. */
    void onChange(Runnable look);

    record Partner(String code, Kind kind, @Nullable Endpoint endpoint) {}

    enum Kind {
        AGENT,
        FACTORY,
        BRANCH
    }

    /**
     * A factory's own REST server: demands go to {@code POST {base}/demands}.
     *
     * @param bearer secret sent as {@code Authorization: Bearer}
     * @param timeout for connecting, and again for the whole exchange
     */
    record Endpoint(URI base, @Nullable String bearer, Duration timeout) {
        @Override
        public String toString() {
            return "Endpoint[" + base + "]";
        }
    }
}
