package org.tongqu.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person's walk through the console: whatever the browser complains of on the way is kept as trouble. */
final class ConsoleWalk implements AutoCloseable {
    /** Desktop, small laptop, phone. */
    private static final List<Integer> WIDTHS = List.of(1440, 1280, 390);

    private static final Path SCREENS = Path.of("target", "screens");
    private static final String SIDEWAYS = "() => document.documentElement.scrollWidth - window.innerWidth";

    /** Share of the window that moved by itself since the page began to load, as browsers reckon it. */
    private static final String JUMPED = """
            () => new Promise(told => {
              let moved = 0;
              const what = new Set();
              const name = node => !node ? "?" : node.nodeName + (node.id ? "#" + node.id : node.className ? "." + node.className : "");
              const add = entries => entries.filter(entry => !entry.hadRecentInput).forEach(entry => {
                moved += entry.value;
                entry.sources.forEach(source => what.add(name(source.node)));
              });
              const watcher = new PerformanceObserver(list => add(list.getEntries()));
              watcher.observe({type: "layout-shift", buffered: true});
              requestAnimationFrame(() => requestAnimationFrame(() => { add(watcher.takeRecords()); told([moved, [...what].join(", ")]); }));
            })""";

    private static final double BARELY_SEEN = 0.02;

    private final URI hub;
    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final String theme;
    private final @Nullable Accessibility rules;
    private final List<String> trouble = new ArrayList<>();

    private ConsoleWalk(
            Browser browser, URI hub, String login, String language, String theme, @Nullable Accessibility rules) {
        this.hub = hub;
        this.theme = theme;
        this.rules = rules;
        this.name = login + "-" + language + "-" + theme;
        this.context = browser.newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        context.addCookies(List.of(
                new Cookie("tongqu-lang", language).setUrl(hub.toString()),
                new Cookie("tongqu-theme", theme).setUrl(hub.toString())));
        this.page = context.newPage();
        page.onConsoleMessage(said -> {
            if (said.type().equals("error")) {
                trouble.add("console: " + said.text());
            }
        });
        page.onPageError(thrown -> trouble.add("script: " + thrown));
        page.onResponse(answer -> {
            if (answer.status() >= 400) {
                trouble.add(answer.status() + " " + answer.url());
            }
        });
    }

    static ConsoleWalk signedIn(Browser browser, URI hub, String login, String language, String theme) {
        return signedIn(browser, hub, login, language, theme, null);
    }

    /** As above, and every page it opens is read by the rules, in both themes. */
    static ConsoleWalk signedIn(
            Browser browser, URI hub, String login, String language, String theme, @Nullable Accessibility rules) {
        ConsoleWalk walk = new ConsoleWalk(browser, hub, login, language, theme, rules);
        walk.signIn(login, "demo");
        return walk;
    }

    static ConsoleWalk stranger(Browser browser, URI hub, String language, @Nullable Accessibility rules) {
        return new ConsoleWalk(browser, hub, "stranger", language, "light", rules);
    }

    void signIn(String login, String password) {
        page.navigate(hub + "/sign-in");
        page.fill("[name=login]", login);
        page.fill("[name=password]", password);
        page.click("form button");
        page.waitForLoadState();
    }

    /** Opens an address and looks at it in every width. */
    void open(String what, String address) {
        page.navigate(hub + address);
        look(what);
    }

    /** Follows the first link of the list at hand; says whether there was one. */
    boolean openFirst(String what) {
        Locator first = page.locator("main tbody td a.first").first();
        if (first.count() == 0) {
            return false;
        }
        page.navigate(hub + first.getAttribute("href"));
        look(what);
        return true;
    }

    /** Looks at the page at hand in every width. */
    void look(String what) {
        List<?> jumped = (List<?>) page.evaluate(JUMPED);
        if (((Number) jumped.getFirst()).doubleValue() > BARELY_SEEN) {
            trouble.add(
                    what + " jumped by " + jumped.getFirst() + " of the window while it loaded: " + jumped.getLast());
        }
        if (page.locator("h1").count() != 1) {
            trouble.add(what + " has not one h1 but " + page.locator("h1").count());
        }
        for (int width : WIDTHS) {
            page.setViewportSize(width, width < 768 ? 844 : 900);
            int sideways = ((Number) page.evaluate(SIDEWAYS)).intValue();
            if (sideways > 0) {
                trouble.add(what + " scrolls sideways by " + sideways + " at " + width);
            }
            picture(what + "-" + width);
            read(what, width);
        }
    }

    /** Looks at the page as it stands, dialogs and all, without loading it again. */
    void readAsItStands(String what) {
        picture(what);
        readBothThemes(what);
    }

    /** As a printer would see it. */
    void onPaper(String what) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        picture(what);
    }

    /** What a cookie holds, empty where there is none. */
    String cookie(String name) {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    private void picture(String what) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + "-" + what + ".png")));
    }

    /** On the phone the theme at hand is enough: its colours are those of the desktop. */
    private void read(String what, int width) {
        if (width == WIDTHS.getFirst()) {
            readBothThemes(what + " at " + width);
        } else if (width == WIDTHS.getLast() && rules != null) {
            rules.violations(page).forEach(wrong -> trouble.add(what + " at " + width + ": " + wrong));
        }
    }

    private void readBothThemes(String where) {
        Accessibility reader = rules;
        if (reader == null) {
            return;
        }
        String other = theme.equals("dark") ? "light" : "dark";
        reader.violations(page).forEach(wrong -> trouble.add(where + ", " + theme + ": " + wrong));
        Accessibility.wear(page, other);
        reader.colours(page).forEach(wrong -> trouble.add(where + ", " + other + ": " + wrong));
        Accessibility.wear(page, theme);
    }

    Page page() {
        return page;
    }

    /** What went wrong since the last asking. */
    List<String> trouble() {
        List<String> told = List.copyOf(trouble);
        trouble.clear();
        return told;
    }

    @Override
    public void close() {
        context.close();
    }
}
