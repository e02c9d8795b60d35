package org.tongqu.regions.outbox;

import java.sql.SQLException;

/** The node's disk did not take or give it: full, broken, or locked; whoever waited for an acknowledgement still has what was to be kept. */
public final class StoreAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreAway(SQLException cause) {
        super(cause);
    }
}
