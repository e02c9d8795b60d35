package org.tongqu.hub.matching;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of several sister works: 第二, 二厂, 2厂, 贰厂, and 二机床 after a place.
 *
 * @param name the name without the number
 * @param value 0 for none
 */
record Ordinal(String name, int value) {
    private static final String NUMERALS = "一二三四五六七八九十";
    private static final String CAPITALS = "壹贰叁肆伍陆柒捌玖拾";
    private static final String ONE = "[" + NUMERALS + CAPITALS + "]";
    private static final Pattern WRITTEN =
            Pattern.compile("第(" + ONE + "{1,3}|\\d{1,2})号?|(" + ONE + "|(?<!\\d)\\d{1,2})号?厂$");
    private static final Pattern AHEAD = Pattern.compile("^(" + ONE + "|\\d{1,2})号?(?=\\p{IsHan})");

    /** @param afterPlace whether a place stood before this, for 二机床 alone may be a brand */
    static Ordinal of(String name, boolean afterPlace) {
        Matcher written = WRITTEN.matcher(name);
        if (written.find()) {
            boolean works = written.group(1) == null;
            String rest = name.substring(0, written.start()) + (works ? "厂" : "") + name.substring(written.end());
            return new Ordinal(rest, value(works ? written.group(2) : written.group(1)));
        }
        Matcher ahead = AHEAD.matcher(name);
        boolean counts = afterPlace && ahead.find() && isTrade(name.substring(ahead.end()));
        return counts ? new Ordinal(name.substring(ahead.end()), value(ahead.group(1))) : new Ordinal(name, 0);
    }

    private static boolean isTrade(String rest) {
        String bare = rest.endsWith("厂") ? rest.substring(0, rest.length() - 1) : rest;
        return !bare.isEmpty()
                && (Trades.lengthAtEnd(bare) == bare.length() || (bare.length() == 1 && Trades.begins(bare.charAt(0))));
    }

    /** 1 to 10; 0 for what is no numeral. */
    static int digit(char c) {
        int capital = CAPITALS.indexOf(c);
        return c >= '1' && c <= '9' ? c - '0' : (capital >= 0 ? capital : NUMERALS.indexOf(c)) + 1;
    }

    private static int value(String numeral) {
        if (Character.isDigit(numeral.charAt(0))) {
            return Integer.parseInt(numeral);
        }
        int value = 0;
        for (int i = 0; i < numeral.length(); i++) {
            int digit = digit(numeral.charAt(i));
            if (i == 0 || numeral.charAt(i) != numeral.charAt(i - 1)) { // 二二 is a slip: twenty-two is 二十二
                value = digit == 10 && value > 0 ? value * 10 : value + digit;
            }
        }
        return value;
    }
}
