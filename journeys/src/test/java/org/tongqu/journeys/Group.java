package org.tongqu.journeys;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A running hub in demo mode with factories that open when first asked for. */
final class Group implements ExtensionContext.Store.CloseableResource {
    private final RunningHub hub;
    private final Map<String, Factory> factories = new ConcurrentHashMap<>();

    Group(String name) {
        this.hub = RunningHub.demo(name);
    }

    RunningHub hub() {
        return hub;
    }

    Caller as(String login) {
        return hub.as(login);
    }

    Factory factory(String code) {
        return factories.computeIfAbsent(code, asked -> Factory.open(hub, asked));
    }

    /** The drop folder of a partner. */
    DropFolder folder(String partner) {
        return new DropFolder(hub.home().resolve("drop").resolve(partner));
    }

    @Override
    public void close() {
        factories.values().forEach(Factory::close);
        hub.close();
    }
}
