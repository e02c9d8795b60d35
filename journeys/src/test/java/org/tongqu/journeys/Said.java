package org.tongqu.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** All that a program prints, heard while it runs. */
final class Said {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Process process;
    private final CountDownLatch end = new CountDownLatch(1);

    /** @param process with its errors merged into its output */
    Said(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().start(this::listen);
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            // the program was killed: what it said before has been heard
        } finally {
            end.countDown();
        }
    }

    /** The first line with these words in it; fails when the program ends or the time is over without. */
    String line(String words, Duration patience) {
        long over = System.nanoTime() + patience.toNanos();
        while (true) {
            boolean ended = end.getCount() == 0;
            Optional<String> found =
                    lines.stream().filter(line -> line.contains(words)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (ended || System.nanoTime() > over) {
                throw new AssertionError("never said \"" + words + "\":\n" + this);
            }
            listenOn();
        }
    }

    private void listenOn() {
        try {
            boolean unused = end.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Everything, once the program has ended. */
    String everything() throws InterruptedException {
        end.await();
        return toString();
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
