package org.tongqu.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Scores of groups against the truth")
@Tag("S3-01")
class ScoresTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final Map<String, String> TRUTH =
            Map.of("a1", "A", "a2", "A", "a3", "A", "b1", "B", "b2", "B", "c1", "C");
    /** Two of A are found, one of B is wrongly with them. */
    private static final Map<String, String> TOLD =
            Map.of("a1", "x", "a2", "x", "b1", "x", "a3", "y", "b2", "z", "c1", "c");

    private final Scores scores = Scores.of(TRUTH, TOLD);

    @Test
    @DisplayName("pair precision: of three pairs told one is true")
    void pairPrecision() {
        assertThat(scores.pairPrecision()).isCloseTo(1 / 3.0, EXACT);
    }

    @Test
    @DisplayName("pair recall: of four true pairs one is told")
    void pairRecall() {
        assertThat(scores.pairRecall()).isCloseTo(1 / 4.0, EXACT);
    }

    @Test
    @DisplayName("pair F1: two sevenths of a third and a quarter")
    void pairF1() {
        assertThat(scores.pairF1()).isCloseTo(2 / 7.0, EXACT);
    }

    @Test
    @DisplayName(
            "B-cubed precision: the three who are together are right for two thirds, two thirds and a third, the others wholly")
    void cubedPrecision() {
        assertThat(scores.cubedPrecision()).isCloseTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 3) / 6, EXACT);
    }

    @Test
    @DisplayName("B-cubed recall: A's find two, two and one of three, B's one of two each, C all of itself")
    void cubedRecall() {
        assertThat(scores.cubedRecall()).isCloseTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 2 * 1 / 2.0 + 1) / 6, EXACT);
    }

    @Test
    @DisplayName("the truth itself is wholly right, and firms seen once alone cannot be wrong in pairs")
    void wholly() {
        Scores truth = Scores.of(TRUTH, TRUTH);
        assertThat(truth.pairF1()).isEqualTo(1);
        assertThat(truth.cubedF1()).isEqualTo(1);
        Map<String, String> alone = Map.of("a", "A", "b", "B");
        assertThat(Scores.of(alone, alone).pairF1()).isEqualTo(1);
    }
}
