package org.tongqu.journeys;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** The rules of axe-core, read over a page as it stands; its script goes in by the browser's own hands, past the page's policy. */
final class Accessibility {
    private static final String ABSENT = "() => typeof axe === 'undefined'";
    /** Colours that are still on their way to the other theme are nobody's colours. */
    private static final String THEMED = """
            theme => {
              document.documentElement.dataset.theme = theme;
              document.getAnimations().forEach(each => each.finish());
            }""";

    private static final String VIOLATIONS = """
            async rules => (await axe.run(document, {resultTypes: ["violations"], ...(rules && {runOnly: rules})})).violations.flatMap(rule =>
                rule.nodes.map(node => rule.id + " at " + node.target.join(" ") + ": "
                    + [...node.any, ...node.all, ...node.none].map(check => check.message).join("; ")))
            """;

    private final String script;

    private Accessibility(String script) {
        this.script = script;
    }

    /** Without npm the pages are walked all the same, and only what the rules would say is left out. */
    static @Nullable Accessibility readyOrNull() {
        try {
            return ready();
        } catch (TestAbortedException leftOut) {
            return null;
        }
    }

    static Accessibility ready() {
        try {
            Path folder = NpmLibrary.ready("axe", "axe-core");
            return new Accessibility(Files.readString(folder.resolve("node_modules/axe-core/axe.min.js")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** What is wrong with the page, each with the place and the reason; nothing is what we want. */
    List<String> violations(Page page) {
        return violations(page, null);
    }

    /** As above by the two rules that another theme can break: no other looks at colours. */
    List<String> colours(Page page) {
        return violations(page, List.of("color-contrast", "link-in-text-block"));
    }

    private List<String> violations(Page page, @Nullable List<String> only) {
        if (Boolean.TRUE.equals(page.evaluate(ABSENT))) {
            page.evaluate(script);
        }
        return ((List<?>) page.evaluate(VIOLATIONS, only))
                .stream().map(String::valueOf).toList();
    }

    /** Changes the theme where the page stands, which is what a click and a new load would show. */
    static void wear(Page page, String theme) {
        page.evaluate(THEMED, theme);
    }
}
