package org.tongqu.bench.matching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.Figures;
import org.tongqu.bench.measure.Options;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.Built;
import org.tongqu.bench.stage.Stage;

@DisplayName("./tongqu bench matching")
@Tag("S3-01")
class MatchingBenchTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Figures figures = new Figures();

    @TempDir
    Path folder;

    private Stage stage(String... words) throws IOException {
        Built built = new Built(folder, folder, folder, folder, folder);
        Options options = Options.read(List.of(words)).orElseThrow();
        return Stage.open(built, "matching", options, figures, new PrintStream(said, true, UTF_8));
    }

    @Test
    @DisplayName(
            "plain ways run from the records to a row of the table each, and the library finds more than the same name does")
    void theWholeRoad() throws Exception {
        try (Stage stage = stage("--rows", "200", "--rounds", "1")) {
            TestSet set = TestSet.laidOut(stage.options(), stage.folder());
            List<Standing> all = new Race(stage, set, MatchingBench.inMemory(stage)).run(1);
            MatchingBench.tell(stage, set, all);

            Scores name = scores(all, "name");
            assertThat(all).hasSize(3);
            assertThat(scores(all, "duke").pairF1()).isGreaterThan(name.pairF1());
            assertThat(name.pairPrecision()).isGreaterThan(name.pairRecall());
            assertThat(all).allMatch(one -> one.megabytes() > 10 && one.cpu().getFirst() > 0);
        }

        assertThat(said.toString(UTF_8)).contains("| pair F1 |", "| same name |", "| Duke 1.2 on Lucene |");
        assertThat(figures.all().stream().map(Figure::name))
                .contains("matching.duke.pair_f1", "matching.duke.memory", "matching.against_duke.rate");
    }

    private static Scores scores(List<Standing> all, String name) {
        return all.stream()
                .filter(one -> one.contender().name().equals(name))
                .map(Standing::scores)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName(
            "a part of the set keeps its firms whole, and what is measured on it is not kept with the figures of all days")
    void aPart() throws IOException {
        try (Stage stage = stage("--rows", "300")) {
            TestSet set = TestSet.laidOut(stage.options(), stage.folder());

            assertThat(set.isOwn()).isFalse();
            assertThat(set.truth()).hasSizeBetween(250, 300);
            assertThat(set.truth().values().stream().distinct()).hasSizeGreaterThan(50);
            assertThat(Files.readAllLines(set.records())).hasSize(set.truth().size() + 1);
        }
    }

    @Test
    @DisplayName("records of one's own are taken with their truth; one without the other is not understood")
    void ownFiles() throws IOException {
        Path records = Files.writeString(folder.resolve("r.csv"), "record_id,name\nx,沈阳机床\ny,沈阳机床厂\nz,无真值\n");
        Path truth = Files.writeString(folder.resolve("t.csv"), "record_id,entity_id\nx,A\ny,A\n");
        try (Stage stage = stage("--records", records.toString(), "--truth", truth.toString())) {
            TestSet set = TestSet.laidOut(stage.options(), stage.folder());

            assertThat(set.truth()).containsOnly(Map.entry("x", "A"), Map.entry("y", "A"));
            assertThat(Files.readAllLines(set.records())).hasSize(3);
            assertThat(set.isOwn()).isFalse();
        }
        assertThat(Options.read(List.of("matching", "--records", "r.csv"))).isEmpty();
    }

    @Test
    @DisplayName("a contender that loses, doubles or makes up a record is a wrong result")
    void nothingIsLost() throws IOException {
        TestSet set = new TestSet(folder, Map.of("x", "A", "y", "A"), false);
        for (String rows : List.of("x,1\n", "x,1\ny,1\ny,1\n", "x,1\nz,1\n")) {
            Path file = Files.writeString(folder.resolve("groups.csv"), "record_id,customer_id\n" + rows);
            assertThatThrownBy(() -> Groups.read(file, set)).as(rows).isInstanceOf(WrongResult.class);
        }
    }
}
