package org.tongqu.routes.in;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.connectors.canon.FileIntake;
import org.tongqu.connectors.files.DropNames;
import org.tongqu.routes.in.DropSettling.Still;

/**
 * One partner's folder: a file that lies still in {@code in/} is taken by an atomic rename to a name of its own in {@code taking/}, kept by the
 * journal, and moved to {@code done/}. A crash at any point is safe: what is in {@code taking/} is kept again under the same name, which the journal
 * knows, so it stays one message; what was not renamed yet is still in {@code in/}.
 */
final class DropFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
    /** Failures in a row that look like the store's trouble and not the files'. */
    private static final int ENOUGH = 3;

    private static final Duration REST = Duration.ofSeconds(10);

    private final String partner;
    private final Path in;
    private final Path taking;
    private final Path done;
    private final DropAside aside;
    private final FileIntake intake;
    private final Supplier<String> ids;
    private final DropSettling dropped;
    private final DropSettling taken;
    private final Clock clock;
    private int failedInARow;
    private Instant restUntil = Instant.MIN;

    DropFolder(String partner, Path folder, FileIntake intake, Clock clock, Supplier<String> ids) {
        this.partner = partner;
        this.in = folder.resolve("in");
        this.taking = folder.resolve("taking");
        this.done = folder.resolve("done");
        this.aside = new DropAside(folder.resolve("aside"), folder.resolve("out"));
        this.intake = intake;
        this.ids = ids;
        this.clock = clock;
        this.dropped = new DropSettling(in, clock);
        this.taken = new DropSettling(taking, clock);
    }

    /**
     * One look: first what an earlier look could not finish, then what is new.
     *
     * @param open asked before each file, so that a stop of the hub waits for one file at most
     */
    void look(BooleanSupplier open) throws IOException {
        makeFolders();
        if (clock.instant().isBefore(restUntil)) {
            return;
        }
        failedInARow = 0;
        for (Still left : taken.still()) {
            guarded(open, left, taken, () -> keep(left));
        }
        for (Still file : dropped.still()) {
            guarded(open, file, dropped, () -> take(file));
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** One file's trouble is its own: it waits, longer each time, and the others go on. */
    private void guarded(BooleanSupplier open, Still file, DropSettling settling, Step step) {
        if (failedInARow >= ENOUGH || !open.getAsBoolean()) {
            return;
        }
        try {
            step.run();
            failedInARow = 0;
        } catch (IOException | RuntimeException trouble) {
            failedInARow++;
            restUntil = failedInARow >= ENOUGH ? clock.instant().plus(REST) : restUntil;
            settling.later(file);
            LOG.warn(
                    "File {} of {} could not be taken; it is tried again: {}",
                    file.path().getFileName(),
                    partner,
                    trouble.toString());
        }
    }

    private void take(Still file) throws IOException {
        if (!file.regular() || !Files.isReadable(file.path())) {
            aside.put(file, ids.get());
            return;
        }
        if (DropNames.inOddBytes(file.path())) {
            aside.tellOfName(file.path());
        }
        Path claimed = taking.resolve(ids.get() + DropNames.MARK + DropNames.clean(file.path()));
        Files.move(file.path(), claimed, ATOMIC_MOVE);
        force(taking);
        keep(file.at(claimed));
    }

    /** A file that changed since it was seen is still being written: it lies in {@code taking/} until it is still. */
    private void keep(Still file) throws IOException {
        if (file.changed()) {
            return;
        }
        String takenName = DropNames.of(file.path());
        String name = takenName.substring(takenName.indexOf(DropNames.MARK) + 1);
        String messageId = intake.keep(partner, name, takenName, file.path());
        if (file.changed()) {
            LOG.warn("File {} of {} was written while it was read; it is read once more", name, partner);
            Files.move(file.path(), taking.resolve(ids.get() + DropNames.MARK + name), ATOMIC_MOVE);
            return;
        }
        Files.move(file.path(), free(name, messageId), ATOMIC_MOVE);
    }

    private Path free(String name, String messageId) {
        Path place = done.resolve(name);
        return Files.exists(place, NOFOLLOW_LINKS) ? done.resolve(name + "." + messageId) : place;
    }

    void makeFolders() throws IOException {
        for (Path folder : new Path[] {in, taking, done}) {
            Files.createDirectories(folder);
        }
        aside.makeFolders();
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
