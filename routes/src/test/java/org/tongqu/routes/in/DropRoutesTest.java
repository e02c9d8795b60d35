package org.tongqu.routes.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.connectors.canon.Directory;
import org.tongqu.connectors.canon.Sluice;

/** Drop routes over real folders and a real Camel: one a partner, coming and going with the directory. */
class DropRoutesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path drop;

    private final Partners partners = new Partners();
    private final KeptFiles journal = new KeptFiles();
    private final HandSluice sluice = new HandSluice();
    private final CamelContext camel = new DefaultCamelContext();
    private final CountDownLatch neverStuck = new CountDownLatch(1);

    @AfterEach
    void stop() {
        neverStuck.countDown();
        camel.stop();
    }

    @Test
    void aDroppedFileIsKeptForThePartnerOfItsFolder() throws Exception {
        partners.are("agent-a001", "factory-crane");
        start();
        await().until(() -> Files.isDirectory(in("agent-a001")) && Files.isDirectory(in("factory-crane")));
        Files.writeString(in("agent-a001").resolve("六月.csv"), "a");
        Files.writeString(in("factory-crane").resolve("o.csv"), "b");

        await().atMost(Duration.ofSeconds(30)).until(() -> journal.all().size() == 2);
        assertThat(journal.all())
                .extracting(KeptFiles.Kept::partner, KeptFiles.Kept::name)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("agent-a001", "六月.csv"),
                        org.assertj.core.groups.Tuple.tuple("factory-crane", "o.csv"));
        await().until(() -> Files.exists(drop.resolve("agent-a001/done/六月.csv")));
    }

    @Test
    void aNewPartnerIsWatchedAndOneWhoLeftNoLonger() throws Exception {
        partners.are("agent-a001");
        start();
        await().until(() -> Files.isDirectory(in("agent-a001")));

        partners.are("agent-a002");
        await().until(() -> Files.isDirectory(in("agent-a002")));
        Files.writeString(in("agent-a001").resolve("left.csv"), "x");
        Files.writeString(in("agent-a002").resolve("x.csv"), "x");
        await().atMost(Duration.ofSeconds(30)).until(() -> journal.names().contains("x.csv"));
        assertThat(journal.names()).doesNotContain("left.csv");

        partners.are("agent-a001", "agent-a002");
        await().atMost(Duration.ofSeconds(30)).until(() -> journal.names().contains("left.csv"));
    }

    @Test
    void aFolderThatIsStuckOrBrokenDelaysNoOther() throws Exception {
        partners.are("agent-stuck", "agent-broken", "agent-good");
        Files.writeString(drop.resolve("agent-broken"), "a file where the folder should be");
        start();
        await().until(() -> Files.isDirectory(in("agent-stuck")) && Files.isDirectory(in("agent-good")));
        CountDownLatch reading = new CountDownLatch(1);
        journal.during(() -> {
            reading.countDown();
            waitIfStuck(neverStuck);
        });

        Files.writeString(in("agent-stuck").resolve("stuck.csv"), "x");
        assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
        journal.during(() -> {});
        Files.writeString(in("agent-good").resolve("good.csv"), "x");

        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(drop.resolve("agent-good/done/good.csv")));
        assertThat(Files.exists(drop.resolve("agent-stuck/done/stuck.csv"))).isFalse();
    }

    /** Two hundred a look and two looks a second: the many take seven seconds at least, the one in another folder three. */
    @Test
    void threeThousandFilesInOneFolderDelayNoOther() throws Exception {
        int many = 3_000;
        partners.are("agent-many", "agent-one");
        Files.createDirectories(in("agent-many"));
        Path one = Files.createDirectories(in("agent-one")).resolve("one.csv");
        for (int i = 0; i < many; i++) {
            Files.createFile(in("agent-many").resolve("f" + i + ".csv"));
        }
        CountDownLatch begun = new CountDownLatch(1);
        journal.during(begun::countDown);
        start();
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        Files.writeString(one, "x");

        await().atMost(Duration.ofMinutes(1)).until(() -> journal.names().contains("one.csv"));
        assertThat(journal.names()).hasSizeLessThan(many);
    }

    @Test
    void atAShutSluiceAFileStaysUntouchedWhereItLiesAndIsTakenOnceItOpens() throws Exception {
        partners.are("agent-a001");
        start();
        await().until(() -> Files.isDirectory(in("agent-a001")));
        sluice.set(new Sluice.Shut(Sluice.Cause.DISK, Duration.ofMinutes(1)));
        Path waits = Files.writeString(in("agent-a001").resolve("waits.csv"), "a");
        CountDownLatch looks = new CountDownLatch(12);
        sluice.asked = looks::countDown;

        assertThat(looks.await(30, TimeUnit.SECONDS))
                .as("asked at look after look")
                .isTrue();
        assertThat(waits).hasContent("a");
        assertThat(journal.all()).isEmpty();

        sluice.set(new Sluice.Open());
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(drop.resolve("agent-a001/done/waits.csv")));
        assertThat(journal.names()).containsExactly("waits.csv");
    }

    @Test
    void atASlowSluiceEachLookTakesOneFile() throws Exception {
        partners.are("agent-a001");
        Files.createDirectories(in("agent-a001"));
        for (int i = 0; i < 6; i++) {
            Files.writeString(in("agent-a001").resolve("f" + i + ".csv"), "a");
        }
        sluice.set(new Sluice.Slow(Sluice.Cause.BACKLOG, Duration.ofSeconds(1)));
        List<Long> times = new CopyOnWriteArrayList<>();
        journal.during(() -> times.add(System.nanoTime()));
        start();

        await().atMost(Duration.ofSeconds(30)).until(() -> times.size() == 6);
        assertThat(Duration.ofNanos(times.getLast() - times.getFirst()))
                .as("six files at two looks a second")
                .isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void aCodeThatIsNoFolderNameGetsNoFolder() throws Exception {
        partners.are("../outside", "agent-a001");
        start();

        await().until(() -> Files.isDirectory(in("agent-a001")));
        assertThat(drop.resolve("../outside")).doesNotExist();
    }

    private void start() throws Exception {
        camel.getShutdownStrategy().setTimeout(5);
        camel.addRoutes(new DropRoutes(
                partners,
                journal,
                drop,
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString(),
                sluice));
        camel.start();
    }

    private Path in(String partner) throws IOException {
        return drop.resolve(partner).resolve("in");
    }

    private static void waitIfStuck(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A directory the test rewrites. */
    private static final class Partners implements Directory {
        private final List<Partner> partners = new CopyOnWriteArrayList<>();
        private final List<Runnable> lookers = new CopyOnWriteArrayList<>();

        void are(String... codes) {
            partners.clear();
            for (String code : codes) {
                partners.add(new Partner(code, Kind.AGENT, null));
            }
            lookers.forEach(Runnable::run);
        }

        @Override
        public List<Partner> partners() {
            return List.copyOf(partners);
        }

        @Override
        public void onChange(Runnable look) {
            lookers.add(look);
        }
    }
}
