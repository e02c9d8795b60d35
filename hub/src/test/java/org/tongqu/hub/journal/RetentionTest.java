package org.tongqu.hub.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.connectors.rest.VisitWording;
import org.tongqu.hub.HandClock;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.platform.Backoff;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Jobs;
import org.tongqu.hub.platform.JobsOfAHub;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wakes;

/** Visits kept on a day long ago by the journal's real parts and taken by the running hub; then the day is closed. */
@DisplayName("A day long past is archived and its bytes go; what makes things happen once stays")
class RetentionTest extends HubTest {
    private static final Sender REP = new Sender("rep-ne-1", Sender.Role.REP, "NE", null);
    private static final int KEEP_DAYS = 400;

    @Autowired
    ApplicationContext hub;

    @Autowired
    Sowing sowing;

    @TempDir
    Path folder;

    private final HandClock longAgo =
            new HandClock(Instant.parse("2001-01-01T04:00:00Z").plus(Duration.ofDays(Sowing.number())));
    private final LocalDate day = JournalStore.dayOf(longAgo.instant());
    private final String no = "NE-R" + Sowing.number() + "-" + Long.toString(System.nanoTime(), 36);

    @BeforeEach
    void theDayIsOpen() {
        wall.run(Scope.WORKER, () -> hub.getBean(JournalStore.class).openDay(day));
    }

    @Test
    @DisplayName("bytes and attempts go into one zip and their tables away; headers, keys, claims and effects stay")
    void bytesGoAndTheRestStays() throws Exception {
        String id = sowing.applied(receive(no).messageId());

        retention().keepHouse();

        assertThat(partitions()).isZero();
        assertThat(sowing.one("select count(*) from journal.payload where message_id = :id", id))
                .isEqualTo("0");
        for (String stays : List.of("business_key", "claim", "effect")) {
            assertThat(sowing.one("select count(*) > 0 from journal." + stays + " where message_id = :id", id))
                    .as(stays)
                    .isEqualTo("true");
        }
        assertThat(sowing.one("select outcome from journal.message where id = :id", id))
                .isEqualTo("TAKEN");
        assertThat(archived(id)).isEqualTo(visit(no));
        assertThat(archived("attempts.jsonl")).contains(id).contains("APPLIED");
        assertThat(hub.getBean(JournalPages.class).message(REP, id))
                .as("it can still be looked up")
                .isPresent();
    }

    @Test
    @DisplayName("the same history loaded again after the day has gone adds nothing")
    @Tag("S4-02")
    void historyAgainAddsNothing() {
        String first = sowing.applied(receive(no).messageId());
        retention().keepHouse();
        String visits = visits();

        Receipt again = receive(no);

        assertThat(again).isEqualTo(new Receipt(first, Receipt.Status.DUPLICATE, List.of()));
        assertThat(visits()).isEqualTo(visits).isEqualTo("1");
    }

