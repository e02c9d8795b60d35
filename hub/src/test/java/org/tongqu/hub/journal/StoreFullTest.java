package org.tongqu.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.platform.FullWall;

@DisplayName("A store that is full or away is no message's fault")
@Tag("S4-02")
class StoreFullTest extends HubTest {
    private static final int LONG = 3 * Bench.TRIES;

    @Autowired
    ApplicationContext hub;

    private FullWall store;
    private Bench bench;
    private String id;

    @BeforeEach
    void aMessageWaits() {
        store = new FullWall(jdbc, hub.getBean(PlatformTransactionManager.class));
        bench = new Bench(Bench.Parts.of(hub).with(store));
        id = bench.receive(Bench.number() + "=一").messageId();
    }

    @Test
    @DisplayName(
            "what could not even be written down as failed is given back with its try, after a pause, and takes effect in the end")
    void givenBack() {
        for (int n = 0; n < LONG; n++) {
            Kept message = bench.lease(id).orElseThrow();
            store.full(true);
            bench.worker.take(message);
            store.full(false);
            assertThat(bench.lease(id)).as("not at once, over and over").isEmpty();
            bench.clock.pass(Duration.ofSeconds(1));
        }

        assertThat(bench.takeOnce(id)).isTrue();
        assertThat(bench.ofMessage("outcome", id)).isEqualTo("TAKEN");
        assertThat(bench.ofMessage("tries_left", id)).isEqualTo(Integer.toString(Bench.TRIES - 1));
    }

    @Test
    @DisplayName("what failed at a full store as often as anything may fail is not parked")
    void notParked() {
        bench.room.mood = taking -> {
            throw new DataAccessResourceFailureException("no space left on device");
        };
        for (int n = 0; n < LONG; n++) {
            bench.takeOnce(id);
            bench.clock.pass(Duration.ofMinutes(5));
        }
        assertThat(bench.ofMessage("coalesce(parked_at::text, 'never')", id)).isEqualTo("never");

        bench.room.mood = taking -> taking;
        assertThat(bench.takeOnce(id)).isTrue();
        assertThat(bench.ofMessage("outcome", id)).isEqualTo("TAKEN");
    }
}
