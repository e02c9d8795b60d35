package org.tongqu.journeys;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of the machine; without one, browser tests skip and say why, unless {@code TONGQU_REQUIRE_BROWSER=1}. */
final class Chromium implements AutoCloseable {
    static final String MISSING =
            "/usr/bin/chromium is not installed (apt-get install chromium fonts-noto-cjk): browser tests are left out";

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final List<String> ALONE = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Without the browser its tests are left out, unless they are required: then they shall fail. */
    static boolean isWanted() {
        return Files.isExecutable(PROGRAM) || "1".equals(System.getenv("TONGQU_REQUIRE_BROWSER"));
    }

    static Chromium start() {
        assertTrue(Files.isExecutable(PROGRAM), MISSING);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(PROGRAM)
                                .setArgs(ALONE)));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
