package org.tongqu.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender.Role;
import org.tongqu.hub.people.People;
import org.tongqu.hub.people.SignIn;

/**
 * The people of the demo group, all with the password {@code demo}; the hub binds to loopback while they exist. The partners they sign in
 * for are entered by the demo's own process through the public interface, as anybody's would be.
 */
@Component
@Order(2)
@ConditionalOnProperty("tongqu.demo")
class DemoPeople implements ApplicationRunner {
    private static final String PASSWORD = "demo";
    private static final int AGENTS = 60;
    private static final Map<String, String> REGIONS =
            Map.of("NE", "东北", "N", "华北", "E", "华东", "CS", "中南", "SW", "西南", "NW", "西北");
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

    private final SignIn signIn;

    DemoPeople(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<People.User> users = new ArrayList<>();
        users.add(headquarters("admin", "管理员", Role.ADMIN));
        users.add(headquarters("desk", "周敏", Role.DESK));
        users.add(headquarters("auditor", "审计", Role.AUDITOR));
        List.of(1, 2, 3).forEach(n -> users.add(headquarters("tech" + n, "专家" + n, Role.TECHNICIAN)));
        REGIONS.forEach((region, zh) -> users.addAll(branchPeople(region, zh)));
        FACTORIES.forEach((code, name) -> users.add(new People.User(code, name, Role.FACTORY, null, code, true)));
        for (int n = 1; n <= AGENTS; n++) {
            String code = String.format(Locale.ROOT, "agent-a%03d", n);
            users.add(new People.User(code, "代理商" + n, Role.AGENT, null, code, true));
        }
        signIn.add(users, PASSWORD, false);
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
}
