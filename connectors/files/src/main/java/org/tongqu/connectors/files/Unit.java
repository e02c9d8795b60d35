package org.tongqu.connectors.files;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a bracket in a heading says about the figures under it: 金额(万元) counts in ten thousands. */
final class Unit {
    private static final Pattern BRACKET = Pattern.compile("[(\\[{<【〔〖《](.*?)[)\\]}>】〕〗》]");
    private static final Map<String, BigDecimal> FACTORS = Map.of(
            "千元", new BigDecimal("1000"),
            "万元", new BigDecimal("10000"),
            "万", new BigDecimal("10000"),
            "万台", new BigDecimal("10000"),
            "百万元", new BigDecimal("1000000"),
            "百万", new BigDecimal("1000000"),
            "亿元", new BigDecimal("100000000"),
            "亿", new BigDecimal("100000000"));
    private static final Set<String> BEFORE_TAX =
            Set.of("不含税", "未税", "去税", "税前", "excludingtax", "taxexcluded", "beforetax");

    private Unit() {}

    /** The heading without its brackets, in plain form. */
    static String headingWithout(String heading) {
        return Text.plain(BRACKET.matcher(Text.compatible(heading)).replaceAll(""));
    }

    static BigDecimal factor(String heading) {
        return brackets(heading).stream()
                .map(Text::plain)
                .map(word -> word.replace("人民币", "").replace("单位", ""))
                .map(FACTORS::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(BigDecimal.ONE);
    }

    /** A price without tax is not the price we ask for, so such a column is kept as an unknown one. */
    static boolean beforeTax(String heading) {
        return brackets(heading).stream().map(Text::plain).anyMatch(BEFORE_TAX::contains);
    }

    static Optional<String> foreignCurrency(String heading) {
        return brackets(heading).stream().filter(Figures::namesForeignCurrency).findFirst();
    }

    private static List<String> brackets(String heading) {
        Matcher matcher = BRACKET.matcher(Text.compatible(heading));
        return matcher.results().map(found -> found.group(1)).toList();
    }
}
