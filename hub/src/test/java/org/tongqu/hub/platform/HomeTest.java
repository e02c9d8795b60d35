package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that lasts. */
class HomeTest {
    @TempDir
    Path folder;

    @Test
    void its_secrets_are_made_once_differ_from_home_to_home_and_only_its_owner_reads_them(@TempDir Path other)
            throws Exception {
        byte[] key;
        String password;
        try (Home home = open(folder)) {
            key = Files.readAllBytes(folder.resolve("secrets/secret.key"));
            password = home.password("db-app");
        }
        try (Home again = open(folder);
                Home elsewhere = open(other)) {
            assertThat(again.secretKey()).isEqualTo(key).hasSize(32).isNotEqualTo(elsewhere.secretKey());
            assertThat(again.password("db-app"))
                    .isEqualTo(password)
                    .hasSize(32)
                    .isNotEqualTo(again.password("db-owner"));
        }
        assertThat(rights(folder.resolve("secrets"))).isEqualTo("rwx------");
        assertThat(rights(folder.resolve("secrets/secret.key"))).isEqualTo("rw-------");
        assertThat(rights(folder.resolve("secrets/db-app"))).isEqualTo("rw-------");
    }

    @Test
    void a_home_that_was_closed_can_be_opened_again() {
        open(folder).close();
        open(folder).close();
    }

    @Test
    void a_home_that_cannot_be_made_is_refused_with_the_folder_named() throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "not a folder");

        assertThatThrownBy(() -> open(file.resolve("home")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("a-file");
    }

    private static Home open(Path folder) {
        return Home.open(folder, new SecureRandom());
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
