package org.tongqu.routes.in;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.files.DropNames;

/**
 * Remembers what it saw in a folder on earlier looks, and so tells, without waiting, which files lie still: same size, time and identity for 2 s.
 * Links are seen as links and never followed.
 */
final class DropSettling {
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    /** Files remembered at once; what is over is seen once these have gone. */
    private static final int PAGE = 1_000;
    /** Files handed out a look, so that other partners and the stop of the hub need not wait long. */
    private static final int AT_ONCE = 200;

    private final Path folder;
    private final Clock clock;
    private Map<Path, Seen> seen = new HashMap<>();

    DropSettling(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** How a file stood when it was looked at. */
    private record Stand(
            long size,
            FileTime written,
            boolean regular,
            @Nullable Object identity) {
        static @Nullable Stand of(Path path) throws IOException {
            try {
                BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
                return new Stand(now.size(), now.lastModifiedTime(), now.isRegularFile(), now.fileKey());
            } catch (NoSuchFileException gone) {
                return null;
            }
        }
    }

    private record Seen(Stand stand, Instant since, Instant notBefore, int failures) {
        boolean stillAt(Instant now) {
            return !now.isBefore(since.plus(QUIET)) && !now.isBefore(notBefore);
        }

        boolean ahead(Instant now) {
            return since.isAfter(now);
        }

        Seen later(Instant now) {
            Duration wait = Duration.ofSeconds(1L << Math.min(failures, 6));
            return new Seen(
                    stand, since, now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT), failures + 1);
        }
    }

    /** A file that lay still when it was last looked at. */
    record Still(Path path, Object stand) {
        boolean regular() {
            return ((Stand) stand).regular();
        }

        boolean changed() throws IOException {
            return !stand.equals(Stand.of(path));
        }

        /** The same file under another name. */
        Still at(Path renamed) {
            return new Still(renamed, stand);
        }
    }

    /** At most {@value #AT_ONCE}, the longest unwritten first. */
    List<Still> still() throws IOException {
        Instant now = clock.instant();
        seen = lookAround(now);
        return seen.entrySet().stream()
                .filter(file -> file.getValue().stillAt(now))
                .sorted(Comparator.comparing(file -> file.getValue().stand().written()))
                .limit(AT_ONCE)
                .map(file -> new Still(file.getKey(), file.getValue().stand()))
                .toList();
    }

    /** Try this one later, each time after twice as long, at most a minute. */
    void later(Still file) {
        seen.computeIfPresent(file.path(), (path, before) -> before.later(clock.instant()));
    }

    private Map<Path, Seen> lookAround(Instant now) throws IOException {
        Map<Path, Seen> found = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> !DropNames.leftAlone(file))) {
            for (Path file : files) {
                if (found.size() == PAGE) {
                    break;
                }
                Stand stand = Stand.of(file);
                if (stand != null) {
                    found.put(file, known(file, stand, now));
                }
            }
        }
        return found;
    }

    private Seen known(Path file, Stand stand, Instant now) {
        Seen before = seen.get(file);
        return before != null && before.stand().equals(stand) && !before.ahead(now)
                ? before
                : new Seen(stand, now, now, 0);
    }
}
