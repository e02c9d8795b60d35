package org.tongqu.hub.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("How far a value may be believed")
class ConfidenceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant LAST_WEEK = Instant.parse("2026-02-23T00:00:00Z");

    @Test
    @DisplayName("a person's pin before the customer's word, that before the factory's, that before the agent's")
    @Tag("S4-24")
    void byWhoseWord() {
        assertThat(fresh("PIN").percent()).isEqualTo(95);
        assertThat(fresh("VISIT").percent()).isEqualTo(85);
        assertThat(fresh("FACTORY").percent()).isEqualTo(70);
        assertThat(fresh("AGENT").percent()).isEqualTo(50);
        assertThat(fresh("AGENT").score()).isEqualTo(0.5);
    }

    @Test
    @DisplayName("falls with each half year, but not without end; what was said tomorrow by a wrong clock is not old")
    void byAge() {
        assertThat(at("2025-09-03T00:00:00Z").percent()).isEqualTo(85);
        assertThat(at("2025-09-01T00:00:00Z").percent()).isEqualTo(80);
        assertThat(at("2024-09-01T00:00:00Z").percent()).isEqualTo(70);
        assertThat(at("2001-01-01T00:00:00Z").percent()).isEqualTo(65);
        assertThat(at("2026-03-03T00:00:00Z").percent()).isEqualTo(85);
    }

    @Test
    @DisplayName("rises with others who say the same and falls with those who do not, each to a limit")
    void byOthers() {
        assertThat(others(1, 0).percent()).isEqualTo(55);
        assertThat(others(7, 0).percent()).isEqualTo(60);
        assertThat(others(0, 2).percent()).isEqualTo(40);
        assertThat(others(0, 9).percent()).isEqualTo(35);
        assertThat(others(1, 1).percent()).isEqualTo(50);
    }

    @Test
    @DisplayName("a check digit that holds speaks for it; nothing is ever certain, and each point has its reason")
    void checkedAndTold() {
        Confidence checked = Confidence.of(new Confidence.Evidence("VISIT", LAST_WEEK, 3, 1, true), NOW);

        assertThat(checked.percent()).isEqualTo(99);
        assertThat(checked.reasons())
                .extracting(Confidence.Reason::code, Confidence.Reason::points, Confidence.Reason::count)
                .containsExactly(
                        tuple("VISIT", 85, 1L),
                        tuple("AGREE", 10, 3L),
                        tuple("DIFFER", -5, 1L),
                        tuple("CHECKED", 10, 1L));
    }

    private static Confidence fresh(String kind) {
        return Confidence.of(new Confidence.Evidence(kind, LAST_WEEK, 0, 0, false), NOW);
    }

    private static Confidence at(String observed) {
        return Confidence.of(new Confidence.Evidence("VISIT", Instant.parse(observed), 0, 0, false), NOW);
    }

    private static Confidence others(int agreeing, int differing) {
        return Confidence.of(new Confidence.Evidence("AGENT", LAST_WEEK, agreeing, differing, false), NOW);
    }
}
