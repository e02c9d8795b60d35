package org.tongqu.bench.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.tongqu.bench.measure.WrongResult;

/**
 * Senders on all inlets at once, each saying its next word when it has a receipt for the last: some words twice, some in the wrong order, and
 * what nobody acknowledged again and again until somebody does.
 */
final class Load {
    private static final List<Mail.Way> SENDERS = List.of(
            Mail.Way.VISIT,
            Mail.Way.VISIT,
            Mail.Way.ORDER,
            Mail.Way.ORDER,
            Mail.Way.ORDERS,
            Mail.Way.SOAP,
            Mail.Way.QUEUE,
            Mail.Way.FILE);
    private static final List<String> NONSENSE = List.of(
            "",
            "{",
            "[[[[[[",
            "{\"orderNo\":",
            "<orderNo>",
            "\u0000\u0001",
            "{\"orderNo\":{\"a\":1},\"lines\":\"x\"}",
            "销售日期\n\"",
            "null");
    private static final int REMEMBERED = 50;
    private static final int CROWD = 10;
    private static final int PAUSE_MILLIS = 100;
    private static final long SETTLED_WITHIN_SECONDS = 180;

    private final World world;
    private final Notes notes;
    private final int longestList;
    private final Writer oddFiles;
    private final List<Sender> senders = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong seeds;
    private final AtomicLong answeredAfter = new AtomicLong();
    private volatile boolean going;
    private volatile boolean onlyWhatIsOpen;

    /** @param longestList orders at most in one call */
    Load(World world, Notes notes, long seed, int longestList) {
        this(world, notes, seed, longestList, SENDERS);
    }

    private Load(World world, Notes notes, long seed, int longestList, List<Mail.Way> ways) {
        this.world = world;
        this.notes = notes;
        this.seeds = new AtomicLong(seed * 1_000);
        this.longestList = longestList;
        this.oddFiles = writer(~seed, Long.toString(seed, 36) + "-odd");
        for (int n = 0; n < ways.size(); n++) {
            senders.add(
                    new Sender(ways.get(n), writer(seed + n, Long.toString(seed, 36) + "-" + n), new Random(seed + n)));
        }
    }

    private Writer writer(long seed, String series) {
        return new Writer(seed, series, longestList);
    }

    /** Other senders, by the plain wires, at another hub of the same group; to be settled by whoever starts them. */
    Load alsoAt(World other) {
        return new Load(
                other,
                notes,
                seeds.incrementAndGet(),
                longestList,
                List.of(Mail.Way.VISIT, Mail.Way.ORDER, Mail.Way.ORDERS));
    }

    void start() {
        going = true;
        onlyWhatIsOpen = false;
        senders.forEach(sender ->
                threads.add(Thread.ofPlatform().name("sender").daemon().start(sender::goOn)));
    }

