package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The old generation of a running program's heap, asked of it from outside: whatever is large, or lives long, lands there. */
record Heap(ProcessHandle program) {
    private static final Pattern USED = Pattern.compile("(?i)tenured.*?used (\\d+)K");

    /** MiB that lie there, collected or not. */
    long filled() {
        String told = ask("GC.heap_info");
        Matcher used = USED.matcher(told);
        if (!used.find()) {
            throw new AssertionError("no word of an old generation: " + told);
        }
        return Long.parseLong(used.group(1)) / 1024;
    }

    /** MiB that lie there after a collection. */
    long held() {
        ask("GC.run");
        return filled();
    }

    private String ask(String command) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        ProcessBuilder question = new ProcessBuilder(jcmd, Long.toString(program.pid()), command);
        try {
            return new String(
                    Product.started(question.redirectErrorStream(true))
                            .getInputStream()
                            .readAllBytes(),
                    UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
