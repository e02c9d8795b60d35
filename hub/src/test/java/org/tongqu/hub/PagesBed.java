package org.tongqu.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.tongqu.hub.platform.Toast;

/** Pages as a signed-in person asks for them. */
public abstract class PagesBed extends HubTest {
    @Autowired
    protected Sowing sowing;

    @Autowired
    private WebApplicationContext context;

    private @Nullable MockMvc pages;

    @BeforeEach
    void open() {
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    protected MockHttpServletResponse answer(String login, String address) throws Exception {
        return Objects.requireNonNull(pages)
                .perform(get(URI.create(address)).with(user(login)))
                .andReturn()
                .getResponse();
    }

    protected String page(String login, String address) throws Exception {
        MockHttpServletResponse answer = answer(login, address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(UTF_8);
    }

    protected String english(String login, String address) throws Exception {
        return Objects.requireNonNull(pages)
                .perform(get(URI.create(address))
                        .cookie(new Cookie("tongqu-lang", "en"))
                        .with(user(login)))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }

    protected MockHttpServletResponse sent(String login, MockHttpServletRequestBuilder request) throws Exception {
        return done(login, request).getResponse();
    }

    /** What the next page will say of it. */
    protected Toast toast(String login, MockHttpServletRequestBuilder request) throws Exception {
        return (Toast) Objects.requireNonNull(done(login, request).getFlashMap().get(Toast.NAME));
    }

    private MvcResult done(String login, MockHttpServletRequestBuilder request) throws Exception {
        return Objects.requireNonNull(pages)
                .perform(request.with(user(login)).with(csrf()))
                .andReturn();
    }
}
