package org.tongqu.hub;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.tongqu.hub.platform.Broker;
import org.tongqu.hub.platform.Database;
import org.tongqu.hub.platform.Servers;
import org.tongqu.hub.platform.Settings;

/** What Spring is told about this run. */
final class HubProperties {
    private HubProperties() {}

    /** Weak: {@code application.properties} may say otherwise. */
    static Map<String, Object> defaults(Path home) {
        return Map.of(
                "spring.main.banner-mode", "off",
                "logging.file.name", home.resolve("log/hub.log").toString(),
                "logging.threshold.console", "WARN",
                "logging.register-shutdown-hook", "false",
                "logging.level.org.apache.activemq.audit", "OFF",
                "management.endpoint.health.probes.enabled", "true",
                "server.shutdown", "graceful",
                "spring.lifecycle.timeout-per-shutdown-phase", "5s",
                "camel.main.shutdown-timeout", "5",
                "management.tracing.sampling.probability", "1.0");
    }

    /** Strong: nothing in the environment may point the hub at another database than the one that was checked. */
    static MapPropertySource given(Settings settings, Servers servers) {
        Database database = servers.database();
        Broker broker = servers.broker();
        Map<String, Object> all = new HashMap<>();
        all.put("server.port", settings.port());
        all.put("server.address", settings.bind());
        all.put("spring.datasource.url", database.url());
        all.put("spring.datasource.username", database.appUser());
        all.put("spring.datasource.password", database.appPassword());
        all.put("tongqu.owner.username", database.ownerUser());
        all.put("tongqu.owner.password", database.ownerPassword());
        all.put("tongqu.broker.url", broker.url());
        all.put("tongqu.broker.username", broker.user());
        all.put("tongqu.broker.password", broker.password());
        // Left alone, Spring would start a second broker of its own beside ours, whatever the mode says.
        all.put("spring.artemis.embedded.enabled", false);
        all.put("spring.artemis.mode", "native");
        all.put("spring.artemis.broker-url", broker.url());
        all.put("spring.artemis.user", broker.user());
        all.put("spring.artemis.password", broker.password());
        all.putAll(Traces.properties(settings.traces()));
        all.put("tongqu.home", servers.home().root().toString());
        all.put(
                "tongqu.secret-key",
                Base64.getEncoder().encodeToString(servers.home().secretKey()));
        all.put("tongqu.demo", settings.demo());
        return new MapPropertySource("tongqu", all);
    }
}
