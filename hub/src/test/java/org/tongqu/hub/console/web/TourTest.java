package org.tongqu.hub.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.SownWorld;

@DisplayName("The tour in five steps")
class TourTest extends HubTest {
    @Autowired
    private Sowing sowing;

    @Autowired
    private WebApplicationContext context;

    private @Nullable MockMvc pages;

    @BeforeEach
    void aWorld() {
        SownWorld.sow(sowing);
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest(name = "step {0} stands on {1}")
    @CsvSource({
        "1, /?tour=1, 今日路况",
        "2, /needs/, 一条需求和它的路",
        "3, /customers/, 客户全貌",
        "4, /reports?all&tour=4, 代理商申报",
        "5, /network?tour=5, 路网"
    })
    void aStepIsARealPageWithAWordOnWhatToLookAt(int step, String address, String title) throws Exception {
        String found = Objects.requireNonNull(answer("desk", "/tour/" + step).getRedirectedUrl());
        assertThat(found).startsWith(address).endsWith("tour=" + step);

        MockHttpServletResponse page = answer("desk", found);
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString(StandardCharsets.UTF_8))
                .contains("第 " + step + " 步，共 5 步", title)
                .contains(step == 5 ? "结束导览" : "href=\"/tour/" + (step + 1) + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "x", "11"})
    void whatIsNoStepIsNotThere(String step) throws Exception {
        assertThat(answer("desk", "/tour/" + step).getStatus()).isEqualTo(404);
        assertThat(answer("desk", "/needs?tour=" + step).getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("class=\"tour\"");
    }

    @Test
    @DisplayName("who cannot open all five pages is not sent on the tour")
    void onlyWhoMayOpenAllOfItIsOfferedTheTour() throws Exception {
        assertThat(answer("desk", "/keys").getContentAsString(StandardCharsets.UTF_8))
                .contains("href=\"/tour/1\"");
        assertThat(answer("factory-crane", "/keys").getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("/tour/");
    }

    private MockHttpServletResponse answer(String login, String address) throws Exception {
        return Objects.requireNonNull(pages)
                .perform(get(URI.create(address)).with(user(login)))
                .andReturn()
                .getResponse();
    }
}
