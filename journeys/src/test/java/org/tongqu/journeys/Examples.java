package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs that stand in a page of the docs: each follows a comment {@code <!-- run: NAME -->} and is written in the language its fence names. */
final class Examples {
    private static final Pattern BLOCK =
            Pattern.compile("<!-- run: ([\\w-]+) -->\\s*```(\\w+)\\n(.*?)\\n```", Pattern.DOTALL);

    private Examples() {}

    /** By name, in the page's order. */
    static Map<String, Example> of(Path page) {
        Map<String, Example> found = new LinkedHashMap<>();
        Matcher block = BLOCK.matcher(text(page));
        while (block.find()) {
            found.put(block.group(1), new Example(block.group(2), block.group(3)));
        }
        return found;
    }

    private static String text(Path page) {
        try {
            return Files.readString(page, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param language as the fence names it: sh, java, js or python */
    record Example(String language, String program) {}
}
