package org.tongqu.bench.chaos;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the audit found.
 *
 * @param findings its own lines
 */
record Verdict(long lost, long doubled, long astray, List<String> findings) {
    private static final Pattern FINDING = Pattern.compile("(?m)^(LOST|DOUBLED|ASTRAY)\t.*$");

    Verdict {
        findings = List.copyOf(findings);
    }

    /** @throws IllegalStateException where it did not come to its end */
    static Verdict read(int exitCode, String said) {
        if (exitCode > 1 || !said.contains("lost\t")) {
            throw new IllegalStateException("the audit ended with code " + exitCode + ":\n" + said);
        }
        return new Verdict(
                number(said, "lost"),
                number(said, "doubled"),
                number(said, "astray"),
                FINDING.matcher(said).results().map(found -> found.group()).toList());
    }

    private static long number(String said, String name) {
        Matcher found = Pattern.compile("(?m)^" + name + "\t(\\d+)$").matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("the audit did not say how many are " + name);
        }
        return Long.parseLong(found.group(1));
    }

    boolean isClean() {
        return lost + doubled + astray == 0;
    }
}
