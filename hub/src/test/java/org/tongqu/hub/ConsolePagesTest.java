package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Who opens which page of the console")
class ConsolePagesTest extends HubTest {
    private static @Nullable SownWorld world;

    @Autowired
    private Sowing sowing;

    @BeforeEach
    void sowOnce() {
        if (world == null) {
            world = SownWorld.sow(sowing);
        }
    }

    private static SownWorld world() {
        return Objects.requireNonNull(world);
    }

    @Test
    @DisplayName(
            "an order is listed for its factory, its agent and its region, and for nobody else outside headquarters")
    void anOrderIsListedForWhomItConcerns() {
        for (String login : new String[] {"desk", "factory-crane", "agent-a001", "rep-ne-1"}) {
            assertThat(orders(login)).as(login).contains(world().orderNo());
        }
        for (String login : new String[] {"factory-boiler", "agent-a002", "rep-e-1"}) {
            assertThat(orders(login)).as(login).doesNotContain(">" + world().orderNo() + "<");
        }
    }

    private String orders(String login) {
        return Visitor.signedIn(port, login).page("/orders?number=" + world().tag());
    }

    @Test
    @DisplayName("an order's page leads to the need it answers, and is not there for a rival")
    void anOrdersPageLeadsToItsNeed() {
        Visitor desk = Visitor.signedIn(port, "desk");
        String list = desk.page("/orders?number=" + world().tag());
        String path = list.substring(list.indexOf("/orders/"), list.indexOf('"', list.indexOf("/orders/")));

        assertThat(desk.page(path)).contains("/needs/" + world().neNeed(), "/customers/", "75 天");
        assertThat(Visitor.signedIn(port, "factory-boiler").get(path).statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("agents' files are listed for their own agent and headquarters")
    void filesAreListedForTheirAgent() {
        String name = ">" + world().tag() + ".csv<";
        assertThat(Visitor.signedIn(port, "agent-a001").page("/reports")).contains(name);
        assertThat(Visitor.signedIn(port, "desk").page("/reports?agent=agent-a001&state=PARTLY"))
                .contains(name, "2026-02");
        assertThat(Visitor.signedIn(port, "agent-a002").page("/reports")).doesNotContain(name);
    }

    @Test
    @DisplayName("partners are headquarters' to look through; each of them opens itself alone")
    void partnersOpenThemselvesAlone() {
        assertThat(Visitor.signedIn(port, "desk").page("/partners?kind=FACTORY"))
                .contains("factory-crane")
                .doesNotContain("agent-a001");
        assertThat(Visitor.signedIn(port, "rep-ne-1").get("/partners").statusCode())
                .isEqualTo(403);
        Visitor crane = Visitor.signedIn(port, "factory-crane");
        assertThat(crane.get("/partners").statusCode()).isEqualTo(403);
        assertThat(crane.get("/partners/factory-crane").statusCode()).isEqualTo(200);
        assertThat(crane.get("/partners/factory-boiler").statusCode()).isEqualTo(403);
        assertThat(Visitor.signedIn(port, "desk").get("/partners/nobody-at-all").statusCode())
                .isEqualTo(404);
    }
}
