package org.tongqu.hub.customers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Caller;

/** People at customers' files, by their pages and by the interface. */
abstract class CareBed extends CustomersBed {
    static final Sender REP = new Sender("rep-ne-1", Sender.Role.REP, "NE", null);
    static final Sender STRANGER = new Sender("rep-e-1", Sender.Role.REP, "E", null);

    @Autowired
    CustomerCare care;

    @Autowired
    CustomerFiles files;

    @Autowired
    WebApplicationContext context;

    private @Nullable MockMvc browser;

    @BeforeEach
    void openBrowser() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    /** A form sent from the hub's own page. */
    MockHttpServletResponse send(String login, String path, String... fields) throws Exception {
        return sent(form(path, fields).with(user(login)).with(csrf()));
    }

    /** A form sent from somewhere else. */
    MockHttpServletResponse sendWithoutToken(String login, String path, String... fields) throws Exception {
        return sent(form(path, fields).with(user(login)));
    }

    private static MockHttpServletRequestBuilder form(String path, String... fields) {
        MockHttpServletRequestBuilder form = post(path).locale(Locale.CHINESE);
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return form;
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request) throws Exception {
        return Objects.requireNonNull(browser).perform(request).andReturn().getResponse();
    }

    String page(String login, String path) throws Exception {
        return sent(get(path).with(user(login)).locale(Locale.CHINESE)).getContentAsString(UTF_8);
    }

    Caller caller(String login) {
        return Caller.as(port, login);
    }
}
