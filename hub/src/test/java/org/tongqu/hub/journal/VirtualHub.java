package org.tongqu.hub.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.hub.partners.OwnColumns;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Node;
import org.tongqu.hub.platform.OutboxOfAHub;
import org.tongqu.hub.platform.ParcelSettled;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wakes;

/**
 * One of several hubs on the store, without threads: the real parts of the journal and of the outbox under a name of its own, and in its hands
 * what it has leased. It may be killed and started again; what it held is then forgotten, as in a process that died.
 */
final class VirtualHub {
    private static final Sender DESK = new Sender("desk", Sender.Role.DESK, null, null);
    private static final int CHUNK_ROWS = 7;

    private final String name;
    private final Simulation world;
    private final List<Kept> hand = new ArrayList<>();
    private final List<Parcel> parcels = new ArrayList<>();
    private int life;
    private boolean alive;
    private @Nullable Kept inHand;
    private Running running;

    /** What is made anew at each start. */
    private record Running(
            FrailWall wall,
            WorkStore work,
            Journal journal,
            DroppedFiles files,
            Worker worker,
            OutboxOfAHub outbox,
            Parked parked) {}

    VirtualHub(String name, Simulation world) {
        this.name = name;
        this.world = world;
        this.running = put();
    }

    private Running put() {
        Simulation.Parts parts = world.parts();
        ApplicationContext hub = parts.hub();
        JdbcClient jdbc = hub.getBean(JdbcClient.class);
        Node node = new Node("simulated-" + world.run() + "-" + name, "life-" + life);
        FrailWall wall = new FrailWall(jdbc, hub.getBean(PlatformTransactionManager.class), world.fateOf(this));
        Wakes wakes = new Wakes(jdbc, node, "", "", "");
        SplittableRandom chance = new SplittableRandom(world.chance());
        WorkStore work = parts.work().apply(node);
        JournalStore store = new JournalStore(jdbc, wall);
        OutboxOfAHub outbox = new OutboxOfAHub(
                hub,
                node,
                wall,
                wakes,
                event -> heard((ParcelSettled) event),
                world.clock(),
                chance,
                Simulation.OUTBOX);
        LedgerRoom room = new LedgerRoom(parts.effects(), world.book(), outbox.in(), this);
        Receivers receivers = new Receivers(
                Bench.just(room),
                Bench.just(room),
                Bench.just(new LedgerRows(hub.getBean(RowReceiver.class), world.book(), this)),
                Bench.just(hub.getBean(BiteReceiver.class)));
        FileWorker files = new FileWorker(
                store,
                hub.getBean(FileRowStore.class),
                work,
                receivers,
                hub.getBean(OwnColumns.class),
                outbox.in(),
                wall,
                world.clock(),
                CHUNK_ROWS);
        Ids ids = hub.getBean(Ids.class);
        return new Running(
                wall,
                work,
                new Journal(store, receivers, wall, wakes, world.clock(), ids, Simulation.JOURNAL),
                new DroppedFiles(
                        store, hub.getBean(Partners.class), wall, wakes, world.clock(), ids, Simulation.JOURNAL),
                new Worker(
                        work,
                        store,
                        receivers,
                        files,
                        hub.getBean(BiteWorker.class),
                        wall,
                        world.clock(),
                        chance,
                        Simulation.JOURNAL),
                outbox,
                new ParkedWork(
                        work,
                        hub.getBean(JournalPages.class),
                        outbox.in(),
                        hub.getBean(Policy.class),
                        hub.getBean(AuditTrail.class),
                        wall,
                        wakes,
                        world.clock(),
                        Simulation.JOURNAL));
    }

    private void heard(ParcelSettled news) {
        String how = switch (news.delivery()) {
            case Delivery.Taken taken -> "taken";
            case Delivery.Rejected rejected -> "rejected";
            case Delivery.Failed failed -> "failed";
        };
        world.book().ofParcel(how, news.parcel().id(), news.parcel().fence());
    }

    String name() {
        return name;
    }

    int life() {
        return life;
    }

    boolean isAlive() {
        return alive;
    }

    boolean isPoisoned() {
        return world.isPoisoned();
    }

    String partner(String factory) {
        return world.run() + "-" + factory;
    }

    /** Under which lease it is working just now. */
    @Nullable
    Kept inHand() {
        return inHand;
    }

    List<Kept> hand() {
        return hand;
    }

    List<Parcel> parcels() {
        return parcels;
    }

    void starts() {
        life++;
        running = put();
        alive = true;
        running.wall()
                .run(
                        Scope.WORKER,
                        () -> running.work().freeOldLeases(world.clock().instant()));
        running.outbox().freeOldLeases();
    }

    /** Ends that life alone: a later one has nothing to do with what an earlier one stumbles over. */
    void dies(int ofLife) {
        if (life == ofLife) {
            alive = false;
            hand.clear();
            parcels.clear();
            inHand = null;
        }
    }

    Receipt receive(Sender sender, Optional<String> key, String said) {
        return running.journal()
                .receive(sender, Wire.REST, MessageKind.VISIT, key, List.of(LedgerRoom.item(said)))
                .getFirst();
    }

    String keep(Correspondence.Dropped file) {
        return running.files().keep(world.agent(), file.name(), file.taken(), file.path());
    }

    List<Kept> claim(int most) {
        List<Kept> leased = running.worker().claim(most).stream()
                .sorted(Comparator.comparing(Kept::id))
                .toList();
        hand.addAll(leased);
        return leased;
    }

    /** One hand may come to a halt while another of the same hub goes on. */
    void take(Kept message) {
        Kept outer = inHand;
        inHand = message;
        try {
            running.worker().take(message);
        } finally {
            inHand = outer;
        }
    }

    List<Parcel> claimParcels(String partner, int most) {
        List<Parcel> leased = running.outbox().out().claim(partner, most);
        parcels.addAll(leased);
        return leased;
    }

    void settle(Parcel parcel, Delivery delivery) {
        running.outbox().out().settle(parcel, delivery, Wire.REST);
    }

    Parked.Answer resend(String id) {
        return running.parked().resend(DESK, id);
    }
}
