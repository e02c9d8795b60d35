package org.tongqu.demo.trade;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** 北京时间: the one zone the whole country works in. */
public final class BeijingTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BeijingTime() {}

    /** As partners write a time: to the millisecond, with its zone. */
    public static String written(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.MILLIS));
    }

    /** That hour of the day in Beijing, as partners write it. */
    public static OffsetDateTime on(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE).toOffsetDateTime();
    }

    public static Clock clock() {
        return Clock.system(ZONE);
    }
}
