package org.tongqu.hub.console.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.tongqu.hub.platform.Columns;

/** The one place that turns times, durations and amounts into words of the reader's language; all times are Beijing time. */
final class Say {
    static final ZoneId ZONE = Columns.HOUSE_ZONE;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final String NOTHING = "—";

    private final MessageSource words;
    private final Locale locale;
    private final Instant now;

    Say(MessageSource words, Locale locale, Clock clock) {
        this.words = words;
        this.locale = locale;
        this.now = clock.instant();
    }

    public boolean chinese() {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage());
    }

    public Instant now() {
        return now;
    }

    /** The words under a key; a missing key is our own bug and loud. */
    public String word(String key, @Nullable Object... filledIn) {
        return words.getMessage(key, filledIn, locale);
    }

    /** The words under a key, or the code itself where partners may send codes we have no word for. */
    public String wordOr(String key, String code) {
        String found = words.getMessage(key, null, code, locale);
        return found == null ? code : found;
    }

    /** Today 10:19; 3月2日 09:30 this year; the date alone in other years. */
    public String when(@Nullable TemporalAccessor at) {
        if (at == null) {
            return NOTHING;
        }
        ZonedDateTime there = Instant.from(at).atZone(ZONE);
        ZonedDateTime here = now.atZone(ZONE);
        if (there.toLocalDate().equals(here.toLocalDate())) {
            return there.format(format("HH:mm"));
        }
        if (there.getYear() != here.getYear()) {
            return there.format(format("yyyy-MM-dd"));
        }
        return there.format(chinese() ? format("M月d日 HH:mm") : format("d MMM HH:mm"));
    }

    /** The day alone: 今天, 3月2日, 2025-12-03. */
    public String day(@Nullable TemporalAccessor at) {
        if (at == null) {
            return NOTHING;
        }
        LocalDate there = Instant.from(at).atZone(ZONE).toLocalDate();
        LocalDate here = now.atZone(ZONE).toLocalDate();
        if (there.equals(here)) {
            return word("time.today");
        }
        if (there.getYear() != here.getYear()) {
            return there.toString();
        }
        return there.format(chinese() ? format("M月d日") : format("d MMM"));
    }

    /** As {@link #when}, the day left out where the one before has told it. */
    public String whenAfter(@Nullable TemporalAccessor before, @Nullable TemporalAccessor at) {
        boolean sameDay = before != null && at != null && day(before).equals(day(at));
        return sameDay ? clock(at) : when(at);
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? NOTHING : date.toString();
    }

    public String clock(@Nullable TemporalAccessor at) {
        return at == null ? NOTHING : Instant.from(at).atZone(ZONE).format(format("HH:mm"));
    }

    /** To the second and with the date, for what is shown when the pointer rests. */
    public String exact(@Nullable TemporalAccessor at) {
        return at == null ? NOTHING : Instant.from(at).atZone(ZONE).format(format("yyyy-MM-dd HH:mm:ss"));
    }

    /** For the attribute that machines read. */
    public String machine(@Nullable TemporalAccessor at) {
        return at == null
                ? ""
                : Instant.from(at).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** 3月4日 周三，第 10 周. */
    public String today() {
        ZonedDateTime here = now.atZone(ZONE);
        String day = here.format(chinese() ? format("M月d日 EEE") : format("EEEE, d MMMM"));
        return word("time.week", day, here.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    public String ago(@Nullable TemporalAccessor at) {
        if (at == null) {
            return NOTHING;
        }
        Duration since = Duration.between(Instant.from(at), now);
        if (since.compareTo(Duration.ofMinutes(1)) < 0) {
            return word("time.now");
        }
        return since.toHours() < 24 ? word("time.ago", coarse(since)) : when(at);
    }

    public String since(@Nullable TemporalAccessor at) {
        return at == null ? NOTHING : lasting(Duration.between(Instant.from(at), now));
    }

    public String between(@Nullable TemporalAccessor from, @Nullable TemporalAccessor to) {
        return from == null || to == null ? "" : lasting(Duration.between(Instant.from(from), Instant.from(to)));
    }

    /** Two units at most: 1 天 18 小时, 7 小时 36 分, 38 分, 4 秒. */
    public String lasting(Duration lasting) {
        Duration length = lasting.isNegative() ? Duration.ZERO : lasting;
        if (length.toDays() > 0) {
            return two("time.d", length.toDays(), "time.h", length.toHoursPart());
        }
        if (length.toHours() > 0) {
            return two("time.h", length.toHours(), "time.m", length.toMinutesPart());
        }
        return length.toMinutes() > 0 ? word("time.m", length.toMinutes()) : word("time.s", length.toSeconds());
    }

    private String coarse(Duration length) {
        return length.toHours() > 0 ? word("time.h", length.toHours()) : word("time.m", length.toMinutes());
    }

    private String two(String bigKey, long big, String smallKey, long small) {
        return small == 0 ? word(bigKey, big) : word(bigKey, big) + " " + word(smallKey, small);
    }

    /** In lists: 万元 with one decimal under a heading that says so, whole yuan in English; other currencies with their code. */
    public String amount(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount == null) {
            return NOTHING;
        }
        if (currency != null && !"CNY".equals(currency)) {
            return currency + " " + grouped(amount, 0);
        }
        return chinese() ? grouped(amount.divide(TEN_THOUSAND, 4, RoundingMode.HALF_UP), 1) : grouped(amount, 0);
    }

    /** In running text, with its unit: 194.5 万元, CNY 1,945,000; under 万元 plain yuan. */
    public String money(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount == null) {
            return NOTHING;
        }
        if (currency != null && !"CNY".equals(currency)) {
            return currency + " " + grouped(amount, 0);
        }
        boolean small = amount.abs().compareTo(TEN_THOUSAND) < 0;
        return small
                ? word("money.yuan", grouped(amount, 0))
                : word(
                        "money",
                        chinese()
                                ? grouped(amount.divide(TEN_THOUSAND, 4, RoundingMode.HALF_UP), 1)
                                : grouped(amount, 0));
    }

    /** To the cent, for what is shown when the pointer rests. */
    public String exactly(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null ? NOTHING : (currency == null ? "CNY" : currency) + " " + grouped(amount, 2);
    }

    /** A part of a whole in per cent; all of it only when it is. */
    public String share(double part) {
        return NumberFormat.getPercentInstance(locale).format(Math.floor(part * 100) / 100);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(number);
    }

    public String qty(@Nullable BigDecimal qty) {
        return qty == null ? NOTHING : qty.stripTrailingZeros().toPlainString();
    }

    public String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        long kilo = bytes / 1024;
        return kilo < 1024 ? kilo + " KB" : kilo < 1024 * 1024 ? kilo / 1024 + " MB" : kilo / (1024 * 1024) + " GB";
    }

    private static String grouped(BigDecimal amount, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount);
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, chinese() ? Locale.CHINA : Locale.UK);
    }
}
