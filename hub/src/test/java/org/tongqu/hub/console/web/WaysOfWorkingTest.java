package org.tongqu.hub.console.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.SownWorld;
import org.tongqu.hub.platform.Slice;

@DisplayName("Ways of working")
class WaysOfWorkingTest extends HubTest {
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\" aria-label=\"下一条\"");

    private static final Pattern NUMBER = Pattern.compile("N-\\d{4}-\\d{6}");

    private static @Nullable SownWorld sown;

    @Autowired
    private Sowing sowing;

    @Autowired
    private WebApplicationContext context;

    private @Nullable MockMvc pages;

    @BeforeEach
    void sowOnce() {
        if (sown == null) {
            sown = SownWorld.sow(sowing);
        }
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    @DisplayName("a need opened from a filtered list leads on to the next under the same filter, and back to that list")
    void theNextUnderTheSameFilter() throws Exception {
        String list = "/needs?region=NE";
        SownWorld second = SownWorld.sow(sowing);
        String opened = page("mgr-ne", "/needs/" + second.neNeed() + "?in=" + encoded(list));
        assertThat(opened).contains("href=\"/needs?region=NE\"");
        String next = next(opened);
        assertThat(next).startsWith("/needs/").contains("in=%2Fneeds%3Fregion%3DNE");
        assertThat(page("mgr-ne", next)).contains("href=\"/needs/" + second.neNeed() + "?in=");
        assertThat(page("desk", "/needs/" + world().eNeed() + "?in=" + encoded("/needs?region=CS&state=PAID")))
                .contains("已是第一条", "已是最后一条");
    }

    @Test
    @DisplayName("what is no address of that list leads nowhere")
    void noOtherAddressIsTakenForAList() throws Exception {
        for (String other : List.of("https://example.org/needs", "//example.org", "/needsx", "/customers?q=1")) {
            assertThat(page("desk", "/needs/" + world().neNeed() + "?in=" + encoded(other)))
                    .doesNotContain("href=\"https://example", "href=\"//example", "class=\"beside");
        }
    }

    @Test
    @DisplayName("a customer found by a word leads on among those found")
    void theNextCustomerFound() throws Exception {
        String list = "/customers?q=" + world().tag();
        String below = page("desk", "/customers/" + world().eCustomer() + "?in=" + encoded(list));
        assertThat(next(below)).startsWith("/customers/" + world().neCustomer());
        String above = page("desk", "/customers/" + world().neCustomer() + "?in=" + encoded(list));
        assertThat(above).contains("/customers/" + world().eCustomer() + "?in=", "已是最后一条");
    }

    @Test
    @DisplayName("a list opens with its reader's own view until all of it is asked for, and says so on a pill")
    void aListOpensWithItsView() throws Exception {
        sent(
                "mgr-nw",
                "/views",
                Map.of("path", "/needs", "query", "grade=A&after=0", "name", "最急", "byDefault", "true"));
        assertThat(answer("mgr-nw", "/needs").getRedirectedUrl()).isEqualTo("/needs?grade=A");
        assertThat(page("mgr-nw", "/needs?all")).contains("最急", "href=\"/needs?grade=A\"");
        assertThat(page("mgr-nw", "/needs?grade=A")).contains("改视图").doesNotContain("存为视图");
        assertThat(answer("mgr-n", "/needs").getStatus()).isEqualTo(200);
    }

    @Test
    @DisplayName("a view leads to a list of one's own menu and to no other address")
    void aViewLeadsNowhereElse() throws Exception {
        for (String path : List.of("/", "//example.org", "/needs/1", "https://example.org", "/customers")) {
            assertThat(sent("agent-a003", "/views", Map.of("path", path, "query", "q=1", "name", "别处"))
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("an export holds what the filter shows and the asker may see, headed in the page's language")
    void anExportIsTheList() throws Exception {
        String north = sheet(answer("mgr-ne", "/needs.xlsx"));
        assertThat(north)
                .contains(">需求<", world().neVisitNo(), "<v>1200000.00</v>")
                .doesNotContain(">" + world().eVisitNo() + "<");
        assertThat(sheet(answer("factory-boiler", "/needs.xlsx")))
                .contains(world().eVisitNo())
                .doesNotContain(world().neVisitNo());
        assertThat(sheet(answer("mgr-ne", "/needs.xlsx?grade=C")))
                .contains(">需求<")
                .doesNotContain(world().neVisitNo());
        assertThat(sheet(answer("desk", "/customers.xlsx?q=" + world().tag())))
                .contains(world().neCustomerName(), "上海" + world().tag() + "热电厂");
        MockHttpServletResponse messages = mvc().perform(get("/messages.xlsx?kind=VISIT&key=" + world().neVisitNo())
                        .with(user("desk"))
                        .cookie(new Cookie("tongqu-lang", "en")))
                .andReturn()
                .getResponse();
        assertThat(sheet(answer("factory-crane", "/orders.xlsx")))
                .contains(">订单号<", world().orderNo())
                .doesNotContain(">#REF");
        assertThat(sheet(answer("factory-boiler", "/orders.xlsx"))).doesNotContain(world().orderNo());
        assertThat(sheet(messages)).contains(">Direction<", world().neVisitMessage());
        assertThat(messages.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains(".xlsx");
    }

    @Test
    @DisplayName("a list longer than an export may be ends with a word that there is more")
    void aLongListSaysSo() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new Export(3)
                .write(
                        response,
                        MadeUp.say(java.util.Locale.CHINESE),
                        "menu.needs",
                        List.of("export.number"),
                        window -> new Slice<>(List.of("N-1", "N-2", "N-3").subList(0, window.limit()), "more"),
                        org.tongqu.connectors.files.SheetOut::text);
        assertThat(sheet(response)).contains("N-3", "只导出了前 3 行");
    }

    @Test
    @DisplayName("the board has a column for each state with count and sum, under the scope of who looks")
    void theBoard() throws Exception {
        String board = page("factory-boiler", "/needs?look=board");
        assertThat(board).contains("余热锅炉一台 " + world().tag(), "href=\"/needs/" + world().eNeed() + "?in=");
        assertThat(board).doesNotContain("车间行车一台 " + world().tag());
        assertThat(page("mgr-ne", "/needs?look=board&grade=A")).contains("需求看板", "万元");
    }

    @Test
    @DisplayName("the palette is told the search's answers alone")
    void thePaletteIsToldAnswersAlone() throws Exception {
        String answers = Objects.requireNonNull(mvc().perform(get("/search?q=" + world().neVisitNo())
                        .header("HX-Request", "true")
                        .with(user("desk")))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8));
        assertThat(answers).contains("/needs/" + world().neNeed()).doesNotContain("<html", "<main");
    }

    @Test
    @DisplayName("a column left out stays out under other filters, in a view, and one click brings it back")
    void columnsAreChosen() throws Exception {
        String all = told("desk", "/needs?grade=A");
        assertThat(all).contains(">提出</th>", "href=\"/needs?grade=A&without=raised\"");

        String fewer = told("desk", "/needs?grade=A&without=raised,waits,nonsense");
        assertThat(fewer).doesNotContain(">提出</th>", ">在等谁</th>").contains(">时限</th>");
        assertThat(fewer)
                .contains("href=\"/needs?grade=A&without=waits\"")
                .contains("href=\"/needs?grade=A&region=NE&without=waits,raised\"");
        assertThat(told("desk", "/customers?without=uscc")).doesNotContain(">信用代码</th>");
        assertThat(told("desk", "/orders?without=paid"))
                .doesNotContain(">回款</th>")
                .contains("name=\"without\"");
        sent("mgr-sw", "/views", Map.of("path", "/needs", "query", "without=raised&grade=A", "name", "少一列"));
        assertThat(told("mgr-sw", "/needs?all")).contains("href=\"/needs?grade=A&without=raised\"");
    }

    private String told(String login, String address) throws Exception {
        return HtmlUtils.htmlUnescape(page(login, address));
    }

    @Test
    @DisplayName("the search finds a need by the number people read, an order by its number, a partner by its name")
    void theSearchFindsWhatPeopleRead() throws Exception {
        String need = page("desk", "/needs/" + world().neNeed());
        String number = found(NUMBER, need);
        assertThat(page("desk", "/search?q=" + number)).contains("href=\"/needs/" + world().neNeed());
        assertThat(page("desk", "/search?q=" + number.substring(number.lastIndexOf('-') + 1)))
                .contains("href=\"/needs/" + world().neNeed());
        assertThat(page("mgr-cs", "/search?q=" + number)).doesNotContain("href=\"/needs/" + world().neNeed());
        assertThat(page("desk", "/search?q=" + encoded("盛达"))).contains("href=\"/partners/agent-a001\"");
        assertThat(page("mgr-ne", "/search?q=" + encoded("盛达"))).doesNotContain("/partners/agent-a001");
        assertThat(page("desk", "/search?q=factory-crane")).contains("href=\"/partners/factory-crane\"");
        assertThat(page("mgr-ne", "/search?q=factory-crane")).doesNotContain("href=\"/partners/factory-crane\"");
        assertThat(page("desk", "/search?q=" + world().orderNo())).contains("href=\"/orders/");
    }

    private static String found(Pattern pattern, String page) {
        return pattern.matcher(page).results().findFirst().orElseThrow().group();
    }

    @Test
    @DisplayName("single keys are switched off by a link and stay so")
    void keysAreSwitchedOff() throws Exception {
        MockHttpServletResponse wished = answer("desk", "/needs?grade=A&keys=off");
        assertThat(wished.getRedirectedUrl()).isEqualTo("/needs?grade=A");
        Cookie kept = Objects.requireNonNull(wished.getCookie("tongqu-keys"));
        String page = mvc().perform(get("/keys").with(user("desk")).cookie(kept))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
        assertThat(page).contains("data-keys=\"off\"", "打开单键快捷键");
        assertThat(page("desk", "/keys")).doesNotContain("data-keys=\"off\"");
    }

    private static SownWorld world() {
        return Objects.requireNonNull(sown);
    }

    private MockMvc mvc() {
        return Objects.requireNonNull(pages);
    }

    private MockHttpServletResponse answer(String login, String address) throws Exception {
        return mvc().perform(get(java.net.URI.create(address)).with(user(login)))
                .andReturn()
                .getResponse();
    }

    private String page(String login, String address) throws Exception {
        MockHttpServletResponse answer = answer(login, address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(UTF_8);
    }

    private MockHttpServletResponse sent(String login, String address, Map<String, String> form) throws Exception {
        var request = post(address).with(user(login)).with(csrf());
        form.forEach(request::param);
        return mvc().perform(request).andReturn().getResponse();
    }

    private static String next(String page) {
        var found = NEXT.matcher(page);
        assertThat(found.find()).as("a way on").isTrue();
        return found.group(1);
    }

    private static String encoded(String address) {
        return java.net.URLEncoder.encode(address, UTF_8);
    }

    private static String sheet(MockHttpServletResponse response) throws IOException {
        Path file = Files.createTempFile("export", ".xlsx");
        Files.write(file, response.getContentAsByteArray());
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return HtmlUtils.htmlUnescape(new String(sheet.readAllBytes(), UTF_8));
        } finally {
            Files.delete(file);
        }
    }
}
