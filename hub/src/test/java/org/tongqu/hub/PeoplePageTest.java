package org.tongqu.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.people.People;
import org.tongqu.hub.people.SignIn;
import org.tongqu.hub.platform.Scope;

@DisplayName("People and their rights")
class PeoplePageTest extends HubTest {
    @Autowired
    private Sowing sowing;

    @Autowired
    private SignIn signIn;

    @Autowired
    private WebApplicationContext context;

    private @Nullable MockMvc pages;
    private String login = "";

    @BeforeEach
    void somebodyNew() {
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        login = "person-" + Sowing.number();
        signIn.add(List.of(new People.User(login, "试用代表", Sender.Role.REP, "NE", null, true)), "demo", true);
    }

    @AfterEach
    void nobodyStays() {
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("update people.app_user set active = false where login = :login")
                        .param("login", login)
                        .update());
    }

    @Test
    @DisplayName("stand in one list for administrators and auditors, and for nobody else")
    void whoSeesThem() throws Exception {
        for (String reader : List.of("admin", "auditor")) {
            assertThat(page(reader, "/people?q=" + login)).contains("试用代表", login, "大区代表", "东北", "可以登录");
        }
        for (String other : List.of("desk", "mgr-ne", "rep-ne-1", "factory-crane", "agent-a001", "tech1")) {
            assertThat(answer(other, "/people").getStatus()).as(other).isEqualTo(403);
            assertThat(answer(other, "/people/" + login).getStatus()).as(other).isEqualTo(403);
        }
        assertThat(page("admin", "/people?q=" + login + "&role=FACTORY")).contains("没有符合的人");
    }

    @Test
    @DisplayName(
            "each is told what it may do and what it sees, in words and from the policy itself; no password is ever shown")
    void rightsInWords() throws Exception {
        String rep = page("auditor", "/people/" + login);
        assertThat(rep.substring(rep.indexOf("id=\"may\""), rep.indexOf("id=\"maynot\"")))
                .contains("上报拜访记录", "存自己的视图")
                .doesNotContain("重发停放的消息", "停用、恢复登录");
        assertThat(rep.substring(rep.indexOf("id=\"maynot\""))).contains("重发停放的消息", "停用、恢复登录");
        assertThat(rep).contains("看得到东北大区的客户", "还在用一次性密码").doesNotContain("$2a$", "停用登录<");
        String admin = page("admin", "/people/admin");
        assertThat(admin.substring(admin.indexOf("id=\"may\""), admin.indexOf("id=\"maynot\"")))
                .contains("重发停放的消息", "停用、恢复登录");
    }

    @Test
    @DisplayName(
            "a login that is switched off is out at the next click and cannot come back until it is switched on, each with a line in the audit trail")
    void switchedOff() throws Exception {
        Visitor person = Visitor.signedIn(port, login);
        assertThat(person.page("/")).contains("试用代表");
        assertThat(one("select last_sign_in is not null from people.app_user where login = :id"))
                .isEqualTo("true");

        assertThat(turn("admin", login, "off").getRedirectedUrl()).isEqualTo("/people/" + login);
        assertThat(person.page("/")).contains("name=\"password\"").doesNotContain("试用代表");
        assertThat(Visitor.signedIn(port, login).page("/")).contains("name=\"password\"");
        assertThat(page("admin", "/people/" + login)).contains("已停用", "恢复登录");

        turn("admin", login, "on");
        assertThat(person.page("/")).as("the old cookie is worth nothing").contains("name=\"password\"");
        assertThat(Visitor.signedIn(port, login).page("/")).contains("试用代表");
        assertThat(one("""
                        select string_agg(login || ' ' || detail, ', ' order by id) from platform.audit_line
                        where object = :id and act = 'SWITCH_LOGIN'
                        """)).isEqualTo("admin off, admin on");
    }

    @Test
    @DisplayName(
            "a person who bears a partner's code is out like anybody, though the partner's programs go on by their key")
    void aPersonIsNotItsPartner() throws Exception {
        String factory = "self-" + Sowing.number();
        String key = Caller.as(port, "admin")
                .post("/api/v1/partners", "{\"code\":\"%s\",\"kind\":\"FACTORY\",\"name\":\"自管厂\"}".formatted(factory))
                .json()
                .path("apiKey")
                .asText();
        signIn.add(List.of(new People.User(factory, "厂里的人", Sender.Role.FACTORY, null, factory, true)), "demo", true);
        Visitor person = Visitor.signedIn(port, factory);
        assertThat(person.get("/orders").uri().getPath()).isEqualTo("/orders");

        turn("admin", factory, "off");

        assertThat(person.get("/orders").uri().getPath()).isEqualTo("/sign-in");
        assertThat(Caller.withKey(port, key).get("/api/v1/orders").status()).isEqualTo(200);
        assertThat(Caller.as(port, factory, key).get("/api/v1/orders").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("nobody but an administrator turns the switch, nobody their own, and turning it twice changes nothing")
    void whoMayTurn() throws Exception {
        assertThat(turn("auditor", login, "off").getStatus()).isEqualTo(403);
        assertThat(turn("desk", login, "off").getStatus()).isEqualTo(403);
        turn("admin", "admin", "off");
        assertThat(page("admin", "/people/admin")).contains("可以登录").doesNotContain("/people/admin/off");
        turn("admin", login, "on");
        assertThat(one("select count(*) from platform.audit_line where object = :id"))
                .isEqualTo("0");
        assertThat(turn("admin", "no-such-login", "off").getRedirectedUrl()).isEqualTo("/people");
    }

    private String one(String sql) {
        return sowing.one(sql, login);
    }

    private MockHttpServletResponse turn(String by, String whom, String how) throws Exception {
        return Objects.requireNonNull(pages)
                .perform(post("/people/" + whom + "/" + how).with(user(by)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse answer(String reader, String address) throws Exception {
        return Objects.requireNonNull(pages)
                .perform(get(address).with(user(reader)))
                .andReturn()
                .getResponse();
    }

    private String page(String reader, String address) throws Exception {
        MockHttpServletResponse answer = answer(reader, address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(UTF_8);
    }
}
