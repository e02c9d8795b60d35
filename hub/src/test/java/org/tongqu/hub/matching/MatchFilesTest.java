package org.tongqu.hub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.hub.platform.StartRefused;

@DisplayName("./tongqu match")
class MatchFilesTest {
    private static final Path RECORDS = Path.of("src/test/resources/matching/records.csv");
    private static final Path TRUTH = Path.of("src/test/resources/matching/truth.csv");

    @TempDir
    Path folder;

    @Test
    @DisplayName("finds 92 of 100 true pairs of the sample and is right in 97 of 100")
    @Tag("S3-01")
    void figures() throws IOException {
        Map<String, String> truth = pairs(Files.readAllLines(TRUTH));
        Map<String, String> found = matched(Files.readAllLines(RECORDS));
        long right = 0;
        long said = 0;
        long real = 0;
        assertThat(found).hasSameSizeAs(truth);
        List<String> ids = List.copyOf(truth.keySet());
        for (int i = 0; i < ids.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean same = Objects.equals(found.get(ids.get(i)), found.get(ids.get(j)));
                boolean one = Objects.equals(truth.get(ids.get(i)), truth.get(ids.get(j)));
                said += same ? 1 : 0;
                real += one ? 1 : 0;
                right += same && one ? 1 : 0;
            }
        }
        assertThat((double) right / said).as("precision").isCloseTo(1, within(0.03));
        assertThat((double) right / real).as("recall").isCloseTo(1, within(0.08));
    }

    @Test
    @DisplayName("answers the same in whatever order the records come")
    void anyOrder() throws IOException {
        List<String> lines = Files.readAllLines(RECORDS);
        Map<String, String> once = matched(lines);
        for (int seed = 0; seed < 3; seed++) {
            List<String> body = new ArrayList<>(lines.subList(1, lines.size()));
            Collections.shuffle(body, new Random(seed));
            body.addFirst(lines.getFirst());
            assertThat(matched(body)).isEqualTo(once);
        }
    }

    @Test
    @DisplayName("reads GB18030, columns in another order and few of them")
    void otherFile() throws IOException {
        Path file = folder.resolve("gb.csv");
        Files.writeString(file, "city,name,record_id\n济宁,济宁第六电器厂,x\n济宁,济宁电器六厂,y\n", Charset.forName("GB18030"));
        assertThat(match(file)).containsEntry("x", "x").containsEntry("y", "x");
    }

    @Test
    @DisplayName("loses no record: a row with too many cells is told and is a group of its own, a repeated id is told")
    void badRows() throws IOException {
        Path file = folder.resolve("bad.csv");
        Files.writeString(file, "record_id,name\n1,济宁第六电器厂\n2,济宁第六电器厂,多,余\n1,又一次\n,没有编号\n");
        List<String> told = new ArrayList<>();
        Path to = folder.resolve("out.csv");
        MatchFiles.run(file, to, Optional.empty(), told::add);
        assertThat(Files.readAllLines(to)).containsExactly("record_id,customer_id", "1,1", "2,2");
        assertThat(told).anyMatch(line -> line.contains("repeats record_id 1"));
        assertThat(told).anyMatch(line -> line.contains("Record 2 is a group of its own"));
    }

    @Test
    @DisplayName("says why, in both languages, for every pair joined or in doubt")
    @Tag("S4-24")
    void why() throws IOException {
        Path why = folder.resolve("why.csv");
        MatchFiles.run(RECORDS, folder.resolve("out.csv"), Optional.of(why), line -> {});
        assertThat(Files.readAllLines(why))
                .hasSizeGreaterThan(100)
                .anyMatch(line -> line.contains(",same,") && line.contains("字号相同") && line.contains("same brand"));
    }

    @Test
    @DisplayName("says in words that a file is missing or has no column record_id")
    void refused() throws IOException {
        Path file = folder.resolve("none.csv");
        assertThatThrownBy(() -> match(file)).isInstanceOf(StartRefused.class).hasMessageContaining("no file");
        Files.writeString(file, "id,name\n1,甲\n");
        assertThatThrownBy(() -> match(file)).isInstanceOf(StartRefused.class).hasMessageContaining("record_id");
    }

    private Map<String, String> matched(List<String> lines) throws IOException {
        Path file = folder.resolve("in.csv");
        Files.write(file, lines);
        return match(file);
    }

    private Map<String, String> match(Path file) throws IOException {
        Path to = folder.resolve("clusters.csv");
        MatchFiles.run(file, to, Optional.empty(), line -> {});
        return pairs(Files.readAllLines(to));
    }

    private static Map<String, String> pairs(List<String> lines) {
        Map<String, String> pairs = new HashMap<>();
        lines.stream().skip(1).map(line -> line.split(",", 2)).forEach(cells -> pairs.put(cells[0], cells[1]));
        return pairs;
    }
}
