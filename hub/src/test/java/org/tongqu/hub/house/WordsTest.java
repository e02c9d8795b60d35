package org.tongqu.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Words in both languages")
class WordsTest {
    private static final Path RESOURCES = House.ROOT.resolve("hub/src/main/resources");
    private static final Pattern REFUSAL = Pattern.compile("new Refusal\\(([^;]*?)\\)\\s*[;)]", Pattern.DOTALL);
    private static final Pattern EXPLAINED = Pattern.compile("`([A-Z][A-Z_0-9]{3,})`");
    private static final Pattern SETTING = Pattern.compile("TONGQU_[A-Z]+(?:_[A-Z]+)*");

    @Test
    @DisplayName("the words files have the same keys, and none is blank")
    void wordsFilesHaveTheSameKeys() {
        List<Properties> files = House.under(RESOURCES, ".properties").stream()
                .filter(file -> file.getFileName().toString().startsWith("words"))
                .map(WordsTest::read)
                .toList();
        files.forEach(words -> assertThat(words.stringPropertyNames())
                .isEqualTo(files.getFirst().stringPropertyNames()));
        files.forEach(words -> assertThat(words.values()).noneMatch(word -> ((String) word).isBlank()));
    }

    @Test
    @DisplayName("a refusal that is written out carries Chinese beside English")
    void aRefusalCarriesBothLanguages() {
        List<String> refusals = House.sources().stream()
                .flatMap(file -> REFUSAL.matcher(House.text(file)).results())
                .map(found -> found.group(1))
                .filter(words -> words.contains("\""))
                .toList();
        assertThat(refusals).isNotEmpty();
        assertThat(refusals)
                .filteredOn(words -> words.matches("(?s).*\"[A-Z_]{4,}\".*"))
                .allSatisfy(
                        words -> assertThat(words).containsPattern("\\p{IsHan}").containsPattern("[a-z]{2,} "));
    }

    @Test
    @DisplayName("every code that docs/operations.md explains is one the product gives")
    void everyExplainedCodeIsGiven() {
        String product = House.sources().stream().map(House::text).collect(Collectors.joining());
        String operations = House.text(House.ROOT.resolve("docs/operations.md"));
        List<String> codes = EXPLAINED
                .matcher(operations.substring(operations.indexOf("## Refusal codes")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(codes)
                .hasSizeGreaterThan(50)
                .allSatisfy(code -> assertThat(product).contains("\"" + code + "\""));
    }

    @Test
    @DisplayName("both READMEs name every setting")
    void readmesNameEverySetting() {
        Set<String> settings = Stream.of("tongqu", "hub/src/main/java/org/tongqu/hub/platform/SettingsReader.java")
                .flatMap(file ->
                        SETTING.matcher(House.text(House.ROOT.resolve(file))).results())
                .map(found -> found.group())
                .collect(Collectors.toSet());
        assertThat(settings).hasSizeGreaterThan(10);
        for (String readme : List.of("README.md", "README.zh-CN.md")) {
            assertThat(settingsIn(readme)).as(readme).containsAll(settings);
        }
    }

    private static Set<String> settingsIn(String readme) {
        Matcher named = SETTING.matcher(House.text(House.ROOT.resolve(readme)));
        return named.results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static Properties read(Path file) {
        try {
            Properties words = new Properties();
            words.load(new StringReader(House.text(file)));
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
