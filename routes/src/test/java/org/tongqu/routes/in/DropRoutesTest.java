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
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.connectors.canon.Directory;

/** Drop routes over real folders and a real Camel: one a partner, coming and going with the directory. */
class DropRoutesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path drop;

    private final Partners partners = new Partners();
    private final KeptFiles journal = new KeptFiles();
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
    void aNewPartnerIsWatchedAtOnceAndOneWhoLeftNoLonger() throws Exception {
        partners.are("agent-a001");
        start();
        assertThat(routes()).containsExactly("drop-agent-a001");

        partners.are("agent-a001", "agent-a002");
        assertThat(routes()).containsExactlyInAnyOrder("drop-agent-a001", "drop-agent-a002");
        Files.writeString(in("agent-a002").resolve("x.csv"), "x");
        await().atMost(Duration.ofSeconds(30)).until(() -> journal.names().contains("x.csv"));

        partners.are("agent-a002");
        assertThat(routes()).containsExactly("drop-agent-a002");

        partners.are("agent-a001", "agent-a002");
        partners.are("agent-a001", "agent-a002");
        assertThat(routes()).containsExactlyInAnyOrder("drop-agent-a001", "drop-agent-a002");
        assertThat(camel.getEndpoints())
                .filteredOn(endpoint -> endpoint.getEndpointUri().contains("drop-agent"))
                .hasSize(2);
        Files.writeString(in("agent-a001").resolve("back.csv"), "x");
        await().atMost(Duration.ofSeconds(30)).until(() -> journal.names().contains("back.csv"));
    }

    @Test
    void aFolderThatIsStuckOrBrokenDelaysNoOther() throws Exception {
        partners.are("agent-stuck", "agent-broken", "agent-good");
        Files.writeString(drop.resolve("agent-broken"), "a file where the folder should be");
        start();
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

    @Test
    void aCodeThatIsNoFolderNameGetsNoRoute() throws Exception {
        partners.are("../outside", "a?delay=0", "agent-a001");
        start();

        assertThat(routes()).containsExactly("drop-agent-a001");
    }

    private void start() throws Exception {
        camel.getShutdownStrategy().setTimeout(5);
        camel.addRoutes(new DropRoutes(
                partners,
                journal,
                drop,
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString()));
        camel.start();
    }

    private List<String> routes() {
        return camel.getRoutes().stream()
                .map(Route::getRouteId)
                .filter(id -> !id.equals("watch-partners"))
                .toList();
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
