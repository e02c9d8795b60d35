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

    /** 经理、代表、代表 of each region, in that order; invented, as everybody of the demo. */
    private static final Map<String, List<String>> BRANCH_PEOPLE = Map.of(
            "NE", List.of("韩国栋", "孙立", "于海波"),
            "N", List.of("郭建军", "冯磊", "田晓燕"),
            "E", List.of("沈佳宁", "陆一鸣", "顾雪"),
            "CS", List.of("梁志强", "罗敏", "黄家辉"),
            "SW", List.of("唐文斌", "何川", "邓丽娟"),
            "NW", List.of("马建新", "杨帆", "白雪峰"));

    /** Whoever minds the reports at an agent: a surname and a given name, so that sixty differ. */
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";

    private static final List<String> GIVEN = List.of("秀兰", "志远", "晓东");

    private final SignIn signIn;

    DemoPeople(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<People.User> users = new ArrayList<>();
        users.add(headquarters("admin", "管理员", Role.ADMIN));
        users.add(headquarters("desk", "周敏", Role.DESK));
        users.add(headquarters("auditor", "许静", Role.AUDITOR));
        List<String> experts = List.of("钱卫东", "宋怡", "蒋大伟");
        for (int n = 1; n <= experts.size(); n++) {
            users.add(headquarters("tech" + n, experts.get(n - 1), Role.TECHNICIAN));
        }
        REGIONS.forEach((region, zh) -> users.addAll(branchPeople(region, zh)));
        FACTORIES.forEach((code, name) -> users.add(new People.User(code, name, Role.FACTORY, null, code, true)));
        for (int n = 1; n <= AGENTS; n++) {
            String code = String.format(Locale.ROOT, "agent-a%03d", n);
            users.add(new People.User(code, clerk(n - 1), Role.AGENT, null, code, true));
        }
        signIn.add(users, PASSWORD, false);
    }

    private static List<People.User> branchPeople(String region, String zh) {
        String code = region.toLowerCase(Locale.ROOT);
        List<String> names = BRANCH_PEOPLE.getOrDefault(region, List.of(zh, zh, zh));
        return List.of(
                new People.User("mgr-" + code, names.get(0), Role.MANAGER, region, null, true),
                new People.User("branch-" + code, zh + "大区", Role.BRANCH, region, "branch-" + code, true),
                new People.User("rep-" + code + "-1", names.get(1), Role.REP, region, null, true),
                new People.User("rep-" + code + "-2", names.get(2), Role.REP, region, null, true));
    }

    private static String clerk(int place) {
        int surname = place % SURNAMES.length();
        int round = place / SURNAMES.length();
        return SURNAMES.charAt(surname) + GIVEN.get((surname + round) % GIVEN.size());
    }

    private static People.User headquarters(String login, String name, Role role) {
        return new People.User(login, name, role, null, null, true);
    }
}
