package org.tongqu.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.VisitReport;

/** The files of nst/JSONTestSuite (MIT) as a stranger might post them. */
@DisplayName("A file of the JSON test suite")
class JsonTestSuiteTest {
    static Stream<Path> files(String prefix) throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(JsonTestSuiteTest.class.getResource("/hostile/jsontestsuite"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.filter(file -> name(file).startsWith(prefix)).sorted().toList().stream();
        }
    }

    static Stream<Path> valid() throws IOException, URISyntaxException {
        return files("y_");
    }

    static Stream<Path> invalid() throws IOException, URISyntaxException {
        return files("n_");
    }

    static Stream<Path> either() throws IOException, URISyntaxException {
        return files("i_");
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Body<VisitReport> read(Path file) throws IOException {
        return ItemReader.read(Files.readAllBytes(file), "application/json", new VisitWording());
    }

    @ParameterizedTest
    @MethodSource("valid")
    @DisplayName("that is valid is parsed, then judged by its fields")
    void parsed(Path file) throws IOException {
        assertThat(Said.items(read(file)))
                .isNotEmpty()
                .extracting(Item::reading)
                .allSatisfy(reading ->
                        assertThat(Said.refusals(reading)).extracting("code").doesNotContain("BAD_JSON", "BAD_UTF8"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    @DisplayName("that is invalid is refused as a whole")
    void refused(Path file) throws IOException {
        assertThat(Said.unreadable(read(file)).code())
                .isIn("BAD_JSON", "BAD_UTF8", "NUL_CHARACTER", "EMPTY_BODY", "LIMIT_EXCEEDED");
        assertThat(new VisitWording().read(Files.readAllBytes(file))).isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @MethodSource("either")
    @DisplayName("that every parser takes as it likes is answered all the same")
    void answered(Path file) {
        assertThatCode(() -> read(file)).doesNotThrowAnyException();
    }
}
