package org.tongqu.hub.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.HandClock;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.platform.Backoff;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Node;
import org.tongqu.hub.platform.Wall;

/**
 * A few hubs, their senders and partners on one store, in one thread: what happens next, to whom, and what goes wrong at it comes from one
 * number, so that the number tells the whole story again.
 */
final class Simulation {
    static final Backoff JOURNAL = new Backoff(Duration.ofMillis(500), Duration.ofMinutes(5), 4);
    static final Backoff OUTBOX = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), 4);
    /** Before the days of {@link Bench} and after those of the running hub: neither finds anything of the other's due. */
    static final Instant BEGIN = Instant.parse("2030-05-01T04:00:00Z");

    static final String AWAY = "the store is away";
    private static final int STEPS = 130;
    private static final int DEEPEST = 2;
    private static final int ROUNDS = 60;

    private final Parts parts;
    private final long seed;
    private final String run;
    private final String agent;
    private final SplittableRandom random;
    private final HandClock clock = new HandClock(BEGIN);
    private final Wall wall;
    private final EffectBook book;
    private final Correspondence senders;
    private final Arrivals arrivals;
    private final List<VirtualHub> hubs = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private boolean calm;
    private boolean poisoned = true;
    private int depth;

    /** Real parts, unless a test spoils one. */
    record Parts(ApplicationContext hub, Function<Node, WorkStore> work, Effects effects) {
        static Parts of(ApplicationContext hub) {
            return new Parts(
                    hub, node -> new WorkStore(hub.getBean(JdbcClient.class), node), hub.getBean(EffectStore.class));
        }

        Parts withWork(Function<Node, WorkStore> other) {
            return new Parts(hub, other, effects);
        }

        Parts withEffects(Effects other) {
            return new Parts(hub, work, other);
        }
    }

    /** @param agent whose folder files are dropped into */
    Simulation(Parts parts, long seed, String agent, Path folder) {
        this.parts = parts;
        this.seed = seed;
        this.run = "sim" + Sowing.number();
        this.agent = agent;
        this.random = new SplittableRandom(seed);
        this.wall = parts.hub().getBean(Wall.class);
        JdbcClient jdbc = parts.hub().getBean(JdbcClient.class);
        this.book = new EffectBook(jdbc, wall, run);
        this.senders = new Correspondence(run, random, folder);
        this.arrivals = new Arrivals(random, jdbc, wall);
    }

    Parts parts() {
        return parts;
    }

    String run() {
        return run;
    }

    String agent() {
        return agent;
    }

    HandClock clock() {
        return clock;
    }

    EffectBook book() {
        return book;
    }

    Correspondence senders() {
        return senders;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    boolean isPoisoned() {
        return poisoned;
    }

    long chance() {
        return random.nextLong();
    }

    /** What happened, step by step, in words that are the same whenever the seed is. */
    List<String> steps() {
        return steps;
    }

    /** @throws AssertionError that names the seed and all steps, where a promise was broken */
    void plays() {
        try {
            begin();
            while (steps.size() < STEPS) {
                step();
            }
            rest();
            new SimulationVerdict(this).stands();
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(
                    "seed %d, step %d: %s%nagain: -Dtongqu.simulation.seed=%d%n%s"
                            .formatted(seed, steps.size(), broken.getMessage(), seed, String.join("\n", steps)),
                    broken);
        }
    }

    private void begin() {
        for (String name : List.of("A", "B", "C").subList(0, 2 + random.nextInt(2))) {
            VirtualHub hub = new VirtualHub(name, this);
            hubs.add(hub);
            guarded(hub::starts);
        }
    }

    private void note(String what) {
        steps.add("%3d %s%s %s".formatted(steps.size() + 1, "  ".repeat(depth), clock.instant(), what));
        clock.pass(Duration.ofMillis(1));
    }

    private String name(String id) {
        return names.getOrDefault(id, "?");
    }

    private void step() {
        VirtualHub hub = hubs.get(random.nextInt(hubs.size()));
        int what = random.nextInt(100);
        if (!hub.isAlive()) {
            note(hub.name() + " starts");
            guarded(hub::starts);
        } else if (what < 12) {
            note(senders.says().name() + " is written");
        } else if (what < 28) {
            guarded(() -> someLetter(hub));
        } else if (what < 31) {
            note(senders.drops().taken().substring(run.length()) + " is dropped");
        } else if (what < 36) {
            guarded(() -> someFile(hub));
        } else if (what < 48) {
            guarded(() -> claims(hub, 1 + random.nextInt(4)));
        } else if (what < 68) {
            guarded(() -> takes(hub));
        } else if (what < 75) {
            guarded(() -> claimsParcels(hub, partners().get(random.nextInt(3)), 1 + random.nextInt(3)));
        } else if (what < 87) {
            guarded(() -> delivers(hub));
        } else if (what < 89) {
            guarded(() -> resendsSome(hub));
        } else if (what < 91) {
            String partner = partners().get(random.nextInt(3));
            note(partner.replace(run, "") + (arrivals.turns(partner) ? " turns" : " turns back"));
        } else if (what < 92) {
            note(hub.name() + " is killed");
            hub.dies(hub.life());
        } else {
            timePasses();
        }
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (PowerCut cut) {
            cut.ends();
        } catch (TransientDataAccessResourceException away) {
            note("nothing came of it: " + away.getMessage());
        }
    }

    private void timePasses() {
        Duration time = switch (random.nextInt(10)) {
            case 0 -> Duration.ofSeconds(-1 - random.nextInt(20));
            case 1, 2 -> Duration.ofMinutes(6);
            case 3, 4, 5 -> Duration.ofSeconds(55 + random.nextInt(45));
            default -> Duration.ofSeconds(1 + random.nextInt(20));
        };
        note("the clock moves by " + time);
        clock.pass(time);
    }

    // Senders.

    private void someLetter(VirtualHub hub) {
        if (!senders.letters().isEmpty()) {
            sends(hub, senders.letters().get(random.nextInt(senders.letters().size())));
        }
    }

    private void sends(VirtualHub hub, Correspondence.Letter letter) {
        note(letter.name() + " to " + hub.name() + ": " + letter.said().replace(run, "")
                + letter.key().map(key -> " with a key").orElse(""));
        Receipt receipt = hub.receive(new Sender(run, Sender.Role.REP, "NE", null), letter.key(), letter.said());
        names.putIfAbsent(receipt.messageId(), letter.name());
        letter.told(receipt);
        note(letter.name() + " is told " + receipt.status());
        require(!letter.refusedLater(), letter.name() + " was taken, and is refused now");
    }

    private void someFile(VirtualHub hub) {
        if (!senders.files().isEmpty()) {
            keeps(hub, senders.files().get(random.nextInt(senders.files().size())));
        }
    }

    private void keeps(VirtualHub hub, Correspondence.Dropped file) {
        note(hub.name() + " keeps" + file.taken().substring(run.length()));
        String id = hub.keep(file);
        names.putIfAbsent(id, file.name());
        file.told(id);
        note(hub.name() + " has kept" + file.taken().substring(run.length()));
    }

    // Hubs.

    private List<Kept> claims(VirtualHub hub, int most) {
        List<Kept> claimed = hub.claim(most);
        note(hub.name() + " leases "
                + claimed.stream()
                        .map(message -> name(message.id()) + " under " + message.fence())
                        .toList());
        return claimed;
    }

    private void takes(VirtualHub hub) {
        if (!hub.hand().isEmpty()) {
            Kept message = hub.hand().remove(random.nextInt(hub.hand().size()));
            takes(hub, message);
        }
    }

    private void takes(VirtualHub hub, Kept message) {
        note(hub.name() + " takes " + name(message.id()) + " under " + message.fence());
        hub.take(message);
        note(hub.name() + " has done with " + name(message.id()) + " under " + message.fence());
    }

    private List<Parcel> claimsParcels(VirtualHub hub, String partner, int most) {
        List<Parcel> claimed = hub.claimParcels(partner, most);
        note(hub.name() + " leases parcels "
                + claimed.stream().map(this::described).toList());
        return claimed;
    }

    private String described(Parcel parcel) {
        String load = parcel.load() instanceof Parcel.Load.FileDone done ? done.name() : "?";
        return load.replace(run, "") + " under " + parcel.fence();
    }

    private void delivers(VirtualHub hub) {
        if (!hub.parcels().isEmpty()) {
            delivers(hub, hub.parcels().remove(random.nextInt(hub.parcels().size())));
        }
    }

    private void delivers(VirtualHub hub, Parcel parcel) {
        note(hub.name() + " delivers " + described(parcel));
        Delivery delivery = arrivals.of(parcel, calm);
        note(hub.name() + " is told " + delivery.getClass().getSimpleName());
        if (!calm && depth < DEEPEST && random.nextInt(12) == 0) {
            stalls(hub, "while its partner hangs");
        }
        hub.settle(parcel, delivery);
    }

    private void resendsSome(VirtualHub hub) {
        List<String> stuck = stuck();
        if (!stuck.isEmpty()) {
            note("somebody has one sent again");
            hub.resend(stuck.get(random.nextInt(stuck.size())));
        }
    }

    // What goes wrong.

    FrailWall.Fate fateOf(VirtualHub hub) {
        return new FrailWall.Fate() {
            @Override
            public void at(FrailWall.Point point) {
                happens(hub, point);
            }

            @Override
            public <T> T leasing(Supplier<T> claim) {
                Set<String> running = leasesThatRun();
                T claimed = claim.get();
                ((List<?>) claimed)
                        .forEach(each ->
                                require(!running.contains(id(each)), name(id(each)) + " was under a lease that runs"));
                return claimed;
            }

            @Override
            public boolean forgetsTheLease() {
                boolean forgets = !calm && random.nextInt(25) == 0;
                if (forgets) {
                    note("the store dies before " + hub.name() + "'s lease is on its disk");
                }
                return forgets;
            }
        };
    }

    private void happens(VirtualHub hub, FrailWall.Point point) {
        if (calm) {
            return;
        }
        int what = random.nextInt(1000);
        if (what < 15) {
            note(hub.name() + " dies " + point);
            throw new PowerCut(hub, hub.life());
        } else if (what < 30) {
            note("the store goes away under " + hub.name() + " " + point);
            throw new TransientDataAccessResourceException(AWAY);
        } else if (what < 60 && point != FrailWall.Point.BEFORE_COMMIT && depth < DEEPEST) {
            stalls(hub, point.toString());
        }
    }

    /** A hand of the hub comes to a halt while the world goes on; it wakes with what it knew before, unless its process has died. */
    private void stalls(VirtualHub hub, String where) {
        int life = hub.life();
        note("a hand of " + hub.name() + " freezes " + where);
        depth++;
        clock.pass(Duration.ofSeconds(10L + random.nextInt(140)));
        for (int some = 1 + random.nextInt(14); some > 0; some--) {
            step();
        }
        depth--;
        if (!hub.isAlive() || hub.life() != life) {
            throw new PowerCut(hub, life);
        }
        note("a hand of " + hub.name() + " wakes " + where);
    }

    // The end.

    /** Nothing goes wrong any more, and everything gets its time: first what the woken still hold, then what is due. */
    private void rest() {
        calm = true;
        arrivals.allComeBack();
        note("calm");
        hubs.stream().filter(hub -> !hub.isAlive()).forEach(VirtualHub::starts);
        settleDown();
        parkedByPoisonAlone();
        poisoned = false;
        settleDown();
    }

    private void settleDown() {
        for (int round = 0; round < ROUNDS; round++) {
            hubs.forEach(this::worksOff);
            stuck().forEach(id -> hubs.getFirst().resend(id));
            if (isQuiet()) {
                return;
            }
            clock.pass(Duration.ofMinutes(6));
        }
        throw new AssertionError("does not come to rest: " + unfinished());
    }

    private void worksOff(VirtualHub hub) {
        senders.letters().stream().filter(letter -> !letter.acknowledged()).forEach(letter -> sends(hub, letter));
        senders.files().stream().filter(file -> file.messageId() == null).forEach(file -> keeps(hub, file));
        do {
            hub.hand().forEach(message -> takes(hub, message));
            hub.hand().clear();
        } while (!claims(hub, 50).isEmpty());
        for (String partner : partners()) {
            do {
                List.copyOf(hub.parcels()).forEach(parcel -> delivers(hub, parcel));
                hub.parcels().clear();
            } while (!claimsParcels(hub, partner, 50).isEmpty());
        }
    }

    private boolean isQuiet() {
        return unfinished().isEmpty() && stuck().isEmpty();
    }

    private void parkedByPoisonAlone() {
        Set<String> parked = new HashSet<>();
        parkedMessages().forEach(id -> parked.add(name(id)));
        senders.letters().stream()
                .filter(letter -> letter.said().contains(LedgerRoom.POISON))
                .forEach(letter -> require(parked.remove(letter.name()), letter.name() + " is poison and not parked"));
        require(parked.isEmpty(), "parked without need: " + parked);
        parkedMessages().forEach(id -> hubs.getFirst().resend(id));
    }

    List<String> partners() {
        return List.of(run + "-even", run + "-odd", agent);
    }

    private List<String> parkedMessages() {
        return book.list("select id from journal.message where login in (:run, '" + agent
                + "') and parked_at is not null order by id");
    }

    /** Parcels that wait for a person. */
    private List<String> stuck() {
        return book.list("select id from platform.outbox where (starts_with(partner, :run || '-') or partner = '"
                + agent + "') and state in ('PARKED', 'REJECTED') order by seq");
    }

    private List<String> unfinished() {
        return book.list("""
                select id from journal.message where login in (:run, '%1$s') and outcome is null and parked_at is null
                union all
                select id from platform.outbox
                where (starts_with(partner, :run || '-') or partner = '%1$s') and state in ('WAITING', 'CLAIMED')
                """.formatted(agent)).stream()
                .map(id -> name(id) + " " + id)
                .toList();
    }

    /** Which are nobody else's to take. */
    private Set<String> leasesThatRun() {
        return new HashSet<>(book.list("""
                select id from journal.message where outcome is null and leased_until >= '%1$s'
                union all select id from platform.outbox where state = 'CLAIMED' and leased_until >= '%1$s'
                """.formatted(Columns.utc(clock.instant()))));
    }

    private static String id(Object leased) {
        return leased instanceof Kept message ? message.id() : ((Parcel) leased).id();
    }

    static void require(boolean holds, String broken) {
        if (!holds) {
            throw new AssertionError(broken);
        }
    }
}
