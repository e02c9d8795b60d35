package org.tongqu.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Migrations")
class MigrationsTest {
    private static final Path FOLDER = House.ROOT.resolve("hub/src/main/resources/db/migration");
    private static final Pattern TOUCHED = Pattern.compile(
            "(?im)^(?:create|alter|drop) (?:or replace )?(?:unique )?(?:(?:table|view|function|schema|procedure) (?:if (?:not )?exists )?|index (?:\\w+ on )?)([a-z_]+)");

    @Test
    @DisplayName("stand in the folder of their room, under a version that is a time")
    void standInTheirRoomsFolder() {
        assertThat(migrations()).isNotEmpty().allSatisfy(file -> {
            assertThat(Rooms.all()).contains(room(file));
            assertThat(file.getFileName().toString()).matches("V20\\d{10}__\\w+\\.sql");
        });
    }

    @Test
    @DisplayName("make and change things of their own room alone")
    void changeTheirOwnRoomAlone() {
        assertThat(migrations())
                .allSatisfy(file -> assertThat(
                                TOUCHED.matcher(House.text(file)).results().map(found -> found.group(1)))
                        .containsOnly(room(file)));
    }

    @Test
    @DisplayName("have versions of their own")
    void haveVersionsOfTheirOwn() {
        assertThat(migrations().stream()
                        .map(file -> file.getFileName().toString().substring(0, 13)))
                .doesNotHaveDuplicates();
    }

    private static List<Path> migrations() {
        return House.under(FOLDER, ".sql");
    }

    private static String room(Path file) {
        return FOLDER.relativize(file).getName(0).toString();
    }
}
