package org.tongqu.journeys;

import org.junit.jupiter.api.extension.ExtensionContext;

/** A running hub with factories for tests that stop it or kill it; each leaves it running for the next. */
record Mortal(Group group) implements ExtensionContext.Store.CloseableResource {
    RunningHub hub() {
        return group.hub();
    }

    @Override
    public void close() {
        group.close();
    }
}
