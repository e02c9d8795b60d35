package org.tongqu.hub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.console.web.Menu.Group;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;

@DisplayName("The menu in groups")
class MenuGroupsTest {
    @Test
    @DisplayName("no group of any role is longer than eight, and every entry of the role stands in one")
    void noGroupIsLong() {
        for (Sender.Role role : Sender.Role.values()) {
            Map<Group, List<Menu>> groups = Menu.grouped(role);
            assertThat(groups.values()).allSatisfy(group -> assertThat(group).hasSizeLessThanOrEqualTo(8));
            assertThat(groups.values().stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(Menu.of(role));
        }
    }

    @Test
    @DisplayName(
            "of a long menu the group of the page at hand is open, and beside it those that were left open; at first needs and customers")
    void openGroups() {
        assertThat(open("/tour", Sender.Role.DESK, Map.of())).containsExactly(Group.NEEDS, Group.CUSTOMERS);
        assertThat(open("/messages/7", Sender.Role.DESK, Map.of("menu", "SALES")))
                .containsExactly(Group.SALES, Group.NETWORK);
        assertThat(open("/messages", Sender.Role.DESK, Map.of("menu", ""))).containsExactly(Group.NETWORK);
    }

    @Test
    @DisplayName("a short menu stands open whole")
    void aShortMenuIsOpen() {
        assertThat(open("/", Sender.Role.AGENT, Map.of()))
                .containsExactlyElementsOf(Menu.grouped(Sender.Role.AGENT).keySet());
    }

    @Test
    @DisplayName("the visit handbook stands beside the visits for all who read it, and for nobody else")
    void handbook() {
        for (Sender.Role role : Sender.Role.values()) {
            assertThat(Menu.grouped(role).getOrDefault(Group.VISITS, List.of()).contains(Menu.HANDBOOK))
                    .as(role.name())
                    .isEqualTo(Policy.read().allows(role, Act.READ_HANDBOOK));
        }
    }

    private static List<Group> open(String address, Sender.Role role, Map<String, String> wishes) {
        Sender sender = new Sender("x", role, null, null);
        Shell shell = new Shell(sender, "X", null, address, "", "zh", "", false, 0, wishes);
        return Menu.grouped(role).keySet().stream().filter(shell::opens).toList();
    }
}
