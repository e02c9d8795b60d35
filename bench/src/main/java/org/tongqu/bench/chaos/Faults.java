package org.tongqu.bench.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.tongqu.bench.chaos.Fault.Ground;
import org.tongqu.bench.chaos.Fault.Skipped;
import org.tongqu.bench.chaos.Fault.Strike;

/** Everything that is broken on one machine with one hub. */
final class Faults {
    private static final List<String> MOODS =
            List.of("HANGING", "LYING", "FAILING", "FAULTING", "DEAD", "SLOW", "SILENT");
    private static final Duration DIES_WITHIN = Duration.ofSeconds(30);
    /** As many as pass within that time: calls are many, files few. */
    private static final int CALLS_SOON = 8;

    private static final int SELDOM_SOON = 3;

    private Faults() {}

    static List<Fault> all() {
        List<Fault> all = new ArrayList<>(List.of(
                new Fault("hub killed", Faults::hubKilled),
                new Fault("postgres killed", Faults::postgresKilled),
                new Fault("hub told to stop", Faults::hubStopped),
                new Fault("hub frozen", Faults::hubFrozen),
                new Fault("heap 256m", Faults::smallHeap),
                new Fault("broker killed", ground -> brokerKilled(ground, false)),
                new Fault("broker beside two hubs, one frozen past its leases and woken", Faults::zombie),
                new Fault("broker beside two hubs, the second killed", Faults::secondKilled),
                new Fault("broker beside two hubs, restarted one after the other", Faults::rollingRestart),
                new Fault("broker wiped", ground -> brokerKilled(ground, true)),
                new Fault("poison", Faults::poison),
                new Fault("burst", Faults::burst),
                new Fault("clock jumps", Faults::clockJumps),
                new Fault("both killed", Faults::bothKilled)));
        all.add(new Fault("killed in migration", Faults::killedInMigration));
        for (Moment moment : Moment.values()) {
            if (moment != Moment.IN_MIGRATION) {
                all.add(new Fault("killed " + word(moment.name()), ground -> killedAt(ground, moment)));
            }
        }
        MOODS.forEach(mood -> all.add(new Fault("factory " + word(mood), ground -> factoryTrouble(ground, mood))));
        all.addAll(FileFaults.all());
        all.addAll(DiskFaults.all());
        all.addAll(BranchFaults.all());
        return all;
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static long hubKilled(Ground ground) throws Exception {
        rest(ground, 1_000);
        ground.world().kill9();
        long struck = System.nanoTime();
        ground.world().start();
        return struck;
    }

    private static long killedAt(Ground ground, Moment moment) throws Exception {
        int often = moment.isSeldom() ? SELDOM_SOON : CALLS_SOON;
        ground.world().agent().armNow(moment, 1 + ground.random().nextInt(often));
        if (!ground.world().awaitDeath(DIES_WITHIN)) {
            ground.world().agent().disarm(ground.world());
            if (ground.world().process().isAlive()) {
                throw new Skipped(moment + " was not reached");
            }
        }
        long struck = System.nanoTime();
        ground.world().start();
        return struck;
    }

    /** On a new home, whose tables are only being made; it must come up at the next start as if nothing had been. */
    private static long killedInMigration(Ground ground) throws Exception {
        try (World fresh = ground.world().beside("new-" + ground.random().nextInt(1_000_000))) {
            fresh.agent().arm(Moment.IN_MIGRATION, 1 + ground.random().nextInt(40));
            fresh.launchOnly("start");
            if (!fresh.awaitDeath(Duration.ofMinutes(2))) {
                throw new Skipped("that migration was not reached");
            }
            fresh.start();
            return System.nanoTime();
        }
    }

    /** The hub's own keeper brings it up again. */
    private static long postgresKilled(Ground ground) throws Exception {
        rest(ground, 500);
        World.signal("KILL", ground.world().postmaster());
        return System.nanoTime();
    }

    private static long bothKilled(Ground ground) throws Exception {
        rest(ground, 500);
        World.signal("KILL", ground.world().postmaster());
        return hubKilled(ground);
    }

    private static long hubStopped(Ground ground) throws Exception {
        ground.world().term();
        long struck = System.nanoTime();
        ground.world().start();
        return struck;
    }

    private static long hubFrozen(Ground ground) throws Exception {
        ground.world().signal("STOP");
        rest(ground, 8_000);
        ground.world().signal("CONT");
        return System.nanoTime();
    }

    /** With its journal or without it: what lay in its queues and has no receipt is its sender's or the outbox's to send again. */
    private static long brokerKilled(Ground ground, boolean wiped) throws Exception {
        Broker broker = ground.world()
                .brokerApart()
                .orElseThrow(() -> new Skipped("on this home the broker lives and dies with the hub"));
        rest(ground, 500);
        broker.killAndStart(wiped);
        return System.nanoTime();
    }

    /** The other goes on with what the frozen one had leased; what that one writes when it wakes must count for nothing. */
    private static long zombie(Ground ground) throws Exception {
        try (World other = second(ground)) {
            ground.load().awaitMore(40);
            ground.world().signal("STOP");
            TimeUnit.SECONDS.sleep(120);
            ground.world().signal("CONT");
            long struck = System.nanoTime();
            ground.load().millisUntilTaken(struck);
            other.term();
            return struck;
        }
    }

    private static long secondKilled(Ground ground) throws Exception {
        try (World other = second(ground)) {
            ground.load().awaitMore(40);
            rest(ground, 2_000);
            other.kill9();
            return System.nanoTime();
        }
    }

    /** As an operator brings in a new version: the senders of each hub go on, and what was refused meanwhile is said again. */
    private static long rollingRestart(Ground ground) throws Exception {
        try (World other = second(ground)) {
            Load there = ground.load().alsoAt(other);
            there.start();
            long struck = System.nanoTime();
            for (World each : List.of(other, ground.world())) {
                ground.load().awaitMore(40);
                struck = System.nanoTime();
                each.term();
                each.start();
            }
            ground.load().millisUntilTaken(struck);
            there.settle();
            other.term();
            return struck;
        }
    }

    private static World second(Ground ground) throws Exception {
        if (ground.world().brokerApart().isEmpty()) {
            throw new Skipped("on this home the broker lives and dies with the hub");
        }
        World other = ground.world().twin("twin-" + ground.random().nextInt(1_000_000));
        other.start();
        return other;
    }

    /** Nonsense at every inlet, which is nobody's loss and must hold up nobody. */
    private static long poison(Ground ground) throws Exception {
        long struck = System.nanoTime();
        for (int n = 0; n < 20; n++) {
            ground.load().nonsense(ground.random());
        }
        return struck;
    }

    /** Ten times as many senders for some seconds. */
    private static long burst(Ground ground) throws Exception {
        long struck = System.nanoTime();
        ground.load().burst(3_000 + ground.random().nextInt(3_000));
        return struck;
    }

    /** An hour ahead, a quarter of an hour back, and right again: leases and times to try again must stand it. */
    private static long clockJumps(Ground ground) throws Exception {
        for (String ahead : List.of("PT1H", "PT45M", "PT0S")) {
            ground.world().agent().setClock(Duration.parse(ahead));
            ground.load().awaitMore(20);
            rest(ground, 1_000);
        }
        return System.nanoTime();
    }

    private static long smallHeap(Ground ground) throws Exception {
        ground.world().heap("256m");
        long struck = hubKilled(ground);
        ground.load().millisUntilTaken(struck);
        ground.load().awaitMore(200);
        ground.world().heap("768m");
        hubStopped(ground);
        return struck;
    }

    private static long factoryTrouble(Ground ground, String mood) throws Exception {
        String factory = World.ASKED.get(ground.random().nextInt(World.ASKED.size()));
        ground.world().behave(factory, mood);
        long struck = System.nanoTime();
        ground.load().awaitMore(60);
        rest(ground, 3_000);
        ground.world().behave(factory, "NORMAL");
        return struck;
    }

    static void rest(Ground ground, int atMostMillis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(ground.random().nextInt(atMostMillis));
    }

    /** For those that need no dice. */
    static Fault plain(String name, Strike strike) {
        return new Fault(name, strike);
    }
}
