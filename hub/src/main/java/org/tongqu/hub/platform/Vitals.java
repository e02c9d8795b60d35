package org.tongqu.hub.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Sluice;

/** What the hub knows of its own ground, measured when asked and told as it is: what cannot be measured is not guessed. */
public final class Vitals {
    private final VitalsStore store;
    private final Wall wall;
    private final BrokerWatch broker;
    private final @Nullable EmbeddedBroker embedded;
    private final Node node;
    private final Path home;
    private final Sluice sluice;
    private final Clock clock;

    Vitals(
            VitalsStore store,
            Wall wall,
            BrokerWatch broker,
            @Nullable EmbeddedBroker embedded,
            Node node,
            Path home,
            Sluice sluice,
            Clock clock) {
        this.store = store;
        this.wall = wall;
        this.broker = broker;
        this.embedded = embedded;
        this.node = node;
        this.home = home;
        this.sluice = sluice;
        this.clock = clock;
    }

    public Base base(Sender sender) {
        Instant before = clock.instant();
        Base asked = wall.read(Scope.of(sender), store::base);
        Duration took = Duration.between(before, clock.instant());
        Instant midway = before.plus(took.dividedBy(2));
        return new Base(
                asked.bytes(),
                asked.upSince(),
                asked.now(),
                Duration.between(midway, asked.now()).abs(),
                took);
    }

    /** How far this process lets in what comes from outside. */
    public Sluice.State intake() {
        return sluice.state();
    }

    public Line broker() {
        return new Line(broker.isThere(), broker.since(), embedded != null && embedded.isDiskFull());
    }

    /** The disk under the hub's home, where files, queues and, unless it is an outside one, the database lie. */
    public Disk disk() {
        try {
            FileStore disk = Files.getFileStore(home);
            return new Disk(disk.getTotalSpace(), disk.getUsableSpace(), Files.isWritable(home.resolve("drop")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every hub on this store that did not stop by itself, the newest heard first. */
    public List<Hub> hubs(Sender sender) {
        return wall.read(Scope.of(sender), () -> store.hubs(node));
    }

    public Optional<Walk> lastAudit(Sender sender) {
        return wall.read(Scope.of(sender), store::lastAudit);
    }

    /**
     * The database.
     *
     * @param apart by how much its clock and the hub's differ
     * @param took from the question to the answer
     */
    public record Base(long bytes, OffsetDateTime upSince, OffsetDateTime now, Duration apart, Duration took) {
        Base(long bytes, OffsetDateTime upSince, OffsetDateTime now) {
            this(bytes, upSince, now, Duration.ZERO, Duration.ZERO);
        }
    }

    /**
     * The line to the broker.
     *
     * @param since when it became as it is; absent where it was never up in this run
     */
    public record Line(boolean there, @Nullable Instant since, boolean diskFull) {}

    /** @param dropWritable whether partners' folders can be written */
    public record Disk(long total, long free, boolean dropWritable) {
        public double freeShare() {
            return total == 0 ? 0 : (double) free / total;
        }
    }

    /** @param own whether it is the one that answers */
    public record Hub(String home, OffsetDateTime startedAt, OffsetDateTime seenAt, boolean own) {}

    /** A walk through the ledger. */
    public record Walk(OffsetDateTime at, long lost, long doubled, long astray) {
        public long troubles() {
            return lost + doubled + astray;
        }
    }
}
