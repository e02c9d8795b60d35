package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("./tongqu demo --reset")
class DemoHomeTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("empties a home that a demo made, and leaves what is not ours")
    void emptiesADemo() throws IOException {
        filledByADemo();
        Path notes = Files.writeString(folder.resolve("my-notes.txt"), "mine");

        assertThat(home().reset()).hasValueSatisfying(files -> assertThat(files).isGreaterThanOrEqualTo(3));

        assertThat(notes).hasContent("mine");
        assertThat(folder.resolve("pg")).isEmptyDirectory();
        assertThat(folder.resolve("drop")).isEmptyDirectory();
        assertThat(folder.resolve("secrets")).isEmptyDirectory();
        assertThat(folder.resolve("demo")).isEmptyDirectory();
        assertThat(home().isFresh()).isTrue();
        assertThat(home().reset()).isEmpty();
    }

    @Test
    @DisplayName("refuses a home that no demo made, in both languages, and touches nothing in it")
    void refusesAnother() throws IOException {
        Path data = file("pg/data/PG_VERSION");

        assertThatThrownBy(() -> home().reset()).isInstanceOfSatisfying(StartRefused.class, refused -> {
            assertThat(refused.zh()).contains("不是演示建的");
            assertThat(refused.en()).contains("was not made by a demo");
        });

        assertThat(data).exists();
    }

    @Test
    @DisplayName("refuses a home in which the hub was once started for real")
    void refusesOnceReal() throws IOException {
        filledByADemo();
        home().disclaim();

        assertThatThrownBy(() -> home().reset()).isInstanceOf(StartRefused.class);
        assertThat(folder.resolve("pg/data/PG_VERSION")).exists();
    }

    @Test
    @DisplayName("refuses while a hub runs on the home")
    void refusesWhileRunning() throws IOException {
        filledByADemo();
        try (Home running = Home.open(folder, new SecureRandom())) {
            assertThatThrownBy(() -> home().reset())
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("held by another Tongqu");
            assertThat(running.root().resolve("pg/data/PG_VERSION")).exists();
        }
    }

    @Test
    @DisplayName("refuses where database or broker lie elsewhere")
    void refusesServersElsewhere() throws IOException {
        filledByADemo();

        assertThatThrownBy(() -> new DemoHome(settings(Map.of(
                                "TONGQU_DB_URL", "jdbc:postgresql://db:5432/tongqu",
                                "TONGQU_DB_USER", "app",
                                "TONGQU_DB_OWNER_USER", "owner")))
                        .reset())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("TONGQU_DB_URL");
        assertThat(folder.resolve("pg/data/PG_VERSION")).exists();
    }

    @Test
    @DisplayName("does not follow a link out of the home")
    void followsNoLink() throws IOException {
        filledByADemo();
        Path outside = Files.createTempDirectory(folder.getParent(), "outside");
        Path precious = Files.writeString(outside.resolve("precious"), "kept");
        Files.createSymbolicLink(folder.resolve("drop/link"), outside);

        home().reset();

        assertThat(precious).hasContent("kept");
        assertThat(folder.resolve("drop")).isEmptyDirectory();
    }

    @Test
    @DisplayName("never takes a folder for a demo's that had things in it before")
    void foreignFolderIsNotFresh() throws IOException {
        file("log/letters.txt");

        assertThat(home().isFresh()).isFalse();
    }

    private void filledByADemo() throws IOException {
        assertThat(home().isFresh()).isTrue();
        home().claim();
        for (String path : List.of("pg/data/PG_VERSION", "drop/agent-a002/done/sales.csv", "secrets/secret.key")) {
            file(path);
        }
    }

    private Path file(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "0123456789abcdef0123456789abcdef");
    }

    private DemoHome home() {
        return new DemoHome(settings(Map.of()));
    }

    private Settings settings(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("TONGQU_HOME", folder.toString());
        return Settings.of(environment, true);
    }
}
