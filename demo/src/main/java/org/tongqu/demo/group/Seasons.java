package org.tongqu.demo.group;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 淡旺季: how business spreads over months: it grows by a fifth a year, rests at the Spring Festival, and budgets are spent in spring and before the year ends. */
final class Seasons {
    private static final double GROWTH_A_YEAR = 1.2;
    private final List<YearMonth> months;
    private final LocalDate end;

    /** @param end day after the last one there can be business on */
    Seasons(LocalDate end, int months) {
        this.end = end;
        YearMonth last = YearMonth.from(end.minusDays(1));
        this.months = IntStream.range(0, months)
                .mapToObj(place -> last.minusMonths(months - 1L - place))
                .toList();
    }

    /** Oldest first. */
    List<YearMonth> months() {
        return months;
    }

    /** The business of that month, 1 where it is as good as the average month of the newest year. */
    double weight(YearMonth month) {
        long monthsAgo = month.until(YearMonth.from(end), java.time.temporal.ChronoUnit.MONTHS);
        return season(month.getMonth()) * Math.pow(GROWTH_A_YEAR, -monthsAgo / 12.0);
    }

    private static double season(Month month) {
        return switch (month) {
            case JANUARY -> 0.8;
            case FEBRUARY -> 0.45;
            case MARCH, APRIL -> 1.2;
            case MAY, JUNE -> 1.1;
            case JULY, AUGUST -> 0.85;
            case SEPTEMBER, OCTOBER -> 1.1;
            case NOVEMBER, DECEMBER -> 1.25;
        };
    }

    /** The working day on which that share of all business is done, 0 the first, 1 the last. */
    LocalDate day(double share) {
        double left = share * months.stream().mapToDouble(this::days).sum();
        for (YearMonth month : months) {
            double own = days(month);
            if (left < own) {
                return working(month.atDay(1 + (int) (left / own * lengthOf(month))));
            }
            left -= own;
        }
        return working(end.minusDays(1));
    }

    private double days(YearMonth month) {
        return weight(month) * lengthOf(month) / month.lengthOfMonth();
    }

    /** The month under way ends early. */
    private int lengthOf(YearMonth month) {
        return month.equals(YearMonth.from(end)) ? end.getDayOfMonth() - 1 : month.lengthOfMonth();
    }

    /** Weekends belong to the Friday before them. */
    static LocalDate working(LocalDate day) {
        return Stream.iterate(day, date -> date.minusDays(1))
                .filter(date -> date.getDayOfWeek().getValue() <= 5)
                .findFirst()
                .orElseThrow();
    }
}
