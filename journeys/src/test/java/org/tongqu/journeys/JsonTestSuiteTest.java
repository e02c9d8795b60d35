package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The JSON test suite, posted to a running hub")
@ExtendWith(SharedGroup.class)
class JsonTestSuiteTest {
    private static final Path SUITE =
            Product.root().resolve("connectors/rest/src/test/resources/hostile/jsontestsuite");

    private final Caller rep;
    private final Caller factory;

    JsonTestSuiteTest(Group group) {
        this.rep = group.as("rep-n-1");
        this.factory = group.as("factory-mt1");
    }

    @ParameterizedTest(name = "{0}_ answers {1}")
    @DisplayName("is answered by its kind, on either inlet")
    @CsvSource({"y, 202 422", "n, 400", "i, 202 400 422"})
    void isAnsweredByItsKind(String kind, String statuses) throws IOException {
        List<Integer> allowed =
                Stream.of(statuses.split(" ")).map(Integer::valueOf).toList();
        List<Path> files = files(kind);
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(status(rep, "/api/v1/visits", file)).as(file.toString()).isIn(allowed);
            assertThat(status(factory, "/api/v1/orders", file))
                    .as(file.toString())
                    .isIn(allowed);
        }
    }

    @Test
    @DisplayName("is all there: every file is of one of the three kinds")
    void isAllThere() throws IOException {
        try (Stream<Path> all = Files.list(SUITE)) {
            long json = all.filter(file -> file.toString().endsWith(".json")).count();
            assertThat(json)
                    .isEqualTo((long) files("y").size()
                            + files("n").size()
                            + files("i").size());
        }
    }

    private static int status(Caller caller, String path, Path file) throws IOException {
        return caller.with("Content-Type", "application/json")
                .call("POST", path, BodyPublishers.ofFile(file))
                .status();
    }

    private static List<Path> files(String kind) throws IOException {
        try (Stream<Path> all = Files.list(SUITE)) {
            return all.filter(file -> String.valueOf(file.getFileName()).startsWith(kind + "_"))
                    .sorted()
                    .toList();
        }
    }
}
