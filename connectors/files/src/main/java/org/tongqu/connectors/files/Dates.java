package org.tongqu.connectors.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.connectors.canon.Refusal;

/** Reads a day as people and spreadsheets write it; what can mean two days is asked about, never guessed. */
final class Dates {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号]?\\s*"
                    + "(?:(?:T|(?<=[日号\\s]))\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s*(?:Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DAY_MONTH_NAME =
            Pattern.compile("(\\d{1,2})[-/\\s.]*([A-Za-z]{3,9})[-/\\s.,]*(\\d{4}|\\d{2})");
    private static final Pattern MONTH_NAME_DAY = Pattern.compile("([A-Za-z]{3,9})[\\s.]*(\\d{1,2})[\\s,]+(\\d{4})");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?");
    private static final Pattern SHORT_YEAR_ZH = Pattern.compile("(\\d{2})年(\\d{1,2})月(\\d{1,2})[日号]?");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{1,2}");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.\\d+)?");

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate SERIAL_FROM = LocalDate.of(1990, 1, 1);
    private static final LocalDate SERIAL_TO = LocalDate.of(2100, 1, 1);
    private static final int EARLIEST_YEAR = 1950;

    private Dates() {}

    static Optional<LocalDate> read(Column column, String cell, Consumer<Refusal> wrong) {
        String text = Text.trim(Text.compatible(cell));
        boolean iso = iso(text);
        if (!iso && ambiguous(text)) {
            wrong.accept(Refusals.ambiguousDate(column, cell));
            return Optional.empty();
        }
        Optional<LocalDate> date = (iso ? isoDay(text) : date(text)).filter(day -> day.getYear() >= EARLIEST_YEAR);
        if (date.isEmpty()) {
            wrong.accept(Refusals.badDate(column, cell));
        }
        return date;
    }

    /** 2024-06-03, as programs write: one look is enough. */
    private static boolean iso(String text) {
        return text.length() == 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && Text.digits(text.substring(0, 4), 4)
                && Text.digits(text.substring(5, 7), 2)
                && Text.digits(text.substring(8), 2);
    }

    private static Optional<LocalDate> isoDay(String text) {
        return day(text.substring(0, 4), text.substring(5, 7), text.substring(8));
    }

    private static boolean ambiguous(String text) {
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            int first = Integer.parseInt(last.group(1));
            int second = Integer.parseInt(last.group(2));
            return first != second && first <= 12 && second <= 12;
        }
        return SHORT_YEAR.matcher(text).matches();
    }

    private static Optional<LocalDate> date(String text) {
        Matcher match = YEAR_FIRST.matcher(text);
        if (match.matches()) {
            return day(match.group(1), match.group(2), match.group(3));
        }
        match = COMPACT.matcher(text);
        if (match.matches()) {
            return day(match.group(1), match.group(2), match.group(3));
        }
        match = SHORT_YEAR_ZH.matcher(text);
        if (match.matches()) {
            return day("20" + match.group(1), match.group(2), match.group(3));
        }
        match = YEAR_LAST.matcher(text);
        if (match.matches()) {
            boolean dayFirst = Integer.parseInt(match.group(1)) > 12;
            return day(match.group(3), match.group(dayFirst ? 2 : 1), match.group(dayFirst ? 1 : 2));
        }
        return named(text).or(() -> serial(text));
    }

    private static Optional<LocalDate> named(String text) {
        Matcher match = DAY_MONTH_NAME.matcher(text);
        if (match.matches()) {
            String year = match.group(3).length() == 2 ? "20" + match.group(3) : match.group(3);
            return month(match.group(2)).flatMap(month -> day(year, month, match.group(1)));
        }
        Matcher american = MONTH_NAME_DAY.matcher(text);
        return american.matches()
                ? month(american.group(1)).flatMap(month -> day(american.group(3), month, american.group(2)))
                : Optional.empty();
    }

    private static Optional<String> month(String name) {
        return Arrays.stream(Month.values())
                .filter(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                                .equalsIgnoreCase(name)
                        || month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).equalsIgnoreCase(name))
                .map(month -> Integer.toString(month.getValue()))
                .findFirst();
    }

    private static Optional<LocalDate> serial(String text) {
        Matcher match = SERIAL.matcher(text);
        return match.matches()
                ? Optional.of(SERIAL_ZERO.plusDays(Long.parseLong(match.group(1))))
                        .filter(day -> !day.isBefore(SERIAL_FROM) && day.isBefore(SERIAL_TO))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
