package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** 控制台: every page as the people who use it, in both languages and themes, at three widths, without one complaint of the browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedGroup.class)
@EnabledIf(value = "org.tongqu.journeys.Chromium#isWanted", disabledReason = Chromium.MISSING)
class ConsoleBrowserTest {
    private static final String VISIT = """
            {"formatVersion":1,"visitNo":"NE-2026-700001","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
             "customer":{"name":"沈阳第一机床厂","province":"辽宁省","city":"沈阳市","contact":{"name":"王工","phone":"13900000000","title":"设备科长"}},
             "needs":[{"needNo":"1","summary":"数控车床两台，车间行车一台","functional":"最大回转直径 500 mm","requiredBy":"2026-09-01",
                       "budget":{"amount":"1200000.00","currency":"CNY"},
                       "parts":[{"productClass":"MACHINE_TOOL","qty":"2"},{"productClass":"CRANE","qty":"1"}]}],
             "opinions":["交货期太长"]}
            """;

    private Chromium chromium;
    private Browser browser;
    private URI hub;

    @BeforeAll
    void openTheBrowserOnAHubWithOneVisit(Group group) {
        hub = group.hub().url();
        Caller rep = group.as("rep-ne-1");
        rep.post("/api/v1/visits", VISIT);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !rep.all("/api/v1/needs?visitNo=NE-2026-700001").isEmpty());
        chromium = Chromium.start();
        browser = chromium.browser();
    }

    @AfterAll
    void closeTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    static Stream<Arguments> people() {
        return Stream.of("desk", "rep-ne-1", "factory-crane", "agent-a001")
                .flatMap(login -> Stream.of(Arguments.of(login, "zh", "light"), Arguments.of(login, "en", "dark")));
    }

    @ParameterizedTest(name = "{0} in {1}, {2}")
    @MethodSource("people")
    void everyPageOfAPersonStandsWithoutAComplaint(String login, String language, String theme) {
        try (ConsoleWalk walk = ConsoleWalk.signedIn(browser, hub, login, language, theme)) {
            walk.open("home", "/");
            for (String list : listsOf(walk.page())) {
                walk.open(list, "/" + list);
                walk.openFirst(list + "-one");
            }
            walk.open("search", "/search?q=NE-2026-700001");
            assertThat(walk.trouble()).isEmpty();
        }
    }

    /** The lists this person's own menu offers. */
    private static List<String> listsOf(Page page) {
        return page.locator(".rail nav a").all().stream()
                .map(entry -> String.valueOf(entry.getAttribute("href")))
                .filter(address -> address.length() > 1)
                .map(address -> address.substring(1))
                .toList();
    }

    @Test
    void aWrongPasswordIsToldWithoutSayingWhichPartWasWrong() {
        try (ConsoleWalk stranger = ConsoleWalk.stranger(browser, hub, "zh")) {
            stranger.signIn("desk", "wrong");
            assertThat(stranger.page().locator("[role=alert]").innerText()).contains("账号或密码不对");
            stranger.signIn("nobody-at-all", "demo");
            assertThat(stranger.page().locator("[role=alert]").innerText()).contains("账号或密码不对");
            stranger.open("sign-in", "/sign-in");
            assertThat(stranger.trouble()).isEmpty();
        }
    }

    @Test
    void theLanguageIsChangedByALinkAndStays() {
        try (ConsoleWalk desk = ConsoleWalk.signedIn(browser, hub, "desk", "zh", "light")) {
            desk.page().click(".tools a[rel=nofollow] >> nth=0");
            assertThat(desk.page().locator("h1").innerText()).isEqualTo("Home");
            desk.page().navigate(hub + "/needs?grade=A");
            assertThat(desk.page().locator("html").getAttribute("lang")).isEqualTo("en");
            desk.page().click(".tools a[rel=nofollow] >> nth=0");
            assertThat(desk.page().url()).endsWith("/needs?grade=A");
            assertThat(desk.page().locator("h1").innerText()).isEqualTo("需求");
        }
    }

    @Test
    void aSlashLeadsToTheSearchBox() {
        try (ConsoleWalk desk = ConsoleWalk.signedIn(browser, hub, "desk", "zh", "light")) {
            desk.page().keyboard().press("/");
            assertThat(focused(desk.page())).isEqualTo("seek");
            desk.page().keyboard().press("Tab");
            desk.page().keyboard().press("Control+k");
            assertThat(focused(desk.page())).isEqualTo("seek");
        }
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("() => document.activeElement.id"));
    }

    @Test
    void aMessageOpensBesideItsListAndItsAddressCanBeSentToSomebody() {
        try (ConsoleWalk desk = ConsoleWalk.signedIn(browser, hub, "desk", "zh", "light")) {
            desk.page().navigate(hub + "/messages");
            Locator first = desk.page().locator("main tbody td a.first").first();
            first.click();
            desk.page().waitForURL("**/messages?*open=*");
            assertThat(desk.page().locator("#detail h2").first().innerText()).contains("·");
            assertThat(desk.trouble()).isEmpty();
        }
    }

    @Test
    void aFileBeingReadShowsHowFarItIsUntilItIsDoneWithoutBeingAsked(Group group) {
        group.folder("agent-a012").drop("large.xlsx", LargeWorkbook.of(40_000, LargeWorkbook.BAD_EACH));
        String messages = "/messages?kind=SALES_FILE&partner=agent-a012";
        JsonNode file = Watching.until(
                        "the file being read",
                        () -> group.as("desk")
                                .get("/api/v1" + messages)
                                .expect(200)
                                .json()
                                .path("items"),
                        items -> items.path(0).path("counts").path("read").asDouble() > 0)
                .path(0);
        try (ConsoleWalk desk = ConsoleWalk.signedIn(browser, hub, "desk", "zh", "light")) {
            desk.page().navigate(hub + messages + "&open=" + file.path("id").asText());
            Locator bar = desk.page().locator("#detail progress");
            assertThat(bar.count()).isEqualTo(1);
            double before = Double.parseDouble(bar.getAttribute("value"));
            assertThat(before).isBetween(0.0, 1.0);

            bar.waitFor(new Locator.WaitForOptions()
                    .setState(WaitForSelectorState.DETACHED)
                    .setTimeout(120_000));
            assertThat(desk.page().locator("#detail header").innerText()).contains("部分退回");
            desk.page()
                    .locator("#list progress")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(desk.trouble()).isEmpty();
        }
    }

    @ParameterizedTest(name = "in {0}, {1}")
    @CsvSource({"zh, light", "en, dark"})
    void rejectedRowsStandWithTheirReasonAtEveryWidthAndLeadToTheirFile(String language, String theme, Group group) {
        DropFolder folder = group.folder("agent-a011");
        folder.receiptAfterDropping("rows-" + language + ".xlsx", LargeWorkbook.of(12, 3));
        try (ConsoleWalk desk = ConsoleWalk.signedIn(browser, hub, "desk", language, theme)) {
            desk.open("refused-rows-of-one", "/refused-rows?partner=agent-a011&code=BAD_DATE");
            assertThat(desk.page().locator("main tbody tr").first().innerText())
                    .contains("rows-" + language + ".xlsx", "2026-02-30", "大连第3机修厂", "BAD_DATE");
            desk.page().locator("main tbody td a.first").first().click();
            desk.page().waitForURL("**/messages?open=*");
            assertThat(desk.page().locator("#detail").innerText()).contains("BAD_DATE");
            assertThat(desk.trouble()).isEmpty();
        }
    }

    @Test
    void aPageThatIsNotThereSaysWhatToDo() {
        try (ConsoleWalk desk = ConsoleWalk.signedIn(browser, hub, "desk", "zh", "light")) {
            desk.page().navigate(hub + "/needs/0000");
            assertThat(desk.page().locator("h1").innerText()).isEqualTo("没有找到这一页");
            desk.page().navigate(hub + "/needs?state=NONSENSE");
            assertThat(desk.page().locator("h1").innerText()).isEqualTo("这个地址不完整");
        }
    }

    @Test
    void signingOutShutsTheDoor() {
        try (ConsoleWalk desk = ConsoleWalk.signedIn(browser, hub, "desk", "zh", "light")) {
            desk.page().click(".drop summary");
            desk.page().click(".drop button");
            assertThat(desk.page().locator("[role=status]").innerText()).contains("已退出登录");
            desk.page().navigate(hub + "/needs");
            assertThat(desk.page().url()).contains("/sign-in");
        }
    }
}
