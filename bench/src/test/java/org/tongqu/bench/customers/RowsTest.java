package org.tongqu.bench.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.bench.measure.WrongResult;

@DisplayName("made-up customer records")
@Tag("S3-01")
class RowsTest {
    private static final int MANY = 6_000;

    @TempDir
    Path folder;

    @Test
    @DisplayName("the same seed makes the same records, another one others")
    void aFunctionOfTheSeed() throws IOException {
        Rows.written(7, 500, Files.createDirectory(folder.resolve("a")));
        Rows.written(7, 500, Files.createDirectory(folder.resolve("b")));
        Rows.written(8, 500, Files.createDirectory(folder.resolve("c")));

        for (int file = 0; file < Rows.files(500); file++) {
            String once = Files.readString(Rows.file(folder.resolve("a"), file));
            assertThat(Files.readString(Rows.file(folder.resolve("b"), file))).isEqualTo(once);
            assertThat(Files.readString(Rows.file(folder.resolve("c"), file))).isNotEqualTo(once);
        }
    }

    @Test
    @DisplayName(
            "no agent says the same words twice, nor speaks of a firm twice; the records of a firm are spread over agents")
    void whoSaysWhat() throws IOException {
        List<Set<String>> words = new ArrayList<>();
        List<Set<Long>> firms = new ArrayList<>();
        for (int file = 0; file < Rows.files(MANY); file++) {
            words.add(new HashSet<>());
            firms.add(new HashSet<>());
        }
        Map<Long, Integer> records = new HashMap<>();

        Rows rows = Rows.made(7, MANY, (file, row, said) -> {
            assertThat(words.get(file).add(said.words())).as(said.words()).isTrue();
            assertThat(firms.get(file).add(said.firm())).isTrue();
            records.merge(said.firm(), 1, Integer::sum);
        });

        assertThat(rows.count()).isEqualTo(MANY);
        assertThat((double) MANY / records.size()).isBetween(2.5, 3.7);
        assertThat(rows.first(2).count()).isEqualTo(rows.firms()[0].length + rows.firms()[1].length);
    }

    @Test
    @DisplayName(
            "firms told of once follow the others: each has one record, no two are one firm, a file of them is the same each time")
    void toldOfOnce() throws IOException {
        Rows rows = Rows.made(7, 500, (file, row, said) -> {});
        Singles singles = new Singles(7, rows.families(), List.of(30)).and(40);
        Path once = folder.resolve("once");
        Path again = folder.resolve("again");
        singles.write(once, 1, rows.firms().length + 1);
        singles.write(again, 1, rows.firms().length + 1);

        Rows all = rows.with(singles);
        assertThat(all.count()).isEqualTo(570);
        Set<Long> firms = new HashSet<>();
        for (long[] file : List.of(singles.firms(0), singles.firms(1))) {
            for (long firm : file) {
                assertThat(firms.add(firm)).isTrue();
                assertThat(firm / Firm.MOST).isBetween(rows.families(), all.families() - 1);
            }
        }
        assertThat(Files.readAllLines(once)).hasSize(41).isEqualTo(Files.readAllLines(again));
    }

    @Test
    @DisplayName(
            "there are families easily confused: sisters, branches, numbered works, near brands, the same name elsewhere")
    void families() {
        int kin = 0;
        int branches = 0;
        Set<String> codes = new HashSet<>();
        for (long family = 0; family < 2_000; family++) {
            List<Firm> firms = Firm.family(7, family);
            kin += firms.size() > 1 ? 1 : 0;
            branches += (int)
                    firms.stream().filter(firm -> !firm.branch().isEmpty()).count();
            firms.forEach(firm -> assertThat(codes.add(firm.uscc())).isTrue());
        }
        assertThat(kin).isBetween(500, 800);
        assertThat(branches).isGreaterThan(50);
    }

    @Test
    @DisplayName("a home is filled on where its note fits, and emptied where its records were made otherwise")
    void theNote() throws IOException {
        KeptHome kept = KeptHome.of(folder.resolve("home"), 7, 500);
        Files.createDirectories(kept.home());
        kept.loaded(3);
        assertThat(kept.nextRun()).isEqualTo(1);

        assertThat(KeptHome.of(folder.resolve("home"), 7, 500).filesLoaded()).isEqualTo(3);
        assertThat(kept.nextRun()).isEqualTo(2);
        assertThat(KeptHome.of(folder.resolve("home"), 8, 500).filesLoaded()).isZero();
        assertThat(kept.home()).doesNotExist();
    }

    @Test
    @DisplayName("a record that is lost or doubled is a wrong result")
    void nothingIsLost() {
        Rows made = new Rows(new long[][] {{5, 6}, {5}}, 2);

        assertThat(Held.scored(made, new long[][] {{11, 12}, {11}}).recall()).isEqualTo(1);
        assertThat(Held.scored(made, new long[][] {{11, 11}, {11}}).precision()).isLessThan(0.5);
        assertThatThrownBy(() -> Held.scored(made, new long[][] {{11, 0}, {11}}))
                .isInstanceOf(WrongResult.class);
        assertThatThrownBy(() -> Held.taken(new long[2], 0, 4, 12)).isInstanceOf(WrongResult.class);
        long[] once = {0, 9};
        assertThatThrownBy(() -> Held.taken(once, 0, 2 + 1, 12)).isInstanceOf(WrongResult.class);
    }
}
