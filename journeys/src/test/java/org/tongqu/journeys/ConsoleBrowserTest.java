package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    private static final String SPOILT = """
            报表编号,行号,销售日期,客户名称,省份,产品编码,数量,单价
            U-700001,1,2026-02-11,沈阳第一机床厂,辽宁省,CK6150,5,380000
            U-700001,2,2026-02-30,沈阳第一机床厂,辽宁省,CK6150,1,380000
            """;
    private static final String ORDER = """
            {"orderNo":"MT1-700001","orderedAt":"2026-03-20T10:00:00+08:00","zone":"东北区",
             "customer":{"name":"沈阳第一机床厂","province":"辽宁省","city":"沈阳市"},"agent":"agent-a001","currency":"CNY",
             "lines":[{"lineNo":"1","productCode":"CK6150","productClass":"MACHINE_TOOL","model":"CK6150/1500","qty":"2","unitPrice":"380000.00"},
                      {"lineNo":"2","productCode":"CK6180","productClass":"MACHINE_TOOL","qty":"1","unitPrice":"520000.00"}],
             "milestones":[{"kind":"ACCEPTED","at":"2026-03-21T09:00:00+08:00"},{"kind":"MADE","at":"2026-05-06T16:00:00+08:00"}],
             "shipments":[{"shipmentNo":"S-700001","shippedAt":"2026-05-09T08:00:00+08:00","lines":[{"lineNo":"1","qty":"1","serial":"SN-7001"}]}],
             "payments":[{"paymentNo":"P-700001","amount":{"amount":"384000.00","currency":"CNY"},"receivedAt":"2026-03-22T11:00:00+08:00"}]}
            """;

    private @Nullable Accessibility rules;
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
        group.as("factory-mt1").post("/api/v1/orders", ORDER);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !rep.all("/api/v1/orders?orderNo=MT1-700001").isEmpty());
        rules = Accessibility.readyOrNull();
        chromium = Chromium.start();
        browser = chromium.browser();
    }

    @AfterAll
    void closeTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** One of each role, the desk and an agent in both languages; what a page is worn in is looked at in both themes anyway, the pictures show one. */
    static Stream<Arguments> people() {
        return Stream.of(
                Arguments.of("desk", "zh", "light"),
                Arguments.of("desk", "en", "dark"),
                Arguments.of("admin", "en", "light"),
                Arguments.of("auditor", "zh", "dark"),
                Arguments.of("tech1", "en", "dark"),
                Arguments.of("mgr-ne", "zh", "light"),
                Arguments.of("rep-ne-1", "en", "light"),
                Arguments.of("branch-ne", "zh", "dark"),
                Arguments.of("factory-crane", "en", "dark"),
                Arguments.of("agent-a001", "zh", "light"),
                Arguments.of("agent-a001", "en", "dark"));
    }

    @ParameterizedTest(name = "{0} in {1}, {2}")
    @MethodSource("people")
    void everyPageOfAPersonStandsWithoutAComplaint(String login, String language, String theme) {
        try (ConsoleWalk walk = ConsoleWalk.signedIn(browser, hub, login, language, theme, rules)) {
            walk.open("home", "/");
            for (String list : listsOf(walk.page())) {
                walk.open(list, "/" + list);
                walk.openFirst(list + "-one");
            }
            if (listsOf(walk.page()).contains("needs")) {
                walk.open("needs-board", "/needs?look=board");
            }
            walk.open("keys", "/keys");
            walk.open("search", "/search?q=NE-2026-700001");
            walk.open("nothing-found", "/search?q=NE-2026-799999");
            assertThat(walk.trouble()).isEmpty();
        }
    }

    @Test
    void anErrorPageAndTheSignInAreAsFreeOfBarriers() {
        Accessibility axe = Accessibility.ready();
        try (ConsoleWalk desk = ConsoleWalk.signedIn(browser, hub, "desk", "zh", "light", axe)) {
            desk.open("not-there", "/needs/0000");
            assertThat(desk.trouble()).allSatisfy(said -> assertThat(said).contains("404"));
        }
        for (String language : List.of("zh", "en")) {
            try (ConsoleWalk stranger = ConsoleWalk.stranger(browser, hub, language, axe)) {
                stranger.open("sign-in-" + language, "/sign-in");
                assertThat(stranger.trouble()).isEmpty();
            }
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
        try (ConsoleWalk stranger = ConsoleWalk.stranger(browser, hub, "zh", rules)) {
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
    void anAgentUploadsASpoiltFileMendsTheRowThatCameBackAndUploadsItAgain() {
        try (ConsoleWalk agent = ConsoleWalk.signedIn(browser, hub, "agent-a001", "zh", "light")) {
            Page page = agent.page();
            page.navigate(hub + "/upload");
            upload(page, "二月销售.csv", SPOILT);
            page.getByText("接收 1 行，退回 1 行").waitFor();
            agent.look("upload-partly");
            assertThat(page.locator("#result").innerText()).contains("BAD_DATE", "部分退回");

            String mended = text(page.waitForDownload(() ->
                            page.locator("#result a[href$='rejected.csv']").click()))
                    .replace("2026-02-30", "2026-02-28");
            upload(page, "二月销售.rejected.csv", mended);
            page.getByText("全部接收：1 行已生效").waitFor();
            page.navigate(hub + "/reports");
            assertThat(page.locator("main tbody tr").first().innerText())
                    .contains("二月销售.rejected.csv", "2026-02", "全部接收");
            assertThat(agent.trouble()).isEmpty();
        }
    }

    private static void upload(Page page, String name, String content) {
        page.setInputFiles(
                "input[type=file]", new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.click("form.give button");
    }

    private static String text(Download download) {
        try {
            return Files.readString(download.path());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void anOrderIsFoundFromItsCustomerAndLeadsBackToItsMessages() {
        try (ConsoleWalk rep = ConsoleWalk.signedIn(browser, hub, "rep-ne-1", "zh", "light")) {
            Page page = rep.page();
            page.navigate(hub + "/orders?number=700001");
            page.click("main tbody td a.first");
            assertThat(page.locator("#says").innerText()).contains("发货");
            assertThat(page.locator("main").innerText()).contains("1 / 2", "第 1 版", "P-700001");
            page.click(".lead a");
            page.locator(".timeline a[href^='/orders/']").first().click();
            assertThat(page.locator("h1").innerText()).isEqualTo("MT1-700001");
            assertThat(rep.trouble()).isEmpty();
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
