package org.tongqu.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a newcomer reads first")
class PackagesTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern NEIGHBOURS = Pattern.compile("Allowed neighbours: ([^.]+)\\.");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:\\w+ |non-sealed )*(?:class|record|interface|enum) ");

    @Test
    @DisplayName("every package is @NullMarked")
    void everyPackageIsNullMarked() {
        Laws.EVERY_PACKAGE_IS_NULL_MARKED.check(House.CLASSES);
    }

    @Test
    @DisplayName(
            "every package says what comes in, what goes out, what it refuses to know and its neighbours, with its Chinese term")
    void everyPackageIntroducesItself() {
        for (Path folder : packages()) {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(House.text(info))
                    .as(House.ROOT.relativize(info).toString())
                    .contains("@NullMarked", "In: ", "Out: ", "Refuses to know: ", "Allowed neighbours: ")
                    .containsPattern(CHINESE);
        }
    }

    @Test
    @DisplayName("the neighbours in a room's words are the neighbours in its annotation")
    void wordsAndAnnotationAgree() {
        for (String room : Rooms.all()) {
            String info =
                    House.text(House.ROOT.resolve("hub/src/main/java/org/tongqu/hub/" + room + "/package-info.java"));
            assertThat(roomsIn(info)).as(room).isEqualTo(Set.copyOf(RoomsTest.neighbours(room)));
        }
    }

    @Test
    @DisplayName("every public type says in a sentence what a newcomer could not guess")
    void everyPublicTypeHasASentence() {
        List<Path> silent =
                House.sources().stream().filter(PackagesTest::isSilent).toList();
        assertThat(silent).isEmpty();
    }

    private static Set<Path> packages() {
        return House.sources().stream()
                .map(Path::getParent)
                .filter(Files::isDirectory)
                .collect(Collectors.toSet());
    }

    private static Set<String> roomsIn(String info) {
        Matcher found = NEIGHBOURS.matcher(info);
        assertThat(found.find()).isTrue();
        return Stream.of(found.group(1).split(", ", -1))
                .filter(Rooms.all()::contains)
                .collect(Collectors.toSet());
    }

    /** A public type with no comment between the imports and itself. */
    private static boolean isSilent(Path file) {
        String text = House.text(file);
        Matcher type = PUBLIC_TYPE.matcher(text);
        if (!type.find()) {
            return false;
        }
        String before = text.substring(Math.max(0, text.lastIndexOf("\nimport ", type.start())), type.start());
        return !before.contains("/**");
    }
}
