package org.tongqu.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.hub.HubTest;

/**
 * Hubs, senders and partners in one thread, all chance from a seed. {@code -Dtongqu.simulation.seed=N} plays one again;
 * {@code -Dtongqu.simulation.seeds=N} plays as many, from the first ({@code -Dtongqu.simulation.first=N}) on.
 */
@DisplayName(
        "The ledger, simulated: hubs die, freeze and wake, senders repeat themselves, partners fail, clocks jump, and every promise stands")
@Tag("S4-02")
class LedgerSimulationTest extends HubTest {
    private static final int SEEDS = Integer.getInteger("tongqu.simulation.seeds", 60);
    private static final int ENOUGH_FOR_A_SPOILT_PART = 30;
    private static final long FIRST = Long.getLong("tongqu.simulation.first", 1);

    @Autowired
    ApplicationContext hub;

    @TempDir
    Path folder;

    private SimulationGround ground;

    @BeforeEach
    void stand() throws SQLException {
        ground = new SimulationGround(hub);
    }

    @AfterEach
    void leave() throws SQLException {
        ground.close();
    }

    @Test
    @DisplayName(
            "seed after seed, nothing is lost, nothing takes effect twice, no zombie's write counts, every lane is in order")
    void everyPromiseStands() {
        Long one = Long.getLong("tongqu.simulation.seed");
        LongStream seeds = one == null ? LongStream.range(FIRST, FIRST + SEEDS) : LongStream.of(one);
        seeds.forEach(seed -> played(Simulation.Parts.of(hub), seed));
    }

    @Test
    @DisplayName("the same seed tells the same story again, step by step")
    void theSameAgain() {
        assertThat(played(Simulation.Parts.of(hub), 7)).isEqualTo(played(Simulation.Parts.of(hub), 7));
    }

    @Test
    @DisplayName("a fencing number nobody looks at shows")
    void fencingIgnored() {
        JdbcClient store = jdbc;
        goesRed(Simulation.Parts.of(hub).withWork(node -> new WorkStore(store, node) {
            @Override
            boolean holds(Kept message) {
                return true;
            }
        }));
    }

    @Test
    @DisplayName("an effect key dropped shows")
    void effectKeyDropped() {
        goesRed(Simulation.Parts.of(hub).withEffects((key, messageId, room, what, ref) -> true));
    }

    @Test
    @DisplayName("a checkpoint forgotten shows")
    void checkpointForgotten() {
        JdbcClient store = jdbc;
        goesRed(Simulation.Parts.of(hub).withWork(node -> new WorkStore(store, node) {
            @Override
            void advance(Kept message, Kept.Counts counts, double read, Instant now) {
                extend(message, now.plus(LEASE));
            }
        }));
    }

    /** Some early seed finds it, and says which one it was. */
    private void goesRed(Simulation.Parts spoilt) {
        assertThatThrownBy(() ->
                        LongStream.rangeClosed(1, ENOUGH_FOR_A_SPOILT_PART).forEach(seed -> played(spoilt, seed)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("again: -Dtongqu.simulation.seed=");
    }

    private List<String> played(Simulation.Parts parts, long seed) {
        Simulation simulation = new Simulation(parts, seed, ground.agent(), folder);
        simulation.plays();
        return simulation.steps();
    }
}
