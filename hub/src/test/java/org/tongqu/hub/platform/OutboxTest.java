package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.hub.HandClock;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;

/** The real outbox on a day of the future, for a partner nobody else has, so that the running hub's routes find nothing due. */
@DisplayName("What leaves waits in lanes, is leased to a route and settled under the lease's number")
class OutboxTest extends HubTest {
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final int TRIES = 5;
    private static final Delivery DOWN = new Delivery.Failed("connection refused", Fault.PARTNER, null);
    private static final Delivery TAKEN = new Delivery.Taken(null);

    @Autowired
    ApplicationContext hub;

    @Autowired
    Sowing sowing;

    private final HandClock clock =
            new HandClock(Instant.parse("2041-01-01T04:00:00Z").plus(Duration.ofDays(Sowing.number())));
    private final String partner = "out-" + Long.toString(System.nanoTime(), 36) + Sowing.number();

    @Test
    @DisplayName("only the head of a lane is handed out; the next follows once the head is sent")
    void onlyTheHead() {
        put("a", "a1");
        put("a", "a2");

        Parcel head = only(claim());
        assertThat(claim()).isEmpty();
        settle(head, TAKEN);
        Parcel next = only(claim());

        assertThat(effectKey(head)).isEqualTo(partner + "a1");
        assertThat(effectKey(next)).isEqualTo(partner + "a2");
    }

    @Test
    @DisplayName("lanes run side by side, the oldest head first, as many as asked for")
    void lanesRunSideBySide() {
        put("a", "a1");
        put("b", "b1");
        put("a", "a2");
        put("c", "c1");

        assertThat(outbox().claim(partner, 2))
                .extracting(this::effectKey)
                .containsExactly(partner + "a1", partner + "b1");
        assertThat(claim()).extracting(this::effectKey).containsExactly(partner + "c1");
    }

    @Test
    @DisplayName("a parked head blocks its own lane alone, and shows that it does")
    @Tag("S4-10")
    void aParkedHead() {
        put("a", "a1");
        put("a", "a2");
        Parcel head = only(claim());
        failUntilParked(head);
        put("b", "b1");

        assertThat(claim()).extracting(this::effectKey).containsExactly(partner + "b1");
        assertThat(hub.getBean(OutboxPages.class).openInLanes(DESK, List.of(lane("a"))))
                .extracting(OutboxPages.Item::state, OutboxPages.Item::reason, OutboxPages.Item::fault)
                .contains(org.assertj.core.groups.Tuple.tuple("PARKED", "connection refused", "PARTNER"));
    }