    /** Until a call that began after this moment was acknowledged; milliseconds from it. */
    double millisUntilTaken(long sinceNanos) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLED_WITHIN_SECONDS);
        while (answeredAfter.get() < sinceNanos) {
            if (System.nanoTime() > end) {
                throw new WrongResult("三分钟内再没有收下任何消息", "nothing was taken any more within three minutes");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return (System.nanoTime() - sinceNanos) / 1e6;
    }

    /** Waits until this many more are acknowledged. */
    void awaitMore(int more) throws InterruptedException {
        long enough = notes.taken() + more;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLED_WITHIN_SECONDS);
        while (notes.taken() < enough && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** Nothing new is said, and each sender goes on until it holds a receipt for all it said. */
    void settle() throws InterruptedException {
        onlyWhatIsOpen = true;
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(SETTLED_WITHIN_SECONDS));
        }
        going = false;
        threads.clear();
        refuseOpen(senders);
    }

    private static void refuseOpen(List<Sender> senders) {
        List<String> open = senders.stream()
                .flatMap(sender -> sender.open.stream())
                .map(Mail::name)
                .toList();
        if (!open.isEmpty()) {
            throw new WrongResult("没有回执:" + open, "no receipt for " + open);
        }
    }

    /** Nine senders more for each of ours, over the wires; each ends when it has a receipt for all it said. */
    void burst(int millis) throws InterruptedException {
        List<Sender> crowd = new ArrayList<>();
        for (int n = 0; n < (CROWD - 1) * SENDERS.size(); n++) {
            Mail.Way way = SENDERS.get(n % SENDERS.size());
            if (way == Mail.Way.VISIT || way == Mail.Way.ORDER || way == Mail.Way.SOAP) {
                long seed = seeds.incrementAndGet();
                crowd.add(new Sender(way, writer(seed, Long.toString(seed, 36) + "-b"), new Random(seed)));
            }
        }
        List<Thread> hands = crowd.stream()
                .map(sender -> Thread.ofPlatform().name("crowd").daemon().start(sender::goOn))
                .toList();
        TimeUnit.MILLISECONDS.sleep(millis);
        crowd.forEach(Sender::sayNoMore);
        for (Thread hand : hands) {
            hand.join(TimeUnit.SECONDS.toMillis(SETTLED_WITHIN_SECONDS));
        }
        refuseOpen(crowd);
    }

    /** Something at one of the inlets that cannot be taken; whatever is answered is right. */
    void nonsense(Random random) {
        Mail.Way way = SENDERS.get(random.nextInt(SENDERS.size()));
        String name = "nonsense-" + seeds.incrementAndGet();
        String body = NONSENSE.get(random.nextInt(NONSENSE.size()));
        try (Post post = Posts.of(way, world)) {
            post.isTaken(Mail.of(way, way == Mail.Way.FILE ? name + ".csv" : name, body, List.of()));
        } catch (Exception refused) {
            Thread.onSpinWait();
        }
    }

    /** A file that a fault brings in by its own hands. */
    Mail oddFile() {
        return oddFiles.next(Mail.Way.FILE).getFirst();
    }

    /** Its folder has given it back: from now on its rows must stand. */
    void oddFileTaken(Mail mail, String name) throws InterruptedException, IOException {
        Path folder = world.dropFolder(Posts.AGENT);
        World.await(
                "the receipt of " + name,
                Duration.ofMinutes(2),
                () -> Files.exists(folder.resolve("out").resolve(name + ".receipt.json"))
                        && !Files.exists(folder.resolve("in").resolve(name)));
        notes.taken(mail);
    }

    /** Somebody else's word that was acknowledged elsewhere, e.g. at a branch: from now on it must stand. */
    void taken(Mail mail) throws IOException {
        notes.taken(mail);
    }

    private final class Sender {
        private final Mail.Way way;
        private final Writer writer;
        private final Random random;
        private final Post post;
        private final Deque<Mail> open = new ArrayDeque<>();
        private final List<Mail> said = new ArrayList<>();
        private volatile boolean closing;

        Sender(Mail.Way way, Writer writer, Random random) {
            this.way = way;
            this.writer = writer;
            this.random = random;
            this.post = Posts.of(way, world);
        }

        void goOn() {
            while (going && !((onlyWhatIsOpen || closing) && open.isEmpty())) {
                if (open.isEmpty()) {
                    open.addAll(next());
                }
                sayFirst();
            }
        }

        void sayNoMore() {
            closing = true;
        }

        /** One word in twelve was said before, by senders that are not sure. */
        private List<Mail> next() {
            return !said.isEmpty() && way != Mail.Way.FILE && random.nextInt(12) == 0
                    ? List.of(said.get(random.nextInt(said.size())))
                    : writer.next(way);
        }

        private void sayFirst() {
            Mail mail = open.getFirst();
            long began = System.nanoTime();
            if (isTaken(mail)) {
                open.removeFirst();
                remember(mail);
                answeredAfter.accumulateAndGet(began, Math::max);
            } else {
                pause();
            }
        }

        private boolean isTaken(Mail mail) {
            try {
                return post.isTaken(mail);
            } catch (Exception away) {
                return false;
            }
        }

        private void remember(Mail mail) {
            try {
                notes.taken(mail);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            said.add(mail);
            if (said.size() > REMEMBERED) {
                said.removeFirst();
            }
        }

        private static void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
