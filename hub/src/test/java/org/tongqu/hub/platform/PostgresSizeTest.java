package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the embedded database takes of the machine")
class PostgresSizeTest {
    @Test
    @DisplayName("a share of memory and free disk, never less than a small store needs, never more than helps")
    void bySize() {
        assertThat(PostgresSize.of(2_048, 4_000, 0)).isEqualTo(new PostgresSize(96, 512));
        assertThat(PostgresSize.of(24_000, 32_000, 900)).isEqualTo(new PostgresSize(750, 2_000));
        assertThat(PostgresSize.of(512_000, 9_000_000, 900)).isEqualTo(new PostgresSize(1_024, 4_096));
    }

    @Test
    @DisplayName("a large store gets buffers for two thirds of it, within a quarter of the memory")
    void ofALargeStore() {
        assertThat(PostgresSize.of(24_000, 32_000, 3_000)).isEqualTo(new PostgresSize(2_000, 2_000));
        assertThat(PostgresSize.of(24_000, 32_000, 9_000)).isEqualTo(new PostgresSize(6_000, 2_000));
        assertThat(PostgresSize.of(512_000, 9_000_000, 90_000)).isEqualTo(new PostgresSize(8_192, 4_096));
    }
}
