package org.tongqu.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A figure says how far it may be believed")
class FiguresTest {
    @Test
    @DisplayName("a line is name, value, unit and note, parted by tabs, whatever the note contains")
    void aLineIsFourCells() {
        Figures figures = new Figures();
        figures.add(new Figure("files.hub.rate", "8812", "rows/s", "two\nlines\tand a tab"));
        figures.add(Figure.of("visit.hub.p50_at_20", Spread.of(List.of(6.8, 5.5, 9.25)), "ms"));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        figures.print(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "files.hub.rate\t8812\trows/s\ttwo lines and a tab",
                        "visit.hub.p50_at_20\t6.80\tms\tmin 5.50, max 9.25 over 3 rounds");
    }

    @Test
    @DisplayName("the median speaks for the rounds, between the two middle ones where their number is even")
    void theMedianSpeaks() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0)).median()).isEqualTo(2.0);
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
        assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("a ratio is taken round by round and tells its aim, met or not")
    void aRatioTellsItsAim() {
        Spread ratio = Spread.ratio(List.of(50.0, 90.0, 60.0), List.of(100.0, 100.0, 100.0));

        assertThat(Figure.ratio("r", ratio, Aim.atLeast(0.8)).line())
                .isEqualTo("r\t0.600\tratio\taim >= 0.8, not met; min 0.500, max 0.900 over 3 rounds");
        assertThat(Figure.ratio("r", ratio, Aim.atMost(1.5)).note()).startsWith("aim <= 1.5, met;");
    }

    @Test
    @DisplayName("a ratio with rounds on both sides of 1 shows no difference, and says so")
    void aRatioAcrossOneShowsNoDifference() {
        Spread ratio = Spread.ratio(List.of(90.0, 120.0), List.of(100.0, 100.0));

        assertThat(Figure.ratio("r", ratio).note()).endsWith("no difference shown");
        assertThat(Figure.ratio("r", Spread.of(List.of(1.1, 1.2))).note()).doesNotContain("no difference");
    }

    @Test
    @DisplayName("a percentile is a time that was measured: the smallest that so many do not exceed")
    void aPercentileWasMeasured() {
        Sample sample = new Sample(
                IntStream.rangeClosed(1, 200).mapToObj(n -> (double) n).toList());

        assertThat(sample.percentile(50)).isEqualTo(100);
        assertThat(sample.percentile(99)).isEqualTo(198);
        assertThat(sample.percentile(100)).isEqualTo(200);
        assertThat(new Sample(List.of(7.0)).percentile(1)).isEqualTo(7);
        assertThatThrownBy(() -> new Sample(List.of()).percentile(50)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("a command line names benches and sizes in any order; a word that means nothing is not passed over")
    void aCommandLineIsUnderstoodOrNot() {
        assertThat(Options.read(List.of("files", "--rows", "1000000", "--rounds", "5")))
                .contains(new Options(
                        List.of("files"),
                        1_000_000,
                        5,
                        20,
                        50,
                        1,
                        40,
                        0,
                        768,
                        5_000_000,
                        0,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false));
        assertThat(Options.read(List.of("--smoke", "--rows", "500")).map(Options::rows))
                .contains(500);
        assertThat(Options.read(List.of("customers")).map(Options::rows)).contains(1_000_000);
        assertThat(Options.read(List.of("customers", "--rows", "500", "--facts", "900")))
                .hasValueSatisfying(options ->
                        assertThat(List.of(options.rows(), options.facts())).containsExactly(500, 900));
        for (List<String> odd : List.of(
                List.of("--fast"),
                List.of("--rows"),
                List.of("--records", "r.csv"),
                List.of("--rows", "many"),
                List.of("--rounds", "0"))) {
            assertThat(Options.read(odd)).as(odd.toString()).isEqualTo(Optional.empty());
        }
    }
}
