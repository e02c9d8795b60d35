package org.tongqu.hub.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/requirements.md} true: each row of the register with the tests of all modules that carry its id as a tag, or open.
 * Stands beside the laws of the house, so that a stale page is told within minutes and not after the last journey.
 */
class RequirementsDocTest {
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"(S[0-9]-[0-9]{2})\"\\)");
    /** Tags in a row and what they stand on: the next method, or the class itself, whatever other annotations lie between. */
    private static final Pattern NAMED = Pattern.compile(
            "((?:@Tag\\(\"S[0-9]-[0-9]{2}\"\\)\\s*)*@Tag\\(\"S[0-9]-[0-9]{2}\"\\))[\\s\\S]*?"
                    + "^[ ]*(?:(?:public|final|static|abstract)[ ]+)*(?:void|class|[A-Z]\\w*<\\w+>)[ ]+(\\w+)",
            Pattern.MULTILINE);

    private record Row(String id, String mark, String words, String stillOpen) {}

    @Test
    void the_page_says_what_the_tests_say() throws IOException {
        Path page = House.ROOT.resolve("docs/requirements.md");
        String written = Files.exists(page) ? Files.readString(page, UTF_8) : "";
        String generated = page(rows(), proofs());

        if (!written.equals(generated)) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, generated, UTF_8);
        }

        assertThat(written)
                .as("docs/requirements.md was out of date; it is written anew: commit it")
                .isEqualTo(generated);
    }

    @Test
    void every_tag_names_a_row_of_the_register_and_every_row_is_there_once() throws IOException {
        List<String> ids = rows().stream().map(Row::id).toList();

        assertThat(ids).hasSize(125).doesNotHaveDuplicates();
        assertThat(ids).containsAll(proofs().keySet());
    }

    @Test
    void every_tag_is_understood() throws IOException {
        for (Path source : testSources()) {
            String text = Files.readString(source, UTF_8);
            long understood = NAMED.matcher(text)
                    .results()
                    .mapToLong(found -> TAG.matcher(found.group(1)).results().count())
                    .sum();
            assertThat(understood)
                    .as(source.toString())
                    .isEqualTo(TAG.matcher(text).results().count());
        }
    }

    private static List<Row> rows() throws IOException {
        try (InputStream in = RequirementsDocTest.class.getResourceAsStream("/requirements.tsv")) {
            String text = new String(java.util.Objects.requireNonNull(in).readAllBytes(), UTF_8);
            return text.lines().skip(1).map(RequirementsDocTest::row).toList();
        }
    }

    private static Row row(String line) {
        Matcher cells =
                Pattern.compile("([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)").matcher(line);
        assertThat(cells.matches()).as(line).isTrue();
        return new Row(cells.group(1), cells.group(2), cells.group(3), cells.group(4));
    }

    private static Map<String, SortedSet<String>> proofs() throws IOException {
        Map<String, SortedSet<String>> proofs = new TreeMap<>();
        for (Path source : testSources()) {
            String file = source.getFileName().toString();
            String type = file.substring(0, file.length() - ".java".length());
            NAMED.matcher(Files.readString(source, UTF_8)).results().forEach(found -> add(proofs, type, found));
        }
        return proofs;
    }

    private static void add(Map<String, SortedSet<String>> proofs, String type, MatchResult found) {
        String name = found.group(2);
        String test = name.equals(type) ? type : type + "." + name;
        TAG.matcher(found.group(1))
                .results()
                .forEach(tag -> proofs.computeIfAbsent(tag.group(1), id -> new TreeSet<>())
                        .add(test));
    }

    private static List<Path> testSources() throws IOException {
        try (Stream<Path> files = Files.walk(House.ROOT, 14)) {
            return files.filter(file -> file.toString().matches(".*/src/test/java/.*Test\\.java"))
                    .sorted()
                    .toList();
        }
    }

    private static String page(List<Row> rows, Map<String, SortedSet<String>> proofs) {
        long proved = rows.stream().filter(row -> proofs.containsKey(row.id())).count();
        String head = """
                # Requirements and their proofs

                Generated by `RequirementsDocTest` from the tags of all tests: a row is proved by tests that would go red without it, or it is open.
                Marks: C central, 2 second ring, L lesson. %d of %d rows are proved, at least in part; what a row still lacks stands in italics.

                | row | mark | what it asks | proved by |
                |---|---|---|---|
                """.formatted(proved, rows.size());
        return rows.stream().map(row -> line(row, proofs)).collect(Collectors.joining("\n", head, "\n"));
    }

    private static String line(Row row, Map<String, SortedSet<String>> proofs) {
        SortedSet<String> tests = proofs.get(row.id());
        String said =
                tests == null ? "open" : tests.stream().map("`%s`"::formatted).collect(Collectors.joining("<br>"));
        String rest = tests == null || row.stillOpen().isEmpty() ? "" : "<br>*open: " + row.stillOpen() + "*";
        return "| %s | %s | %s | %s |".formatted(row.id(), row.mark(), row.words(), said + rest);
    }
}
