package org.tongqu.regions.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.files.DropNames;
import org.tongqu.connectors.files.SafeFile;
import org.tongqu.connectors.rest.Body;
import org.tongqu.connectors.rest.ItemReader;
import org.tongqu.connectors.rest.VisitWording;
import org.tongqu.regions.outbox.Outbox;

/**
 * A branch's folder: visits dropped in {@code in/}, JSON or lines, are kept, then {@code out/NAME.receipt.json} is written, then the file goes to {@code done/}.
 * A kill between two steps repeats them, and a visit kept before is told as DUPLICATE.
 */
public final class InFolder {
    private static final Logger LOG = LoggerFactory.getLogger(InFolder.class);
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Path in;
    private final Path out;
    private final Path done;
    private final Outbox outbox;
    private final Clock clock;
    private final VisitWording wording = new VisitWording();
    private Map<Path, Seen> seen = new HashMap<>();

    public InFolder(Path home, Outbox outbox, Clock clock) throws IOException {
        this.in = Files.createDirectories(home.resolve("in"));
        this.out = Files.createDirectories(home.resolve("out"));
        this.done = Files.createDirectories(home.resolve("done"));
        this.outbox = outbox;
        this.clock = clock;
    }

    /** How a file looked, and since when it has looked so. */
    private record Seen(long size, FileTime changed, Instant since) {
        boolean looksLike(BasicFileAttributes now) {
            return size == now.size() && changed.equals(now.lastModifiedTime());
        }
    }

    /** Takes every file that has been left unchanged for two seconds; one that cannot be read delays no other. */
    public void look() {
        Map<Path, Seen> now = new HashMap<>();
        for (Path file : files()) {
            try {
                lookAt(file, now);
            } catch (IOException | UncheckedIOException e) {
                LOG.warn("{}: {} is tried again later: {}", outbox.branch(), file.getFileName(), e.toString());
            }
        }
        seen = now;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(in, file -> !DropNames.leftAlone(file))) {
            all.forEach(files::add);
        } catch (IOException e) {
            LOG.warn("{}: the folder {} cannot be read: {}", outbox.branch(), in, e.toString());
        }
        files.sort(null);
        return files;
    }

    private void lookAt(Path file, Map<Path, Seen> now) throws IOException {
        BasicFileAttributes looks = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!looks.isRegularFile()) {
            return;
        }
        Seen before = seen.get(file);
        Seen looked = before != null && before.looksLike(looks)
                ? before
                : new Seen(looks.size(), looks.lastModifiedTime(), clock.instant());
        if (looked.since().plus(QUIET).isAfter(clock.instant())) {
            now.put(file, looked);
        } else {
            take(file, looks.size());
        }
    }

    private void take(Path file, long size) throws IOException {
        String name = DropNames.clean(file);
        byte[] bytes = size > CaptureServer.MAX_BODY ? new byte[0] : Files.readAllBytes(file);
        FileReceipt receipt =
                size > CaptureServer.MAX_BODY ? FileReceipt.unreadable(name, Refused.tooLarge()) : kept(name, bytes);
        SafeFile.write(
                out.resolve(name + ".receipt.json"), "." + name + ".receipt.tmp", to -> to.write(receipt.json()));
        Files.move(file, free(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private FileReceipt kept(String name, byte[] bytes) {
        return switch (ItemReader.read(bytes, null, wording)) {
            case Body.Unreadable<VisitReport>(Refusal refusal) -> FileReceipt.unreadable(name, refusal);
            case Body.Items<VisitReport>(List<Item<VisitReport>> items) ->
                FileReceipt.of(name, items, outbox.take(items));
        };
    }

    /** A name that nothing in {@code done/} has yet. */
    private Path free(String name) {
        Path target = done.resolve(name);
        for (int n = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); n++) {
            target = done.resolve(name + DropNames.MARK + n);
        }
        return target;
    }
}
