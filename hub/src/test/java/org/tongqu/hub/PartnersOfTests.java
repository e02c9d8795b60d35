package org.tongqu.hub;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongqu.hub.demand.Routing;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.partners.Registration;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** The partners that tests of a whole hub speak as; the demo's own enter through the public interface, from a process of their own. */
@Component
@Order(3)
class PartnersOfTests implements ApplicationRunner {
    private static final Map<String, String> FACTORY_OF = Map.of(
            "MACHINE_TOOL", "factory-mt1",
            "MACHINE_TOOL.GRINDING", "factory-mt2",
            "MACHINE_TOOL.BORING", "factory-mt2",
            "CRANE", "factory-crane",
            "SWITCHGEAR", "factory-switchgear",
            "BOILER", "factory-boiler",
            "PRINTING", "factory-printing",
            "ENVIRONMENTAL", "factory-boiler");

    private final Registration registration;
    private final Routing routing;
    private final Wall wall;

    PartnersOfTests(Registration registration, Routing routing, Wall wall) {
        this.registration = registration;
        this.routing = routing;
        this.wall = wall;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        wall.run(Scope.WORKER, () -> {
            FACTORY_OF.values().stream().distinct().forEach(this::enterFactory);
            enter("agent-a001", "AGENT", "沈阳盛达机电代理有限公司", null);
            enter("agent-a002", "AGENT", "第2机电代理有限公司", null);
            List.of("NE", "N", "E", "CS", "SW", "NW")
                    .forEach(region -> enter("branch-" + region.toLowerCase(Locale.ROOT), "BRANCH", region, region));
            FACTORY_OF.forEach((productClass, factory) -> routing.rule(productClass, factory, "admin"));
        });
    }

    private void enterFactory(String code) {
        enter(code, "FACTORY", code, null);
        registration.soapSecret(code, "demo");
    }

    private void enter(String code, String kind, String name, @Nullable String region) {
        registration.register(new Partners.Partner(code, kind, name, region, true));
    }
}
