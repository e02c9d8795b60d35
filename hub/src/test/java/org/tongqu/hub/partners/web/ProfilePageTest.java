package org.tongqu.hub.partners.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Caller;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.partners.PartnersPages;
import org.tongqu.hub.platform.Toast;

@DisplayName("What is settled with a factory, edited where it stands")
class ProfilePageTest extends HubTest {
    private static final Sender ADMIN = new Sender("admin", Sender.Role.ADMIN, null, null);

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private PartnersPages pages;

    @Autowired
    private Sowing sowing;

    private @Nullable MockMvc mvc;
    private String factory = "";

    @BeforeEach
    void aFactoryThatSellsBySixtySevenAgents() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        factory = "pro-" + Sowing.number();
        Caller admin = Caller.as(port, "admin");
        admin.post("/api/v1/partners", "{\"code\":\"%s\",\"kind\":\"FACTORY\",\"name\":\"约定试验厂\"}".formatted(factory));
        admin.put(
                "/api/v1/partners/" + factory + "/profile",
                "{\"saleType\":\"PRODUCT_SALE\",\"channels\":[\"AGENT\"],\"agents\":67}");
    }

    @Test
    @DisplayName("a change counts from then on, is told with a way back, and the way back is walked")
    void aChangeAndTheWayBack() throws Exception {
        MvcResult saved = save("admin", 1, "AGENT", "70");

        assertThat(saved.getResponse().getRedirectedUrl()).isEqualTo("/partners/" + factory);
        assertThat(agents()).isEqualTo(70);
        Toast toast = (Toast) Objects.requireNonNull(saved.getFlashMap().get(Toast.NAME));
        assertThat(toast.says()).isEqualTo("约定已改，从现在起算");

        MvcResult back = sent("admin", Objects.requireNonNull(toast.undo()));
        assertThat(told(back)).isEqualTo("已改回");
        assertThat(agents()).isEqualTo(67);
        assertThat(speaking().version()).as("every version is kept").isEqualTo(3);
        assertThat(sowing.one("""
                        select string_agg(login || ' ' || act, ', ' order by id) from platform.audit_line
                        where object = :id and act = 'EDIT_PARTNER'
                        """, factory)).isEqualTo("admin EDIT_PARTNER, admin EDIT_PARTNER, admin EDIT_PARTNER");
    }

    @Test
    @DisplayName("who was overtaken is told by whom, sees both, and nothing is written until that person decides")
    void whoWasOvertakenSeesBoth() throws Exception {
        save("admin", 1, "AGENT", "71");

        MvcResult late = save("admin", 1, "AGENT", "99");

        assertThat(late.getResponse().getStatus()).isEqualTo(409);
        assertThat(page(late.getResponse())).contains("admin 在您打开之后改过", "第 2 版", "代理商 71 家", "value=\"99\"", "以我写的为准");
        assertThat(agents()).isEqualTo(71);

        save("admin", 2, "AGENT", "99");
        assertThat(agents()).isEqualTo(99);
    }

    @Test
    @DisplayName("a change is not taken back over another's")
    void notTakenBackOverAnothers() throws Exception {
        save("admin", 1, "AGENT", "72");
        save("admin", 2, "AGENT", "73");

        assertThat(told(sent("admin", address() + "/undo?version=2"))).startsWith("后来又有人改过");
        assertThat(agents()).isEqualTo(73);
    }

    @Test
    @DisplayName("what is wrong is said beside the form with what was typed still in it")
    void whatIsWrongIsSaidWithTheFormAsTyped() throws Exception {
        for (List<String> wrong : List.of(List.of("AGENT", "许多"), List.of("DIRECT", "3"), List.of("AGENT", "-1"))) {
            MockHttpServletResponse refused =
                    save("admin", 1, wrong.get(0), wrong.get(1)).getResponse();
            assertThat(refused.getStatus()).isEqualTo(422);
            assertThat(page(refused))
                    .contains("代理商家数是 0 到 10000 的整数", "value=\"" + wrong.get(1) + "\"", "aria-invalid=\"true\"");
        }
        assertThat(agents()).isEqualTo(67);
    }

    @Test
    @DisplayName("only who may edit partners is shown the way in, and nobody else gets in")
    void onlyWhoMayEditPartners() throws Exception {
        assertThat(page(answer("admin", "/partners/" + factory))).contains("href=\"" + address() + "\"");
        assertThat(page(answer("desk", "/partners/" + factory))).doesNotContain(address());
        assertThat(answer("desk", address()).getStatus()).isEqualTo(403);
        assertThat(save("desk", 1, "AGENT", "1").getResponse().getStatus()).isEqualTo(403);
        assertThat(sent("desk", address() + "/undo?version=1").getResponse().getStatus())
                .isEqualTo(403);
        assertThat(answer("admin", "/partners/agent-a001/profile").getStatus()).isEqualTo(404);
    }

    private String address() {
        return "/partners/" + factory + "/profile";
    }

    private int agents() {
        return speaking().profile().agents();
    }

    private PartnersPages.Profile speaking() {
        return pages.profile(ADMIN, factory).orElseThrow();
    }

    private MvcResult save(String login, int basedOn, String channels, String agents) throws Exception {
        return perform(post(address())
                .param("basedOn", String.valueOf(basedOn))
                .param("saleType", "PRODUCT_SALE")
                .param("channels", channels)
                .param("agents", agents)
                .param("exclusiveStores", "0")
                .param("repairBy", "FACTORY")
                .with(user(login))
                .with(csrf()));
    }

    private MvcResult sent(String login, String address) throws Exception {
        return perform(post(URI.create(address)).with(user(login)).with(csrf()));
    }

    private MockHttpServletResponse answer(String login, String address) throws Exception {
        return perform(get(address).with(user(login))).getResponse();
    }

    private MvcResult perform(RequestBuilder request) throws Exception {
        return Objects.requireNonNull(mvc).perform(request).andReturn();
    }

    private static String page(MockHttpServletResponse response) throws Exception {
        return HtmlUtils.htmlUnescape(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private static String told(MvcResult result) {
        return ((Toast) Objects.requireNonNull(result.getFlashMap().get(Toast.NAME))).says();
    }
}
