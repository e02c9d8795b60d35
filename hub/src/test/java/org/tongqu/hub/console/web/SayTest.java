package org.tongqu.hub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How times, durations and amounts are said; it is 4 March 2026, 10:24. */
class SayTest {
    private final Say zh = MadeUp.say(Locale.CHINESE);
    private final Say en = MadeUp.say(Locale.ENGLISH);

    @Test
    void todayIsSaidByTheClockThisYearByTheDayAndOtherYearsByTheDate() {
        assertThat(zh.when(MadeUp.at("03-04T08:05"))).isEqualTo("08:05");
        assertThat(zh.when(MadeUp.at("03-02T09:30"))).isEqualTo("3月2日 09:30");
        assertThat(en.when(MadeUp.at("03-02T09:30"))).isEqualTo("2 Mar 09:30");
        assertThat(zh.when(OffsetDateTime.parse("2025-12-03T10:00:00+08:00"))).isEqualTo("2025-12-03");
    }

    @Test
    void aTimeOfAnotherZoneIsSaidInBeijingTime() {
        assertThat(zh.when(OffsetDateTime.parse("2026-03-02T01:30:00Z"))).isEqualTo("3月2日 09:30");
    }

    @Test
    void aDurationMixesTwoUnitsAtMost() {
        assertThat(zh.lasting(Duration.ofHours(42).plusMinutes(7))).isEqualTo("1 天 18 小时");
        assertThat(zh.lasting(Duration.ofMinutes(456))).isEqualTo("7 小时 36 分");
        assertThat(zh.lasting(Duration.ofMinutes(38))).isEqualTo("38 分");
        assertThat(en.lasting(Duration.ofSeconds(4))).isEqualTo("4 s");
        assertThat(zh.lasting(Duration.ofSeconds(-4))).isEqualTo("0 秒");
    }

    @Test
    void amountsAreTenThousandsInChineseAndWholeYuanInEnglish() {
        BigDecimal amount = new BigDecimal("1945000.00");
        assertThat(zh.money(amount, "CNY")).isEqualTo("194.5 万元");
        assertThat(en.money(amount, "CNY")).isEqualTo("CNY 1,945,000");
        assertThat(zh.amount(amount, "CNY")).isEqualTo("194.5");
        assertThat(zh.exactly(amount, "CNY")).isEqualTo("CNY 1,945,000.00");
    }

    @Test
    void aSmallAmountIsNotRoundedAwayAndAForeignOneKeepsItsCurrency() {
        assertThat(zh.money(new BigDecimal("380"), "CNY")).isEqualTo("380 元");
        assertThat(zh.money(new BigDecimal("12000"), "USD")).isEqualTo("USD 12,000");
    }

    @Test
    void aClockIsCalmThenSoonThenLate() {
        assertThat(due("03-04T00:00", "03-06T00:00").mood()).isEqualTo(Due.Mood.CALM);
        assertThat(due("03-04T00:00", "03-04T12:00").mood()).isEqualTo(Due.Mood.SOON);
        assertThat(due("03-04T00:00", "03-04T10:00").mood()).isEqualTo(Due.Mood.LATE);
        assertThat(due("03-04T00:00", "03-04T05:14").in(zh)).isEqualTo("超时 5 小时 10 分");
    }

    private static Due due(String from, String to) {
        return Due.of(MadeUp.at(from).toInstant(), MadeUp.at(to).toInstant(), MadeUp.NOW.toInstant());
    }
}
