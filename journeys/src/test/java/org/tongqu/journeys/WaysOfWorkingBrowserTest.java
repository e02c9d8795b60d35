package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("Ways of working, with a real browser and no mouse")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedGroup.class)
@EnabledIf(value = "org.tongqu.journeys.Chromium#isWanted", disabledReason = Chromium.MISSING)
class WaysOfWorkingBrowserTest {
    private static final Pattern OPENED = Pattern.compile(".*/needs/[0-9a-f-]{36}\\?in=.*");
    private static final String COMPOSING = """
            key => document.dispatchEvent(new KeyboardEvent("keydown", {key, isComposing: true, bubbles: true}))
            """;

    private @Nullable Accessibility rules;
    private Chromium chromium;
    private Browser browser;
    private URI hub;

    @BeforeAll
    void threeNeedsOfTheNorthWest(Group group) {
        hub = group.hub().url();
        Caller rep = group.as("rep-nw-1");
        for (int n = 1; n <= 3; n++) {
            rep.post("/api/v1/visits", visit(n));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> needs(rep).size() >= 3);
        rules = Accessibility.readyOrNull();
        chromium = Chromium.start();
        browser = chromium.browser();
    }

    private static List<?> needs(Caller rep) {
        return rep.all("/api/v1/needs?region=NW");
    }

