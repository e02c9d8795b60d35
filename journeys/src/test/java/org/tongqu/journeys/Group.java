package org.tongqu.journeys;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One running hub in demo mode with factories that open when first asked for, shared by all tests that kill nothing. */
final class Group implements ExtensionContext.Store.CloseableResource {
    private final RunningHub hub = RunningHub.demo("shared");
    private final Map<String, Factory> factories = new ConcurrentHashMap<>();

    RunningHub hub() {
        return hub;
    }

    Caller as(String login) {
        return hub.as(login);
    }

    Factory factory(String code) {
        return factories.computeIfAbsent(code, asked -> Factory.open(hub, asked));
    }

    @Override
    public void close() {
        factories.values().forEach(Factory::close);
        hub.close();
    }
}