    @Test
    @DisplayName("a day with a parked message stays whole, and the database itself refuses to drop it")
    void anUnfinishedDayStays() {
        String id = sowing.applied(receive(no).messageId());
        sowing.park(id);

        retention().keepHouse();

        assertThat(partitions()).isEqualTo(2);
        assertThat(folder.resolve("archive").resolve(day + ".zip")).doesNotExist();
        assertThat(wall.within(
                        Scope.WORKER, () -> hub.getBean(RetentionStore.class).close(day)))
                .isFalse();
        assertThat(sowing.one("select count(*) from journal.payload where message_id = :id", id))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("a day within the time of keeping stays, and the days ahead are open")
    void daysAheadAreOpen() {
        longAgo.pass(Duration.ofDays(KEEP_DAYS));
        Retention of2002 = retention(longAgo);

        of2002.keepHouse();

        assertThat(partitions()).as("the day on the edge").isEqualTo(2);
        LocalDate today = JournalStore.dayOf(longAgo.instant());
        for (int ahead = -1; ahead <= 7; ahead++) {
            assertThat(partitionsOf(today.plusDays(ahead))).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("a hub that slept over it neither drops a day nor lays its own emptier file over the full one")
    @Tag("S4-02")
    void aWokenZombieArchivesNothing() throws Exception {
        String id = sowing.applied(receive(no).messageId());
        HandClock hours = new HandClock(Instant.parse("2051-01-01T04:00:00Z").plus(Duration.ofDays(Sowing.number())));
        Retention awake = retention(hub.getBean(java.time.Clock.class), JobsOfAHub.of(hub, "awake", hours));
        JournalStore sleeps = new JournalStore(jdbc, wall) {
            @Override
            InputStream stream(LocalDate of, String messageId) {
                asleep.run();
                return super.stream(of, messageId);
            }
        };
        asleep = () -> {
            asleep = () -> {};
            hours.pass(Duration.ofHours(3));
            awake.keepHouse();
        };

        new Retention(
                        hub.getBean(RetentionStore.class),
                        sleeps,
                        wall,
                        hub.getBean(java.time.Clock.class),
                        JobsOfAHub.of(hub, "asleep", hours),
                        folder,
                        KEEP_DAYS)
                .keepHouse();

        assertThat(partitions()).isZero();
        assertThat(archived(id)).isEqualTo(visit(no));
        try (Stream<Path> files = Files.list(folder.resolve("archive"))) {
            assertThat(files.map(Path::toString)).noneMatch(file -> file.endsWith(".part"));
        }
    }

    private Runnable asleep = () -> {};

    private Retention retention() {
        return retention(hub.getBean(java.time.Clock.class));
    }

    private Retention retention(java.time.Clock clock) {
        return retention(clock, hub.getBean(Jobs.class));
    }

    private Retention retention(java.time.Clock clock, Jobs jobs) {
        return new Retention(
                hub.getBean(RetentionStore.class),
                hub.getBean(JournalStore.class),
                wall,
                clock,
                jobs,
                folder,
                KEEP_DAYS);
    }

    private Receipt receive(String visitNo) {
        Journal journal = new Journal(
                hub.getBean(JournalStore.class),
                hub.getBean(Receivers.class),
                wall,
                hub.getBean(Wakes.class),
                longAgo,
                hub.getBean(Ids.class),
                new Backoff(Duration.ofMillis(500), Duration.ofMinutes(5), 8));
        byte[] raw = visit(visitNo).getBytes(UTF_8);
        VisitWording wording = new VisitWording();
        return journal.receive(
                        REP,
                        Wire.REST,
                        MessageKind.VISIT,
                        Optional.empty(),
                        List.of(new Item<>(raw, wording.format(), wording.read(raw))))
                .getFirst();
    }

    private static String visit(String visitNo) {
        return """
                {"formatVersion":1,"visitNo":"%1$s","rep":"rep-ne-1","visitedAt":"2001-03-02T09:30:00+08:00",
                 "customer":{"name":"沈阳%1$s厂","province":"辽宁省"},"opinions":["老客户"]}""".formatted(visitNo);
    }

    private String visits() {
        return sowing.one("select count(*) from visits.visit where visit_no = :id", no);
    }

    private long partitions() {
        return partitionsOf(day);
    }

    private long partitionsOf(LocalDate of) {
        String digits = of.toString().replace("-", "");
        return Long.parseLong(sowing.one(
                "select count(*) from pg_class where relkind = 'r' and relname in ('payload_' || :id, 'attempt_' || :id)",
                digits));
    }

    private String archived(String entry) throws Exception {
        Path file = folder.resolve("archive").resolve(day + ".zip");
        assertThat(folder.resolve("archive").resolve(day + ".zip.part")).doesNotExist();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry found = zip.getEntry(entry);
            return new String(zip.getInputStream(found).readAllBytes(), UTF_8);
        }
    }
}
