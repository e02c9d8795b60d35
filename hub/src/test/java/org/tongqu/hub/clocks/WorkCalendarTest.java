package org.tongqu.hub.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Working hours, Chinese holidays and made-up days")
class WorkCalendarTest {
    private static final List<WorkCalendar.Shift> SHIFTS = List.of(
            new WorkCalendar.Shift(LocalTime.of(8, 30), LocalTime.NOON),
            new WorkCalendar.Shift(LocalTime.of(13, 0), LocalTime.of(17, 30)));

    /** The Spring Festival of 2026: Saturday the 14th and the 28th are worked, the 15th to the 23rd are not. */
    private static final WorkCalendar SPRING = new WorkCalendar(
            Map.of(
                    LocalDate.of(2026, 2, 14), true,
                    LocalDate.of(2026, 2, 16), false,
                    LocalDate.of(2026, 2, 17), false,
                    LocalDate.of(2026, 2, 18), false,
                    LocalDate.of(2026, 2, 19), false,
                    LocalDate.of(2026, 2, 20), false,
                    LocalDate.of(2026, 2, 23), false),
            SHIFTS);

    @Test
    @Tag("S0-03")
    @DisplayName(
            "a limit of one working day given before the Spring Festival runs over the made-up Saturday, two over the holiday")
    void overTheFestival() {
        Instant friday = at("2026-02-13T16:30");
        assertThat(SPRING.plus(friday, Duration.ofHours(8))).isEqualTo(at("2026-02-14T16:30"));
        assertThat(SPRING.plus(friday, Duration.ofHours(16))).isEqualTo(at("2026-02-24T16:30"));
        assertThat(SPRING.minus(at("2026-02-24T16:30"), Duration.ofHours(16))).isEqualTo(friday);
        assertThat(SPRING.from(LocalDate.of(2026, 2, 13), 3))
                .containsExactly(LocalDate.of(2026, 2, 13), LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 24));
    }

    @Test
    @Tag("S0-03")
    @DisplayName("what is asked at noon, at night or on a Sunday begins with the next working hour")
    void outsideTheHours() {
        assertThat(WorkCalendar.PLAIN.plus(at("2026-03-02T12:20"), Duration.ofHours(1)))
                .isEqualTo(at("2026-03-02T14:00"));
        assertThat(WorkCalendar.PLAIN.plus(at("2026-03-06T22:00"), Duration.ofHours(4)))
                .isEqualTo(at("2026-03-09T13:30"));
        assertThat(WorkCalendar.PLAIN.plus(at("2026-03-08T09:00"), Duration.ofHours(8)))
                .isEqualTo(at("2026-03-09T17:30"));
        assertThat(WorkCalendar.PLAIN.minus(at("2026-03-09T09:30"), Duration.ofHours(2)))
                .isEqualTo(at("2026-03-06T16:30"));
    }

    @Test
    @Tag("S0-03")
    @DisplayName("a year of which nothing is entered counts as weekends only, and says so")
    void unknownYear() {
        assertThat(SPRING.knows(2026)).isTrue();
        assertThat(SPRING.knows(2027)).isFalse();
        assertThat(SPRING.isWorked(LocalDate.of(2027, 1, 1))).isTrue();
        assertThat(SPRING.isWorked(LocalDate.of(2027, 1, 2))).isFalse();
    }

    private static Instant at(String here) {
        return OffsetDateTime.parse(here + ":00+08:00").toInstant();
    }
}
