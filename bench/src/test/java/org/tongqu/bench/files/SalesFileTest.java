package org.tongqu.bench.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The file every contender gets, and what must come of it")
class SalesFileTest {
    private static final Pattern GOOD_DAY = Pattern.compile("R\\d+,\\d+,202[45]-\\d\\d-\\d\\d,.*");

    @TempDir
    Path folder;

    @Test
    @DisplayName("its expected counts are what a plain reading of its lines gives")
    void itsCountsAreTrue() throws IOException {
        SalesFile file = SalesFile.write(folder.resolve("a"), 5_000, 3);
        List<String> lines = Files.readAllLines(file.path());
        Set<String> good = new HashSet<>();
        Set<String> customers = new HashSet<>();
        int refused = 0;
        int repeated = 0;
        for (String line : lines.subList(1, lines.size())) {
            if (!GOOD_DAY.matcher(line).matches()) {
                refused++;
            } else if (good.add(line)) {
                customers.add(line.split(",", -1)[4]);
            } else {
                repeated++;
            }
        }

        assertThat(file.expected()).isEqualTo(new Counts(5_000, good.size(), refused, repeated));
        assertThat(file.customers()).isEqualTo(customers.size());
        assertThat(refused).isPositive();
        assertThat(repeated).isPositive();
    }

    @Test
    @DisplayName("the same report number makes the same file, another makes other lines and other customers")
    void theReportDecides() throws IOException {
        List<String> once =
                Files.readAllLines(SalesFile.write(folder.resolve("b"), 500, 1).path());
        List<String> again =
                Files.readAllLines(SalesFile.write(folder.resolve("c"), 500, 1).path());
        List<String> other =
                Files.readAllLines(SalesFile.write(folder.resolve("d"), 500, 2).path());

        assertThat(once).isEqualTo(again);
        assertThat(once.subList(1, 500)).doesNotContainAnyElementsOf(other.subList(1, 500));
        assertThat(new Customer(1, 7).uscc()).isNotEqualTo(new Customer(2, 7).uscc());
    }

    @Test
    @DisplayName("counts are read from the hub's receipt")
    void countsAreReadFromTheReceipt() {
        String receipt = """
                {"messageId" : "m", "status" : "PARTLY", "rows" : 10, "accepted" : 7, "refused" : 2, "duplicate" : 1, "ignored" : 4}
                """;

        assertThat(FileRoad.counts(receipt)).isEqualTo(new Counts(10, 7, 2, 1));
    }
}
