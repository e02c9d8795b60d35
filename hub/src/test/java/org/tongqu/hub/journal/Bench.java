package org.tongqu.hub.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.hub.HandClock;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.partners.OwnColumns;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Backoff;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Outgoing;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wakes;
import org.tongqu.hub.platform.Wall;

/**
 * The journal's real parts put together by hand, on a day of the future that belongs to one test alone: the running hub's own workers
 * find nothing due there. Any part may be handed in spoilt.
 */
final class Bench {
    static final Sender REP = new Sender("rep-ne-1", Sender.Role.REP, "NE", null);
    static final Sender OTHER_REP = new Sender("rep-e-1", Sender.Role.REP, "E", null);
    static final int TRIES = 8;
    private static final Instant FUTURE = Instant.parse("2031-01-01T04:00:00Z");

    final HandClock clock = new HandClock(FUTURE.plus(Duration.ofDays(Sowing.number())));
    final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofMinutes(5), TRIES);
    final Parts parts;
    final NoteRoom room;
    final Journal journal;
    final Worker worker;
    final Parked parked;

    /** Real parts, unless a test spoils one. */
    record Parts(
            ApplicationContext hub, Wall wall, JdbcClient jdbc, JournalStore store, WorkStore work, RowReceiver rows) {
        static Parts of(ApplicationContext hub) {
            return new Parts(
                    hub,
                    hub.getBean(Wall.class),
                    hub.getBean(JdbcClient.class),
                    hub.getBean(JournalStore.class),
                    hub.getBean(WorkStore.class),
                    hub.getBean(RowReceiver.class));
        }

        Parts with(Wall other) {
            return new Parts(hub, other, jdbc, store, work, rows);
        }

        Parts with(JournalStore other) {
            return new Parts(hub, wall, jdbc, other, work, rows);
        }

        Parts with(WorkStore other) {
            return new Parts(hub, wall, jdbc, store, other, rows);
        }

        Parts with(RowReceiver other) {
            return new Parts(hub, wall, jdbc, store, work, other);
        }

        <T> T bean(Class<T> type) {
            return hub.getBean(type);
        }
    }

    Bench(Parts parts) {
        this.parts = parts;
        this.room = new NoteRoom(parts.bean(Effects.class));
        Receivers receivers =
                new Receivers(just(room), just(room), just(parts.rows()), just(parts.bean(BiteReceiver.class)));
        Wall wall = parts.wall();
        this.journal = new Journal(
                parts.store(), receivers, wall, parts.bean(Wakes.class), clock, parts.bean(Ids.class), backoff);
        FileWorker files = new FileWorker(
                parts.store(),
                parts.bean(FileRowStore.class),
                parts.work(),
                receivers,
                parts.bean(OwnColumns.class),
                parts.bean(Outgoing.class),
                wall,
                clock,
                FileChunk.ROWS);
        this.worker = new Worker(
                parts.work(),
                parts.store(),
                receivers,
                files,
                parts.bean(BiteWorker.class),
                wall,
                clock,
                new Random(1),
                backoff);
        this.parked = new ParkedWork(
                parts.work(),
                parts.bean(JournalPages.class),
                parts.bean(Outgoing.class),
                parts.bean(Policy.class),
                parts.bean(AuditTrail.class),
                wall,
                parts.bean(Wakes.class),
                clock,
                backoff);
        realWall().run(Scope.WORKER, () -> parts.bean(JournalStore.class).openDay(JournalStore.dayOf(clock.instant())));
    }

    static <T> ObjectProvider<T> just(T thing) {
        return new ObjectProvider<>() {
            @Override
            public Stream<T> stream() {
                return Stream.of(thing);
            }
        };
    }

    static String number() {
        return "N" + Sowing.number() + "-" + Long.toString(System.nanoTime(), 36);
    }

    Receipt receive(String words) {
        return receive(REP, null, words).getFirst();
    }

    List<Receipt> receive(Sender sender, @org.jspecify.annotations.Nullable String key, String... words) {
        return journal.receive(
                sender,
                Wire.REST,
                MessageKind.VISIT,
                Optional.ofNullable(key),
                Arrays.stream(words).map(NoteRoom::item).toList());
    }

    /** Leases all that is due on this bench and gives back the one asked for. */
    Optional<Kept> lease(String messageId) {
        return worker.claim(1_000).stream()
                .filter(message -> message.id().equals(messageId))
                .findFirst();
    }

    boolean takeOnce(String messageId) {
        Optional<Kept> leased = lease(messageId);
        leased.ifPresent(worker::take);
        return leased.isPresent();
    }

    /** As the hub itself sees it, through a wall nobody has spoilt. */
    String one(String sql, String id) {
        return parts.bean(Sowing.class).one(sql, id);
    }

    String ofMessage(String column, String id) {
        return one("select " + column + " from journal.message where id = :id", id);
    }

    private Wall realWall() {
        return parts.bean(Wall.class);
    }
}
