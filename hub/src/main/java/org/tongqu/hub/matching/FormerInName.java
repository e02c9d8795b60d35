package org.tongqu.hub.matching;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A former name written into the name: 甲公司（原乙厂）, 甲公司 曾用名:乙厂, 原乙厂（现甲公司）. */
final class FormerInName {
    private static final String WAS = "(?:原名称?|原|曾用名称?|曾用|前身|旧名|旧称)[:为是系]?\\s*";
    private static final Pattern BEHIND =
            Pattern.compile("^(\\S.{3,}?)\\s*[(\\[【,;/\\s-]\\s*" + WAS + "([^()\\[\\]【】]{4,}?)\\s*[)\\]】]?$");
    private static final Pattern AHEAD =
            Pattern.compile("^原([^()\\[\\]【】]{4,}?)\\s*[(\\[【,;/]\\s*现(?:名|更名为|改名为|为)?:?([^()\\[\\]【】]{4,}?)[)\\]】]?$");

    /** One of these stands before every former name; most names have none, and the patterns need not be tried. */
    private static final String WAS_BEGINS = "原曾前旧";

    private FormerInName() {}

    private static boolean mayHave(String said) {
        return said.chars().anyMatch(c -> WAS_BEGINS.indexOf(c) >= 0);
    }

    static String without(String said) {
        if (!mayHave(said)) {
            return said;
        }
        Matcher ahead = AHEAD.matcher(said);
        if (ahead.matches()) {
            return ahead.group(2);
        }
        Matcher behind = BEHIND.matcher(said);
        return behind.matches() ? behind.group(1) : said;
    }

    /** The former name; empty where none is written. */
    static String of(String said) {
        if (!mayHave(said)) {
            return "";
        }
        Matcher ahead = AHEAD.matcher(said);
        if (ahead.matches()) {
            return ahead.group(1);
        }
        Matcher behind = BEHIND.matcher(said);
        return behind.matches() ? behind.group(2) : "";
    }
}
