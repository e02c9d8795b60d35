package org.tongqu.bench.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * CPU time (user and system) of a program and of the whole database server, as Linux counts it: a server process that ended in between is
 * in its parent's count.
 *
 * @param program of the program alone
 * @param server of the postmaster, its living children and those that ended
 */
public record Cpu(Duration program, Duration server) {
    private static final Path PROC = Path.of("/proc");
    /** {@code /proc} counts in hundredths of a second on every Linux. */
    private static final long TICK_MILLIS = 10;

    private static final int TRIES = 50;

    public static Cpu of(long pid, long postmaster) {
        return new Cpu(own(pid), server(postmaster));
    }

    public Cpu since(Cpu before) {
        return new Cpu(program.minus(before.program), server.minus(before.server));
    }

    public double micros() {
        return (program.toNanos() + server.toNanos()) / 1_000.0;
    }

    private static Duration own(long pid) {
        return stat(pid).map(stat -> stat.own).orElseThrow(() -> new IllegalStateException("no process " + pid));
    }

    /** A child that ends while we read would be counted twice or never; so we read until nobody came or went. */
    private static Duration server(long postmaster) {
        for (int tried = 0; tried < TRIES; tried++) {
            Set<Long> before = children(postmaster);
            Optional<Duration> sum = sum(postmaster, before);
            if (sum.isPresent() && children(postmaster).equals(before)) {
                return sum.get();
            }
        }
        throw new IllegalStateException("the server's processes never stood still");
    }

    private static Optional<Duration> sum(long postmaster, Set<Long> children) {
        Optional<Stat> parent = stat(postmaster);
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        Duration sum = parent.get().own.plus(parent.get().ended);
        for (long child : children) {
            Optional<Stat> stat = stat(child);
            if (stat.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(stat.get().own);
        }
        return Optional.of(sum);
    }

    private static Set<Long> children(long parent) {
        Set<Long> children = new TreeSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path each : all) {
                long pid = Long.parseLong(String.valueOf(each.getFileName()));
                stat(pid).filter(stat -> stat.parent == parent).ifPresent(stat -> children.add(pid));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return children;
    }

    private static Optional<Stat> stat(long pid) {
        try {
            return Optional.of(Stat.of(
                    Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1)));
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        } catch (IOException ended) {
            return Optional.empty(); // "No such process" while it was read
        }
    }

    /**
     * One line of {@code /proc/PID/stat}.
     *
     * @param ended of children that ended and were waited for
     */
    record Stat(long parent, Duration own, Duration ended) {

        /** A program's name may hold blanks and brackets, so fields are counted from the last bracket. */
        static Stat of(String line) {
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return new Stat(Long.parseLong(fields[1]), time(fields, 11), time(fields, 13));
        }

        private static Duration time(String[] fields, int at) {
            return Duration.ofMillis((Long.parseLong(fields[at]) + Long.parseLong(fields[at + 1])) * TICK_MILLIS);
        }
    }
}
