package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import org.tongqu.connectors.canon.Sluice;

@DisplayName("How far the sluice is open")
class IntakeJudgementTest {
    private static final long LITTLE = 1L << 30;

    private static final IntakeLimits LIMITS = limits(0.10, 0.06);

    static IntakeLimits limits(double diskSlow, double diskShut) {
        return new IntakeLimits(
                diskSlow,
                diskShut,
                DataSize.ofGigabytes(20),
                1000,
                2000,
                0.8,
                0.9,
                3,
                0.125,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30));
    }

    @ParameterizedTest(name = "disk {0}, backlog {1}, memory {2}: {3}")
    @DisplayName("follows from the worst of what was measured, and the way between two limits makes the pause")
    @CsvSource({
        "0.50, 0, 0.30, Open[]",
        "0.11, 999, 0.79, Open[]",
        "0.10, 0, 0.30, 'Slow[cause=DISK, pause=PT0.05S]'",
        "0.08, 0, 0.30, 'Slow[cause=DISK, pause=PT1S]'",
        "0.06, 0, 0.30, 'Shut[cause=DISK, retryAfter=PT1M]'",
        "0.00, 0, 0.30, 'Shut[cause=DISK, retryAfter=PT1M]'",
        "0.50, 1500, 0.30, 'Slow[cause=BACKLOG, pause=PT1S]'",
        "0.50, 2000, 0.30, 'Shut[cause=BACKLOG, retryAfter=PT30S]'",
        "0.50, 0, 0.875, 'Slow[cause=MEMORY, pause=PT1.5S]'",
        "0.50, 0, 0.90, 'Shut[cause=MEMORY, retryAfter=PT10S]'",
        "0.08, 1900, 0.30, 'Slow[cause=BACKLOG, pause=PT1.8S]'",
        "0.08, 2000, 0.30, 'Shut[cause=BACKLOG, retryAfter=PT30S]'"
    })
    void theWorst(double disk, long backlog, double memory, String state) {
        assertThat(judged(new IntakeReading(disk, LITTLE, backlog, memory, false)))
                .hasToString(state);
    }

    @Test
    @DisplayName("is wide where a small share of a large disk is still plenty")
    void plenty() {
        assertThat(judged(new IntakeReading(0.01, DataSize.ofGigabytes(20).toBytes(), 0, 0, false)))
                .isEqualTo(new Sluice.Open());
    }

    @Test
    @DisplayName("is not at all once the database has said that its own disk is full")
    void theStoreIsFull() {
        assertThat(judged(new IntakeReading(0.9, LITTLE, 0, 0, true)))
                .isEqualTo(new Sluice.Shut(Sluice.Cause.STORE_FULL, Duration.ofMinutes(1)));
    }

    @Test
    @DisplayName(
            "is decided by limits that make sense together, or the start is refused with the name of the one that does not")
    void limitsThatMakeNoSense() {
        assertThatThrownBy(() -> limits(0.05, 0.06))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        no -> assertThat(no.zh()).isEqualTo("tongqu.intake.disk-shut 不能大于 disk-slow。"))
                .hasMessage("tongqu.intake.disk-shut may not be more than disk-slow.");
        assertThatThrownBy(() -> limits(10, 6)).hasMessage("tongqu.intake.disk-slow must lie between 0 and 1.");
    }

    private static Sluice.State judged(IntakeReading reading) {
        return new IntakeJudgement(LIMITS).of(reading);
    }
}
