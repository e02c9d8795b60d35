package org.tongqu.regions.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pulled plug cannot be tested here; what SQLite does about one hangs on two settings, and it tells them. */
@DisplayName("The node's file")
class SqliteTest {
    private static final int FULL = 2;

    @Test
    @DisplayName("writes ahead, and flushes to the disk before a commit returns")
    void flushes(@TempDir Path folder) {
        try (Sqlite file = Sqlite.open(folder.resolve("outbox.db"))) {
            assertThat(file.first(row -> row.getInt(1), "pragma synchronous")).contains(FULL);
            assertThat(file.first(row -> row.getString(1), "pragma journal_mode"))
                    .contains("wal");
        }
    }
}