    private static String visit(int n) {
        return """
                {"formatVersion":1,"visitNo":"NW-2026-70010%1$d","rep":"rep-nw-1","visitedAt":"2026-03-02T09:3%1$d:00+08:00",
                 "customer":{"name":"兰州第%1$d石化机械厂","province":"甘肃省"},
                 "needs":[{"needNo":"1","summary":"第%1$d车间起重机","parts":[{"productClass":"CRANE","qty":"1"}],
                           "budget":{"amount":"880000.00","currency":"CNY"}}]}""".formatted(n);
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private ConsoleWalk signedIn(String language, String theme) {
        return ConsoleWalk.signedIn(browser, hub, "mgr-nw", language, theme, rules);
    }

    @Test
    @DisplayName(
            "Ctrl+K opens the palette: a page of the menu, a record the search finds, one seen just now; Escape closes it")
    void thePalette() {
        try (ConsoleWalk walk = signedIn("zh", "light")) {
            Page page = walk.page();
            press(page, "Control+k");
            Locator palette = page.locator("#palette");
            assertThat(palette.locator("li:visible").allInnerTexts()).anyMatch(text -> text.contains("需求"));
            walk.readAsItStands("palette");
            page.keyboard().type("消息");
            press(page, "Enter");
            page.waitForURL("**/messages");

            press(page, "Control+k");
            page.keyboard().type("第2石化机械厂");
            PlaywrightAssertions.assertThat(palette.locator("#palette-found a").first())
                    .containsText("兰州第2石化机械厂", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
            walk.readAsItStands("palette-found");
            press(page, "ArrowDown");
            press(page, "Enter");
            page.waitForURL("**/customers/*");

            page.navigate(hub + "/");
            press(page, "Control+k");
            assertThat(palette.locator("#recent").innerText()).contains("兰州第2石化机械厂");
            press(page, "Escape");
            assertThat(palette.isVisible()).isFalse();
            assertThat(walk.trouble()).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "slash searches, G and a letter goes to a page, the question mark lists all keys, [ folds the menu for good")
    void singleKeys() {
        try (ConsoleWalk walk = signedIn("en", "dark")) {
            Page page = walk.page();
            press(page, "/");
            assertThat(focused(page)).isEqualTo("seek");
            page.locator("h1").click();
            press(page, "g");
            press(page, "c");
            page.waitForURL("**/customers");
            press(page, "?");
            assertThat(page.locator("#keys").innerText()).contains("Ctrl", "Next");
            walk.readAsItStands("keys");
            press(page, "Escape");
            press(page, "[");
            assertThat(page.locator(".rail li a span").first().isVisible()).isFalse();
            await().until(() -> walk.cookie("tongqu-rail").equals("folded"));
            page.navigate(hub + "/needs");
            assertThat(page.locator(".rail li a span").first().isVisible()).isFalse();
            walk.readAsItStands("folded");
            assertThat(walk.trouble()).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "the menu stands in groups: that of the page is open, another opened stays so on the next page, and a key goes into a closed one")
    void groupsOfTheMenu() {
        try (ConsoleWalk walk = signedIn("zh", "light")) {
            Page page = walk.page();
            page.navigate(hub + "/");
            Locator orders = page.locator(".rail a[href='/orders']");
            Locator channel = page.locator(".rail details[data-group=SALES] summary");
            assertThat(orders.isVisible()).isFalse();
            channel.focus();
            page.keyboard().press("Enter");
            orders.waitFor();
            await().until(() -> walk.cookie("tongqu-menu").contains("SALES"));
            page.navigate(hub + "/needs");
            assertThat(orders.isVisible()).isTrue();
            channel.click();
            await().until(() -> !walk.cookie("tongqu-menu").contains("SALES"));
            press(page, "g");
            press(page, "o");
            page.waitForURL("**/orders");
            assertThat(orders.isVisible()).isTrue();
            assertThat(walk.trouble()).isEmpty();
        }
    }

    @Test
    @DisplayName("single keys rest while something is typed or composed, and once switched off")
    void singleKeysRest() {
        try (ConsoleWalk walk = signedIn("zh", "light")) {
            Page page = walk.page();
            page.navigate(hub + "/customers");
            page.fill("main input[type=search]", "");
            page.locator("main input[type=search]").pressSequentially("g?[/");
            assertThat(page.locator("main input[type=search]").inputValue()).isEqualTo("g?[/");
            page.locator("h1").click();
            page.evaluate(COMPOSING, "?");
            assertThat(page.locator("#keys").isVisible()).isFalse();
            page.navigate(hub + "/customers?keys=off");
            press(page, "?");
            assertThat(page.locator("#keys").isVisible()).isFalse();
            press(page, "Control+k");
            assertThat(page.locator("#palette").isVisible()).isTrue();
        }
    }

    @Test
    @DisplayName(
            "J and K walk the rows, Enter opens one, then J and K walk the records of the same filter and U goes back")
    void throughAFilteredList() {
        try (ConsoleWalk walk = signedIn("zh", "light")) {
            Page page = walk.page();
            page.navigate(hub + "/needs?region=NW");
            Locator rows = page.locator("main tbody a.first");
            press(page, "j");
            press(page, "j");
            assertThat(page.evaluate("() => document.activeElement.textContent"))
                    .isEqualTo(rows.nth(1).textContent());
            press(page, "k");
            press(page, "Enter");
            page.waitForURL(OPENED);
            String first = page.locator("h1").innerText();
            press(page, "j");
            PlaywrightAssertions.assertThat(page.locator("h1")).not().hasText(first);
            walk.readAsItStands("need-in-a-list");
            press(page, "k");
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText(first);
            press(page, "u");
            page.waitForURL(Pattern.compile(".*/needs\\?region=NW"));
            assertThat(walk.trouble()).isEmpty();
        }
    }

    @Test
    @DisplayName("filters are saved as a view, found on a pill, deleted and taken back with Z")
    void savedViews() {
        try (ConsoleWalk walk = signedIn("zh", "light")) {
            Page page = walk.page();
            page.navigate(hub + "/needs?grade=C");
            page.locator(".views summary.pill").click();
            walk.readAsItStands("view-form");
            page.fill(".views input[name=name]", "西北小单");
            press(page, "Enter");
            Locator toast = page.locator(".toast.floating");
            PlaywrightAssertions.assertThat(toast).containsText("已存为视图");
            assertThat(page.locator(".views .pill[aria-current]").innerText()).contains("西北小单");
            walk.readAsItStands("view-saved");
            page.locator(".views summary.pill").click();
            page.locator(".views .own button.bad").click();
            PlaywrightAssertions.assertThat(toast).containsText("已删除");
            assertThat(page.locator(".views").innerText()).doesNotContain("西北小单");
            press(page, "z");
            PlaywrightAssertions.assertThat(toast).containsText("已恢复");
            assertThat(page.locator(".views").innerText()).contains("西北小单");
            assertThat(walk.trouble()).isEmpty();
        }
    }

    @Test
    @DisplayName("a half-filled form is there again after a reload, and gone once it was sent")
    void aHalfFilledFormIsNotLost() {
        try (ConsoleWalk walk = signedIn("zh", "light")) {
            Page page = walk.page();
            page.navigate(hub + "/needs?grade=B");
            page.locator(".views summary.pill").click();
            page.fill(".views input[name=name]", "半个名字");
            page.locator(".views input[name=byDefault]").check();
            page.navigate(hub + "/needs?state=ASKED");
            page.locator(".views summary.pill").click();
            assertThat(page.locator(".views input[name=name]").inputValue()).isEqualTo("半个名字");
            assertThat(page.locator(".views input[name=byDefault]").isChecked()).isTrue();
            page.locator(".views input[name=byDefault]").uncheck();
            page.locator(".views button").first().click();
            PlaywrightAssertions.assertThat(page.locator(".toast.floating")).containsText("半个名字");
            page.waitForLoadState();
            page.navigate(hub + "/needs?state=QUOTED");
            assertThat(page.locator(".views form[data-draft] input[name=name]").inputValue())
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("the tour goes through five real pages, each with a word on what to look at, and ends where it stands")
    void theTour() {
        try (ConsoleWalk walk = ConsoleWalk.signedIn(browser, hub, "desk", "en", "light", rules)) {
            Page page = walk.page();
            page.navigate(hub + "/tour/1");
            for (int step = 1; step <= 5; step++) {
                PlaywrightAssertions.assertThat(page.locator(".tour h2")).containsText("Step " + step + " of 5");
                walk.readAsItStands("tour-" + step);
                if (step < 5) {
                    page.locator(".tour .button.main").click();
                    page.waitForURL(Pattern.compile(".*tour=" + (step + 1)));
                }
            }
            page.locator(".tour .button.main").click();
            page.waitForURL("**/network");
            PlaywrightAssertions.assertThat(page.locator(".tour")).hasCount(0);
            assertThat(walk.trouble()).isEmpty();
        }
    }

    @Test
    @DisplayName("what is settled with a factory is edited where it stands, told, and taken back with Z")
    void editedWhereItStands() {
        try (ConsoleWalk walk = ConsoleWalk.signedIn(browser, hub, "admin", "zh", "light", rules)) {
            Page page = walk.page();
            page.navigate(hub + "/partners/factory-printing");
            String before = page.locator("#profile-card dl").innerText();
            page.locator("#profile-card a.button").click();
            Locator agents = page.locator("#profile-card input[name=agents]");
            PlaywrightAssertions.assertThat(agents).isVisible();
            assertThat(page.url()).endsWith("/partners/factory-printing");
            walk.readAsItStands("edited-where-it-stands");
            agents.fill("83");
            press(page, "Enter");
            Locator toast = page.locator(".toast.floating");
            PlaywrightAssertions.assertThat(toast).containsText("约定已改");
            assertThat(page.locator("#profile-card dl").innerText())
                    .contains("83")
                    .isNotEqualTo(before);
            press(page, "z");
            PlaywrightAssertions.assertThat(toast).containsText("已改回");
            assertThat(page.locator("#profile-card dl").innerText()).isEqualTo(before);
            assertThat(walk.trouble()).isEmpty();
        }
    }

    @Test
    @DisplayName("the board is walked by J and K, a card opens, and a phone shows lines that lead to lists")
    void theBoard() {
        try (ConsoleWalk walk = signedIn("zh", "light")) {
            Page page = walk.page();
            page.setViewportSize(1440, 900);
            page.navigate(hub + "/needs?look=board");
            press(page, "j");
            press(page, "Enter");
            page.waitForURL(OPENED);
            page.setViewportSize(390, 844);
            page.navigate(hub + "/needs?look=board");
            page.locator(".only-phone a").first().click();
            page.waitForURL(Pattern.compile(".*/needs\\?state=.*"));
            assertThat(walk.trouble()).isEmpty();
        }
    }

    @Test
    @DisplayName("a need prints on paper without menu, buttons and dark colours, its road whole on one sheet")
    void onPaper() {
        try (ConsoleWalk walk = signedIn("zh", "dark")) {
            Page page = walk.page();
            page.navigate(hub + "/needs?region=NW");
            page.navigate(hub + page.locator("main tbody a.first").first().getAttribute("href"));
            page.setViewportSize(703, 1032);
            walk.onPaper("need-on-paper");
            byte[] paper = page.pdf(new Page.PdfOptions()
                    .setPreferCSSPageSize(true)
                    .setPath(java.nio.file.Path.of("target", "screens", "need.pdf")));
            assertThat(new String(paper, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .contains("/Count 1\n")
                    .doesNotContain("/Count 2");
            assertThat(page.locator(".rail").isVisible()).isFalse();
        }
    }

    /** Keys work from the moment the page's scripts do. */
    private static void press(Page page, String key) {
        page.waitForLoadState();
        page.keyboard().press(key);
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("() => document.activeElement.id"));
    }
}
