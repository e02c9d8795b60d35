package org.tongqu.connectors.files;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.Refusal;

/** Reads a figure exactly or refuses it: ¥1,234.50, １２３, 18.6万元, (500), 1.86E+05; never a guess, never rounded. */
final class Figures {
    private static final int LONGEST = 60;
    private static final Pattern FIGURE = Pattern.compile("""
            (?x)
            (?<sign>[+-]?) \\s*
            (?: (?:¥|RMB|CNY|人民币) \\s* (?<late>[+-]?) \\s* )?
            (?<digits> \\d{1,3}(?:,\\d{3})+ | \\d{1,3}(?:\\x20\\d{3})+ | \\d+ | (?=\\.\\d) )
            (?<decimals> \\.\\d* )?
            (?<exponent> [eE][+-]?\\d{1,3} )?
            \\s* (?<times> 千 | 百万 | 万 | 亿 )?
            \\s* (?<unit> 元整? | 圆整? | RMB | CNY | [台套件个只组批] | pcs | sets? | units? )?
            """, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BRACKETED = Pattern.compile("\\((?<inside>[^()+-]*)\\)");
    private static final Pattern MINUS = Pattern.compile("[\\u2212\\u2013\\uFE63]");
    private static final List<String> FOREIGN =
            List.of("$", "€", "£", "₩", "USD", "EUR", "GBP", "HKD", "JPY", "美元", "欧元", "港币", "港元", "日元", "英镑", "卢布");
    private static final Map<String, BigDecimal> TIMES = Map.of(
            "千", new BigDecimal("1000"),
            "万", new BigDecimal("10000"),
            "百万", new BigDecimal("1000000"),
            "亿", new BigDecimal("100000000"));

    private Figures() {}

    /**
     * The figure in a cell that is not empty.
     *
     * @param factor what one counts in by the heading's unit; a unit in the cell itself wins
     * @param wrong takes the reason where there is no figure
     */
    static Optional<BigDecimal> read(Column column, String cell, BigDecimal factor, Consumer<Refusal> wrong) {
        if (plain(cell)) {
            return inRange(column, cell, new BigDecimal(cell).multiply(factor), wrong);
        }
        String text = MINUS.matcher(Text.trim(Text.compatible(cell))).replaceAll("-");
        Matcher bracketed = BRACKETED.matcher(text);
        boolean negative = bracketed.matches();
        Matcher figure = FIGURE.matcher(negative ? bracketed.group("inside").strip() : text);
        if (text.length() > LONGEST || !figure.matches() || twoSigns(figure)) {
            wrong.accept(
                    namesForeignCurrency(text)
                            ? Refusals.foreignCurrency(column, cell)
                            : Refusals.badNumber(column, cell));
            return Optional.empty();
        }
        return inRange(column, cell, negative ? value(figure, factor).negate() : value(figure, factor), wrong);
    }

    /** Digits with a point among them at most, as programs write: nothing to be made out. */
    private static boolean plain(String cell) {
        int point = cell.indexOf('.');
        return cell.length() <= LONGEST
                && (point < 0
                        ? Text.digits(cell, LONGEST)
                        : Text.digits(cell.substring(0, point), LONGEST)
                                && Text.digits(cell.substring(point + 1), LONGEST));
    }

    static boolean namesForeignCurrency(String text) {
        String capitals = Text.compatible(text).toUpperCase(java.util.Locale.ROOT);
        return FOREIGN.stream().anyMatch(capitals::contains);
    }

    private static boolean twoSigns(Matcher figure) {
        String late = figure.group("late");
        return late != null && !late.isEmpty() && !figure.group("sign").isEmpty();
    }

    private static BigDecimal value(Matcher figure, BigDecimal factor) {
        String digits = figure.group("digits").replace(",", "").replace(" ", "");
        String number = (digits.isEmpty() ? "0" : digits)
                + orEmpty(figure.group("decimals"))
                + orEmpty(figure.group("exponent"));
        BigDecimal value = new BigDecimal(number.replaceFirst("\\.(?=$|[eE])", ""));
        BigDecimal scaled = value.multiply(times(figure, factor));
        String signs = figure.group("sign") + orEmpty(figure.group("late"));
        return signs.contains("-") ? scaled.negate() : scaled;
    }

    private static BigDecimal times(Matcher figure, BigDecimal factor) {
        String times = figure.group("times");
        if (times != null) {
            return TIMES.getOrDefault(times, BigDecimal.ONE);
        }
        return figure.group("unit") == null ? factor : BigDecimal.ONE;
    }

    private static Optional<BigDecimal> inRange(Column column, String cell, BigDecimal value, Consumer<Refusal> wrong) {
        if (!Money.fits(value)) {
            wrong.accept(Refusals.outOfRange(column, cell));
            return Optional.empty();
        }
        return Optional.of(normal(value));
    }

    /** Without needless zeros and never in powers of ten. */
    static BigDecimal normal(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
