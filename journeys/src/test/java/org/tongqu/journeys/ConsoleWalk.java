package org.tongqu.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person's walk through the console: whatever the browser complains of on the way is kept as trouble. */
final class ConsoleWalk implements AutoCloseable {
    /** Desktop, small laptop, phone. */
    private static final List<Integer> WIDTHS = List.of(1440, 1280, 390);

    private static final Path SCREENS = Path.of("target", "screens");
    private static final String SIDEWAYS = "() => document.documentElement.scrollWidth - window.innerWidth";

    private final URI hub;
    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final List<String> trouble = new ArrayList<>();

    private ConsoleWalk(Browser browser, URI hub, String login, String language, String theme) {
        this.hub = hub;
        this.name = login + "-" + language + "-" + theme;
        this.context = browser.newContext();
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
        ConsoleWalk walk = new ConsoleWalk(browser, hub, login, language, theme);
        walk.signIn(login, "demo");
        return walk;
    }

    static ConsoleWalk stranger(Browser browser, URI hub, String language) {
        return new ConsoleWalk(browser, hub, "stranger", language, "light");
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

    private void look(String what) {
        if (page.locator("h1").count() != 1) {
            trouble.add(what + " has not one h1 but " + page.locator("h1").count());
        }
        for (int width : WIDTHS) {
            page.setViewportSize(width, width < 768 ? 844 : 900);
            int sideways = ((Number) page.evaluate(SIDEWAYS)).intValue();
            if (sideways > 0) {
                trouble.add(what + " scrolls sideways by " + sideways + " at " + width);
            }
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + "-" + what + "-" + width + ".png")));
        }
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