    @Test
    @DisplayName(
            "a person sends the parked head again: its tries are back, its pause is short, and its lane goes on behind it")
    void aParkedHeadResent() {
        put("a", "a1");
        put("a", "a2");
        Parcel head = only(claim());
        failUntilParked(head);

        assertThat(resend(head)).isTrue();
        assertThat(resend(head)).as("it waits already").isFalse();
        Parcel again = only(claim());
        assertThat(again.id()).isEqualTo(head.id());
        settle(again, DOWN);
        assertThat(waits(head)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        settle(only(claim()), TAKEN);

        assertThat(claim()).extracting(this::effectKey).containsExactly(partner + "a2");
    }

    @Test
    @DisplayName("a rejected one is not tried again by itself and holds nobody up; a person may send it again")
    void aRejectedOne() {
        put("a", "a1");
        put("a", "a2");
        Parcel head = only(claim());
        settle(head, new Delivery.Rejected("unknown class"));

        assertThat(state(head)).isEqualTo("REJECTED unknown class");
        assertThat(claim()).extracting(this::effectKey).containsExactly(partner + "a2");
        assertThat(resend(head)).isTrue();
    }

    @Test
    @DisplayName("each failed try leaves an attempt and waits longer, up to the cap")
    void backoff() {
        put("a", "a1");
        Parcel parcel = only(claim());
        for (long whole : new long[] {1, 2, 4}) {
            settle(parcel, DOWN);
            Duration pause = waits(parcel);
            assertThat(pause).isBetween(Duration.ofMillis(whole * 500), Duration.ofSeconds(whole));
            assertThat(claim()).as("not before its time").isEmpty();
            clock.pass(pause);
            parcel = only(claim());
        }
        assertThat(sowing.one("select count(*) from platform.outbox_attempt where outbox_id = :id", parcel.id()))
                .isEqualTo("3");
    }

    @Test
    @DisplayName("a partner that asks for more time gets it, one that asks for less does not hurry us")
    void retryAfter() {
        put("a", "a1");
        Parcel parcel = only(claim());
        settle(parcel, new Delivery.Failed("503", Fault.PARTNER, Duration.ofMinutes(17)));
        assertThat(waits(parcel)).isEqualTo(Duration.ofMinutes(17));

        clock.pass(Duration.ofMinutes(17));
        Parcel again = only(claim());
        settle(again, new Delivery.Failed("503", Fault.PARTNER, Duration.ofMillis(1)));
        assertThat(waits(again)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("who settles under an old lease changes nothing")
    @Tag("S4-02")
    void staleSettle() {
        put("a", "a1");
        Parcel first = only(claim());
        clock.pass(LEASE.plusSeconds(1));
        Parcel second = only(claim());
        assertThat(second.id()).isEqualTo(first.id());

        settle(first, new Delivery.Rejected("late word"));
        assertThat(state(first)).isEqualTo("CLAIMED -");
        assertThat(sowing.one("select count(*) from platform.outbox_attempt where outbox_id = :id", first.id()))
                .isEqualTo("0");

        settle(second, TAKEN);
        settle(second, new Delivery.Rejected("twice"));
        assertThat(state(second)).isEqualTo("SENT -");
    }

    @Test
    @DisplayName("what came of a call while the store was full is written once it is not, and nobody is called again")
    @Tag("S4-02")
    void aFullStore() {
        FullWall store = new FullWall(jdbc, hub.getBean(PlatformTransactionManager.class));
        ParcelOutbox outbox = outbox(NODE, store);
        put("a", "a1");
        Parcel parcel = only(outbox.claim(partner, 10));

        store.full(true);
        assertThatThrownBy(() -> outbox.settle(parcel, TAKEN, Wire.REST))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThatThrownBy(outbox::due).isInstanceOf(DataAccessResourceFailureException.class);
        store.full(false);

        assertThat(outbox.due()).doesNotContain(partner);
        assertThat(state(parcel)).isEqualTo("SENT -");
    }

    @Test
    @DisplayName("what was tried shows the wire of its last try, however it ended; what was not shows none")
    void wires() {
        put("a", "a1");
        put("b", "b1");
        List<Parcel> both = claim();
        assertThat(channel(both.getFirst())).isEqualTo("-");

        settle(both.getFirst(), new Delivery.Rejected("unknown class"), Wire.SOAP);
        settle(both.getLast(), DOWN, Wire.REST);
        assertThat(both).extracting(this::channel).containsExactly("SOAP", "REST");

        clock.pass(waits(both.getLast()));
        settle(only(claim()), TAKEN, Wire.JMS);
        assertThat(channel(both.getLast())).isEqualTo("JMS");
        assertThat(hub.getBean(OutboxPages.class).item(DESK, both.getLast().id()))
                .hasValueSatisfying(item -> assertThat(item.channel()).isEqualTo("JMS"));
    }

    @Test
    @DisplayName("put twice under one effect key it is one parcel")
    void putTwice() {
        put("a", "a1");
        put("a", "a1");

        settle(only(claim()), TAKEN);
        assertThat(claim()).isEmpty();
    }

    @Test
    @DisplayName("what is put stands or falls with the effect it belongs to")
    void standsOrFalls() {
        assertThatThrownBy(() -> wall.run(Scope.WORKER, () -> {
                    outbox().put(partner, lane("a"), partner + "a1", load(), null);
                    throw new IllegalStateException("the effect failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(claim()).isEmpty();
    }

    @Test
    @DisplayName("what an earlier life of the same home held is free at its start, what another home holds is not")
    void earlierLives() {
        put("a", "a1");
        put("b", "b1");
        String home = "home-" + partner;
        only(outbox(new Node(home, "first")).claim(partner, 1));
        only(outbox(new Node("other-" + home, "first")).claim(partner, 1));
        assertThat(claim()).isEmpty();

        OutboxStore second = store(new Node(home, "second"));
        wall.run(Scope.WORKER, () -> second.freeOldLeases(clock.instant()));
        clock.pass(Duration.ofSeconds(1));

        assertThat(claim()).extracting(this::effectKey).containsExactly(partner + "a1");
    }

    @Test
    @DisplayName("what was put while a clock was ahead does not wait for that hour to come round again")
    void aClockSetBack() {
        put("a", "a1");
        clock.pass(Duration.ofHours(-1));

        assertThat(outbox().due()).contains(partner);
        assertThat(claim()).hasSize(1);
    }

    @Test
    @DisplayName("due are the partners for whom something may leave now")
    void due() {
        assertThat(outbox().due()).doesNotContain(partner);
        put("a", "a1");
        assertThat(outbox().due()).contains(partner);

        Parcel parcel = only(claim());
        assertThat(outbox().due()).doesNotContain(partner);
        clock.pass(LEASE.plusSeconds(1));
        assertThat(outbox().due()).as("a lease ran out").contains(partner);

        settle(only(claim()), DOWN);
        assertThat(outbox().due()).doesNotContain(partner);
        clock.pass(waits(parcel));
        assertThat(outbox().due()).contains(partner);
    }

    @ParameterizedTest
    @DisplayName("a parcel moves only along its table, and the store refuses any other move")
    @EnumSource(ParcelState.class)
    void table(ParcelState from) {
        for (ParcelState to : ParcelState.values()) {
            assertThat(from.mayBecome(to))
                    .as(from + " to " + to)
                    .isEqualTo(allowed(from).contains(to));
            if (to != ParcelState.CLAIMED && !(to == ParcelState.WAITING && from != ParcelState.CLAIMED)) {
                moves(from, to);
            }
        }
    }

    private static List<ParcelState> allowed(ParcelState from) {
        return switch (from) {
            case WAITING -> List.of(ParcelState.CLAIMED);
            case CLAIMED -> Arrays.asList(ParcelState.values());
            case ACKNOWLEDGED -> List.of();
            // What left for a queue waits again where the broker lost the queue.
            case SENT, REJECTED, PARKED -> List.of(ParcelState.WAITING);
        };
    }

    private void moves(ParcelState from, ParcelState to) {
        String key = from + "-" + to;
        put(key, key);
        String id = sowing.one("select id from platform.outbox where effect_key = :id", partner + key);
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("update platform.outbox set state = :state where id = :id")
                        .param("state", from.name())
                        .param("id", id)
                        .update());
        boolean moved;
        try {
            wall.run(Scope.WORKER, () -> move(id, to));
            moved = true;
        } catch (IllegalStateException refused) {
            moved = false;
        }
        assertThat(moved).as(key).isEqualTo(from.mayBecome(to));
        assertThat(sowing.one("select state from platform.outbox where id = :id", id))
                .isEqualTo((moved ? to : from).name());
    }

    private void move(String id, ParcelState to) {
        OutboxStore store = store(NODE);
        Instant now = clock.instant();
        switch (to) {
            case SENT -> store.sent(id, false, Wire.REST, now);
            case ACKNOWLEDGED -> store.sent(id, true, Wire.REST, now);
            case REJECTED -> store.rejected(id, "no", Wire.REST, now);
            case PARKED -> store.parked(id, "down", Fault.PARTNER, Wire.REST, now);
            case WAITING -> store.waiting(id, "down", Fault.PARTNER, Wire.REST, now);
            case CLAIMED -> throw new IllegalArgumentException("claimed by a claim alone");
        }
    }

    private static final Node NODE = new Node("outbox-test", "life");
    private static final Sender DESK = new Sender("desk", Sender.Role.DESK, null, null);

    private OutboxStore store(Node node) {
        return new OutboxStore(jdbc, node, LEASE);
    }

    private ParcelOutbox outbox() {
        return outbox(NODE);
    }

    private ParcelOutbox outbox(Node node) {
        return outbox(node, wall);
    }

    private ParcelOutbox outbox(Node node, Wall through) {
        return new ParcelOutbox(
                store(node),
                through,
                hub.getBean(Wakes.class),
                hub,
                clock,
                hub.getBean(Ids.class),
                new Random(1),
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), TRIES));
    }

    private void put(String lane, String key) {
        wall.run(Scope.WORKER, () -> outbox().put(partner, lane(lane), partner + key, load(), null));
    }

    private String lane(String name) {
        return partner + "|" + name;
    }

    private Parcel.Load load() {
        return new Parcel.Load.FileDone("no-message", "a.csv");
    }

    private List<Parcel> claim() {
        return outbox().claim(partner, 10);
    }

    private static Parcel only(List<Parcel> parcels) {
        assertThat(parcels).hasSize(1);
        return parcels.getFirst();
    }

    private void settle(Parcel parcel, Delivery delivery) {
        settle(parcel, delivery, Wire.REST);
    }

    private void settle(Parcel parcel, Delivery delivery, Wire wire) {
        outbox().settle(parcel, delivery, wire);
    }

    private boolean resend(Parcel parcel) {
        return wall.within(Scope.WORKER, () -> outbox().resend(parcel.id()));
    }

    private void failUntilParked(Parcel claimed) {
        Parcel parcel = claimed;
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            settle(parcel, DOWN);
            if (attempt < TRIES) {
                clock.pass(waits(claimed));
                parcel = only(claim());
            }
        }
        assertThat(state(claimed)).isEqualTo("PARKED connection refused");
    }

    private String effectKey(Parcel parcel) {
        return sowing.one("select effect_key from platform.outbox where id = :id", parcel.id());
    }

    private String channel(Parcel parcel) {
        return sowing.one("select coalesce(channel, '-') from platform.outbox where id = :id", parcel.id());
    }

    private String state(Parcel parcel) {
        return sowing.one(
                "select state || ' ' || coalesce(reason, '-') from platform.outbox where id = :id", parcel.id());
    }

    private Duration waits(Parcel parcel) {
        return Duration.ofMillis(Stream.of(sowing.one(
                        "select ceil(extract(epoch from next_attempt_at) * 1000)::bigint - " + clock.millis()
                                + " from platform.outbox where id = :id",
                        parcel.id()))
                .mapToLong(Long::parseLong)
                .sum());
    }
}
