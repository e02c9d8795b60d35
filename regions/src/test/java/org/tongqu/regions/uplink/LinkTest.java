package org.tongqu.regions.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.regions.Visits;
import org.tongqu.regions.outbox.Outbox;

@DisplayName("A branch's link tells what waits in its order, whatever becomes of the line")
class LinkTest {
    @TempDir
    Path folder;

    private final PaperHub hub = new PaperHub("REST");
    private final PaperHub queue = new PaperHub("JMS");
    private final HandClock clock = new HandClock();
    private Outbox outbox;
    private Link link;

    @BeforeEach
    void open() {
        start();
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    private void start() {
        outbox = Outbox.open(
                folder.resolve("outbox.db"),
                "branch-nw",
                clock,
                () -> UUID.randomUUID().toString());
        link = new Link(outbox, List.of(hub), clock, new Random(7));
    }

    private void restart() {
        outbox.close();
        start();
    }

    private void take(int from, int to) {
        outbox.take(Visits.items(
                IntStream.rangeClosed(from, to).mapToObj(n -> "NW-" + n).toArray(String[]::new)));
    }

    @Test
    @DisplayName("visits of many days go up in one turn, in order")
    void manyDays() {
        take(1, 450);

        link.turn();

        assertThat(hub.visitNos).hasSize(450).startsWith("NW-1", "NW-2").endsWith("NW-450");
        assertThat(outbox.state().waiting()).isZero();
        assertThat(outbox.state().completeThrough()).isEqualTo(450);
    }

    @Test
    @DisplayName("while it is cut everything waits and the pauses grow to half a minute; when it is back all goes up")
    void cut() {
        hub.weather = PaperHub.Weather.CUT;
        take(1, 3);
        for (int second = 0; second < 600; second++) {
            link.turn();
            clock.goOn(Duration.ofSeconds(1));
        }
        assertThat(hub.calls).isBetween(15, 50);
        assertThat(link.state().cutSince()).isEqualTo(HandClock.BEGAN);

        hub.weather = PaperHub.Weather.FINE;
        clock.goOn(Duration.ofSeconds(31));
        link.turn();

        assertThat(hub.visitNos).containsExactly("NW-1", "NW-2", "NW-3");
        assertThat(link.state().cutSince()).isNull();
    }

    @Test
    @DisplayName("an answer that is lost is asked for again, after a restart too, and nothing is there twice")
    void lostAnswers() {
        hub.weather = PaperHub.Weather.ANSWERS_LOST;
        take(1, 5);
        link.turn();
        restart();
        take(6, 8);
        hub.weather = PaperHub.Weather.FINE;
        link.turn();

        assertThat(hub.visitNos).hasSize(8).doesNotHaveDuplicates();
        assertThat(outbox.state().waiting()).isZero();
    }

    @Test
    @DisplayName(
            "an old copy of the disk put back: what the hub has stays, what is new goes up under a new line, nothing is lost")
    void anOldDisk() throws IOException {
        take(1, 100);
        link.turn();
        copy("outbox.db", "old.db");
        take(101, 150);
        link.turn();
        outbox.close();
        Files.deleteIfExists(folder.resolve("outbox.db-wal"));
        copy("old.db", "outbox.db");
        start();
        take(201, 230);

        link.turn();

        assertThat(hub.lines).hasSize(2);
        assertThat(hub.visitNos).hasSize(180).doesNotHaveDuplicates();
        assertThat(hub.continued.values()).singleElement().satisfies(former -> {
            assertThat(former.at()).isEqualTo(100);
            assertThat(former.base()).isEqualTo(150);
        });
        assertThat(outbox.state().completeThrough()).isEqualTo(180);
        assertThat(Objects.requireNonNull(outbox.state().conflict()).at()).isEqualTo(101);
    }

    @Test
    @DisplayName("an old disk with nothing new on it learns at once that the hub knows more")
    void anOldDiskWithNothingNew() throws IOException {
        take(1, 10);
        link.turn();
        copy("outbox.db", "old.db");
        take(11, 15);
        link.turn();
        outbox.close();
        Files.deleteIfExists(folder.resolve("outbox.db-wal"));
        copy("old.db", "outbox.db");
        start();

        link.turn();

        assertThat(hub.continued.values())
                .singleElement()
                .satisfies(former -> assertThat(former.at()).isEqualTo(10));
        assertThat(outbox.state().completeThrough()).isEqualTo(15);
    }

    /** With the write-ahead log folded in, as a copy of a stopped node's disk. */
    private void copy(String from, String to) throws IOException {
        outbox.close();
        Files.copy(folder.resolve(from), folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
        start();
    }

    @Test
    @DisplayName("a hub that lost its store is told every line again from its beginning")
    void theHubForgot() throws IOException {
        anOldDisk();
        hub.lines.clear();
        hub.visitNos.clear();
        restart();
        for (int turn = 0; turn < 5; turn++) {
            clock.goOn(Duration.ofMinutes(1));
            link.turn();
        }

        assertThat(hub.visitNos).hasSize(130).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a wrong key is said, and tried again only now and then")
    void aWrongKey() {
        hub.weather = PaperHub.Weather.DENIED;
        take(1, 1);
        for (int second = 0; second < 300; second++) {
            link.turn();
            clock.goOn(Duration.ofSeconds(1));
        }

        assertThat(hub.calls).isBetween(4, 12);
        assertThat(link.state().denied()).isTrue();
        assertThat(Objects.requireNonNull(link.state().why()).code()).isEqualTo("WRONG_KEY");
    }

    @Test
    @DisplayName("a sign-in page in between is no answer")
    void aStrangeAnswer() {
        hub.weather = PaperHub.Weather.STRANGE;
        take(1, 1);
        link.turn();

        assertThat(outbox.state().waiting()).isEqualTo(1);
        assertThat(Objects.requireNonNull(link.state().why()).code()).isEqualTo("STRANGE_ANSWER");
    }

    @Test
    @DisplayName("with the queue cut the same call goes by REST, and by the queue again when that is back")
    void twoRoads() {
        link = new Link(outbox, List.of(queue, hub), clock, new Random(7));
        queue.weather = PaperHub.Weather.CUT;
        take(1, 1);
        link.turn();
        take(2, 2);
        link.turn();
        assertThat(hub.visitNos).containsExactly("NW-1", "NW-2");
        assertThat(queue.calls).isEqualTo(1);
        assertThat(link.state().carrier()).isEqualTo("REST");

        queue.weather = PaperHub.Weather.FINE;
        queue.lines.putAll(hub.lines);
        clock.goOn(Duration.ofSeconds(31));
        take(3, 3);
        link.turn();

        assertThat(queue.visitNos).containsExactly("NW-3");
        assertThat(link.state().carrier()).isEqualTo("JMS");
    }

    /** Time that goes on when told to. */
    private static final class HandClock extends Clock {
        static final Instant BEGAN = Instant.parse("2026-11-21T00:00:00Z");
        private Instant now = BEGAN;

        void goOn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
