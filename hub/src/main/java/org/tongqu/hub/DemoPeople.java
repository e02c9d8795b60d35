package org.tongqu.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender.Role;
import org.tongqu.hub.demand.Routing;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.partners.Registration;
import org.tongqu.hub.people.People;
import org.tongqu.hub.people.SignIn;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** The people and partners of the demo group, all with the password {@code demo}; the hub binds to loopback while they exist. */
@Component
@Order(2)
@ConditionalOnProperty("tongqu.demo")
class DemoPeople implements ApplicationRunner {
    private static final String PASSWORD = "demo";
    private static final int AGENTS = 60;
    private static final Map<String, String> FACTORIES = Map.of(
            "factory-mt1",
            "一机床",
            "factory-mt2",
            "二机床",
            "factory-crane",
            "北方起重机",
            "factory-switchgear",
            "北方开关",
            "factory-boiler",
            "巴威锅炉",
            "factory-printing",
            "北人印机");
    private static final Map<String, String> ROUTES = Map.of(
            "MACHINE_TOOL",
            "factory-mt1",
            "MACHINE_TOOL.GRINDING",
            "factory-mt2",
            "MACHINE_TOOL.BORING",
            "factory-mt2",
            "CRANE",
            "factory-crane",
            "SWITCHGEAR",
            "factory-switchgear",
            "BOILER",
            "factory-boiler",
            "PRINTING",
            "factory-printing",
            "ENVIRONMENTAL",
            "factory-boiler");
    private static final Map<String, String> REGIONS =
            Map.of("NE", "东北", "N", "华北", "E", "华东", "CS", "中南", "SW", "西南", "NW", "西北");

    private final SignIn signIn;
    private final Registration registration;
    private final Routing routing;
    private final Wall wall;

    DemoPeople(SignIn signIn, Registration registration, Routing routing, Wall wall) {
        this.signIn = signIn;
        this.registration = registration;
        this.routing = routing;
        this.wall = wall;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        wall.run(Scope.WORKER, this::partners);
        List<People.User> users = new ArrayList<>();
        users.add(headquarters("admin", "管理员", Role.ADMIN));
        users.add(headquarters("desk", "周敏", Role.DESK));
        users.add(headquarters("auditor", "审计", Role.AUDITOR));
        List.of(1, 2, 3).forEach(n -> users.add(headquarters("tech" + n, "专家" + n, Role.TECHNICIAN)));
        REGIONS.forEach((region, zh) -> users.addAll(branchPeople(region, zh)));
        FACTORIES.forEach((code, name) -> users.add(new People.User(code, name, Role.FACTORY, null, code, true)));
        for (int n = 1; n <= AGENTS; n++) {
            users.add(new People.User(agent(n), agentName(n), Role.AGENT, null, agent(n), true));
        }
        signIn.add(users, PASSWORD, false);
    }

    private void partners() {
        FACTORIES.forEach((code, name) -> {
            partner(code, "FACTORY", name, null);
            registration.firstSoapSecret(code, PASSWORD);
        });
        for (int n = 1; n <= AGENTS; n++) {
            partner(agent(n), "AGENT", agentName(n), null);
        }
        REGIONS.forEach(
                (region, zh) -> partner("branch-" + region.toLowerCase(Locale.ROOT), "BRANCH", zh + "大区", region));
        Map<String, String> today = routing.rules();
        ROUTES.forEach((productClass, factory) -> {
            if (!today.containsKey(productClass)) {
                routing.rule(productClass, factory, "admin");
            }
        });
    }

    private void partner(String code, String kind, String name, @Nullable String region) {
        registration.register(new Partners.Partner(code, kind, name, region, true));
    }

    private static List<People.User> branchPeople(String region, String zh) {
        String code = region.toLowerCase(Locale.ROOT);
        return List.of(
                new People.User("mgr-" + code, zh + "大区经理", Role.MANAGER, region, null, true),
                new People.User("branch-" + code, zh + "大区", Role.BRANCH, region, "branch-" + code, true),
                new People.User("rep-" + code + "-1", zh + "代表1", Role.REP, region, null, true),
                new People.User("rep-" + code + "-2", zh + "代表2", Role.REP, region, null, true));
    }

    private static People.User headquarters(String login, String name, Role role) {
        return new People.User(login, name, role, null, null, true);
    }

    private static String agent(int n) {
        return String.format(Locale.ROOT, "agent-a%03d", n);
    }

    /** The first is the one whose name stands in the files that tests drop. */
    private static String agentName(int n) {
        return n == 1 ? "沈阳盛达机电代理有限公司" : "第" + n + "机电代理有限公司";
    }
}
