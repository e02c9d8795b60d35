package org.tongqu.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.bench.measure.Aim;
import org.tongqu.bench.measure.Bench;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.Spread;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.Stage;

@DisplayName("./tongqu bench")
class BenchMainTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path runs;

    @BeforeEach
    void asTheLauncher() {
        System.setProperty("tongqu.bench.hub", runs.resolve("hub.jar").toString());
        System.setProperty("tongqu.bench.runs", runs.toString());
        System.setProperty("tongqu.bench.results", runs.toString());
    }

    private record Told(String name, boolean wrong) implements Bench<Stage> {
        @Override
        public String zh() {
            return "测一测";
        }

        @Override
        public String en() {
            return "measures";
        }

        @Override
        public void run(Stage stage) {
            stage.figure(Figure.ratio(name + ".ratio", Spread.of(List.of(0.1)), Aim.atLeast(0.8)));
            stage.say("说了", "said by " + name);
            if (wrong) {
                throw new WrongResult("少了一行", "a row is lost");
            }
        }
    }

    private int run(String... words) throws Exception {
        List<Bench<Stage>> benches = List.of(new Told("one", false), new Told("two", true));
        return new BenchMain(new PrintStream(said, true, UTF_8), benches).run(List.of(words));
    }

    private List<String> lines() {
        return said.toString(UTF_8).lines().toList();
    }

    @Test
    @DisplayName("figures come after the last word for people, and a missed aim is no failure")
    void figuresComeLast() throws Exception {
        assertThat(run("one")).isZero();

        assertThat(lines().getLast()).startsWith("one.ratio\t0.100\tratio\taim >= 0.8, not met");
        assertThat(lines().subList(0, lines().size() - 1)).noneMatch(line -> line.contains("\t"));
    }

    @Test
    @DisplayName("a wrong result is a failure told in both languages, and what was measured before it is still printed")
    void aWrongResultFails() throws Exception {
        assertThat(run()).isEqualTo(1);

        assertThat(said.toString(UTF_8)).contains("少了一行", "a row is lost", "one.ratio\t", "two.ratio\t");
    }

    @Test
    @DisplayName("a name nobody knows is answered with the names there are, in both languages")
    void anUnknownNameIsAnswered() throws Exception {
        assertThat(run("three")).isEqualTo(2);

        assertThat(said.toString(UTF_8)).contains("用法 / Usage", "one", "two", "测一测 / measures");
    }

    @Test
    @DisplayName("nothing of a run stays, also of one that broke off")
    void nothingStays() throws Exception {
        run();

        try (Stream<Path> left = Files.list(runs)) {
            assertThat(left).isEmpty();
        }
    }
}
