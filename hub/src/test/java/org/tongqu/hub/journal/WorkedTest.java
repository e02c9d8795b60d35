package org.tongqu.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.TransientDataAccessResourceException;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Scope;

@DisplayName("What is kept is worked on under a lease until it has an outcome or stands parked")
class WorkedTest extends JournalBed {
    private static final Duration A_LEASE_AND_MORE = WorkStore.LEASE.plusSeconds(1);
    private static final Sender DESK = new Sender("desk", Sender.Role.DESK, null, null);

    @Test
    @DisplayName("a message taken is APPLIED and TAKEN, with its effect and one attempt")
    void taken() {
        String id = bench.receive(Bench.number() + "=一").messageId();

        bench.takeOnce(id);

        assertThat(bench.ofMessage("progress || ' ' || outcome", id)).isEqualTo("APPLIED TAKEN");
        assertThat(count("effect", id)).isEqualTo("1");
        assertThat(attempts(id)).containsExactly("1 APPLIED");
        assertThat(bench.lease(id)).as("what is done is not leased again").isEmpty();
    }

    @Test
    @DisplayName("what came while a clock was ahead does not wait for that hour to come round again")
    @Tag("S4-02")
    void aClockSetBack() {
        String id = bench.receive(Bench.number() + "=一").messageId();
        bench.clock.pass(Duration.ofHours(-1));

        assertThat(bench.takeOnce(id)).isTrue();

        assertThat(bench.ofMessage("outcome", id)).isEqualTo("TAKEN");
    }

    @Test
    @DisplayName("a message its room refuses keeps the reason, and what the room had written is undone")
    void refusedByItsRoom() {
        String id = bench.receive(Bench.number() + "=一").messageId();
        bench.room.mood = taking -> new Taking.Refused(List.of(new Refusal("/x", "NO_SUCH", "没有", "there is none")));

        bench.takeOnce(id);

        assertThat(bench.ofMessage("outcome || ' ' || reason_code || ' ' || fault", id))
                .isEqualTo("REFUSED NO_SUCH SENDER");
        assertThat(count("effect", id)).isEqualTo("0");
        assertThat(count("refusal", id)).isEqualTo("1");
        assertThat(attempts(id)).containsExactly("1 REFUSED");
    }

    @Test
    @DisplayName(
            "a room that fails leaves an attempt each time, waits longer each time up to the cap, and undoes what it wrote")
    void backoffGrows() {
        String id = fails();
        List<Duration> pauses = new ArrayList<>();

        for (int attempt = 1; attempt < Bench.TRIES; attempt++) {
            assertThat(bench.takeOnce(id)).isTrue();
            pauses.add(waitForNextTry(id));
        }

        assertThat(attempts(id)).hasSize(Bench.TRIES - 1).allMatch(attempt -> attempt.endsWith("FAILED"));
        assertThat(bench.ofMessage("reason_code || ' ' || fault", id)).isEqualTo("TRIED_AGAIN HUB");
        assertThat(count("effect", id)).isEqualTo("0");
        for (int n = 0; n < pauses.size(); n++) {
            Duration whole = Duration.ofMillis(500L << n);
            assertThat(pauses.get(n)).isBetween(whole.dividedBy(2), whole);
        }
    }

    @Test
    @DisplayName("an error such as an overflowing stack is a failed try like any other, and the hand goes on")
    @Tag("S4-02")
    void anErrorIsAFailedTry() {
        String id = bench.receive(Bench.number() + "=一").messageId();
        bench.room.mood = taking -> {
            throw new StackOverflowError("nested too deep");
        };

        assertThat(bench.takeOnce(id)).isTrue();

        assertThat(attempts(id)).containsExactly("1 FAILED");
        assertThat(count("effect", id)).isEqualTo("0");
        bench.room.mood = java.util.function.UnaryOperator.identity();
        waitForNextTry(id);
        bench.takeOnce(id);
        assertThat(bench.ofMessage("outcome", id)).isEqualTo("TAKEN");
    }

    @Test
    @DisplayName("the pause never grows over the cap")
    void backoffIsCapped() {
        for (int attempt : new int[] {11, 100, Integer.MAX_VALUE}) {
            assertThat(bench.backoff.after(attempt, new java.util.Random(attempt)))
                    .isBetween(Duration.ofSeconds(150), Duration.ofMinutes(5));
        }
    }

    @Test
    @DisplayName("not before its time: a message that waits for its next try is leased to nobody")
    void notBeforeItsTime() {
        String id = fails();
        bench.takeOnce(id);

        assertThat(bench.lease(id)).isEmpty();
    }

    @Test
    @DisplayName(
            "after its last try it stands parked, with its bytes, the reason and whose fault it is; a person sends it again")
    @Tag("S4-02")
    void parkedAndResent() {
        String id = fails();
        useUpAllTries(id);

        assertThat(bench.ofMessage("parked_at is not null and outcome is null", id))
                .isEqualTo("true");
        assertThat(bench.ofMessage("reason_code || ' ' || fault", id)).isEqualTo("PARKED HUB");
        assertThat(wall.read(
                        Scope.WORKER, () -> bench.parts.store().bytes(JournalStore.dayOf(bench.clock.instant()), id)))
                .isNotEmpty();
        bench.clock.pass(Duration.ofDays(2));
        assertThat(bench.lease(id)).as("nobody takes up what is parked").isEmpty();

        bench.room.mood = java.util.function.UnaryOperator.identity();
        assertThat(bench.parked.resend(DESK, id)).isEqualTo(Parked.Answer.WAITS_AGAIN);
        assertThat(bench.parked.resend(DESK, id)).isEqualTo(Parked.Answer.NOT_PARKED);
        bench.takeOnce(id);
        assertThat(bench.ofMessage("outcome || ' ' || attempts", id)).isEqualTo("TAKEN " + (Bench.TRIES + 1));
        assertThat(bench.one("select login || ' ' || act from platform.audit_line where object = :id", id))
                .isEqualTo("desk RESEND_MESSAGE");
    }

    @Test
    @DisplayName("a resent message has its tries back and begins with the shortest pause")
    void resentBeginsAnew() {
        String id = fails();
        useUpAllTries(id);
        bench.parked.resend(DESK, id);

        bench.takeOnce(id);

        assertThat(bench.ofMessage("tries_left", id)).isEqualTo(String.valueOf(Bench.TRIES - 1));
        assertThat(waitForNextTry(id)).isLessThanOrEqualTo(Duration.ofMillis(500));
        assertThat(attempts(id)).hasSize(Bench.TRIES + 1);
    }

    @Test
    @DisplayName("who may not resend is refused, and who asks for nothing at all is told so")
    void resendingIsForSome() {
        assertThat(bench.parked.resend(Bench.REP, "x")).isEqualTo(Parked.Answer.NOT_ALLOWED);
        assertThat(bench.parked.resend(DESK, "nothing")).isEqualTo(Parked.Answer.UNKNOWN);
    }

    @Test
    @DisplayName("a store that is away for a moment is no reason to park anything")
    void awayForAMoment() {
        String id = bench.receive(Bench.number() + "=一").messageId();
        bench.room.mood = taking -> {
            throw new TransientDataAccessResourceException("gone for a moment");
        };
        for (int attempt = 0; attempt < Bench.TRIES + 3; attempt++) {
            bench.takeOnce(id);
            bench.clock.pass(Duration.ofMinutes(6));
        }

        assertThat(bench.ofMessage("parked_at is null", id)).isEqualTo("true");
    }

    @Test
    @DisplayName(
            "leased to one it is leased to no other, until the lease has run out; then the first one's late hand is refused")
    @Tag("S4-02")
    void leaseAndFence() {
        String id = bench.receive(Bench.number() + "=一").messageId();
        Kept first = bench.lease(id).orElseThrow();
        assertThat(bench.lease(id)).isEmpty();

        bench.clock.pass(A_LEASE_AND_MORE);
        Kept second = bench.lease(id).orElseThrow();
        assertThat(second.fence()).isEqualTo(first.fence() + 1);

        bench.worker.take(first);
        assertThat(bench.room.taken).hasValue(0);
        assertThat(count("effect", id)).isEqualTo("0");
        bench.worker.take(second);
        assertThat(bench.room.taken).hasValue(1);
        bench.worker.take(first);
        bench.worker.take(second);
        assertThat(bench.room.taken).as("once it is done no lease is good").hasValue(1);
    }

    @Test
    @DisplayName("a late failure of one who lost the lease writes nothing")
    void lateFailure() {
        String id = fails();
        Kept first = bench.lease(id).orElseThrow();
        bench.clock.pass(A_LEASE_AND_MORE);
        assertThat(bench.lease(id)).isPresent();

        bench.worker.take(first);

        assertThat(attempts(id)).isEmpty();
        assertThat(bench.ofMessage("reason_code is null", id)).isEqualTo("true");
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @DisplayName("progress moves only along its table")
    @CsvSource({
        "RECEIVED, RECEIVED, false", "RECEIVED, UNDERSTOOD, true", "RECEIVED, APPLIED, true",
        "UNDERSTOOD, RECEIVED, false", "UNDERSTOOD, UNDERSTOOD, false", "UNDERSTOOD, APPLIED, true",
        "APPLIED, RECEIVED, false", "APPLIED, UNDERSTOOD, false", "APPLIED, APPLIED, false"
    })
    void progressTable(Progress from, Progress to, boolean allowed) {
        assertThat(from.mayBecome(to)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @DisplayName("an outcome ends what it may end, once, and the store refuses any other end")
    @EnumSource(Outcome.class)
    void outcomeTable(Outcome outcome) {
        for (Progress progress : Progress.values()) {
            String id = bench.receive(Bench.number() + "=一").messageId();
            Kept leased = bench.lease(id).orElseThrow();
            put(id, progress);
            boolean allowed =
                    progress == Progress.UNDERSTOOD || (progress == Progress.RECEIVED && outcome == Outcome.REFUSED);

            if (allowed) {
                finish(leased, outcome);
                assertThat(bench.ofMessage("progress || ' ' || outcome", id)).isEqualTo("APPLIED " + outcome);
            }
            assertThatThrownBy(() -> finish(leased, outcome)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    @DisplayName("what is applied is never again merely understood")
    void neverBack() {
        String id = bench.receive(Bench.number() + "=一").messageId();
        Kept leased = bench.lease(id).orElseThrow();
        finish(leased, Outcome.TAKEN);

        wall.run(Scope.WORKER, () -> bench.parts.work().understood(leased));

        assertThat(bench.ofMessage("progress", id)).isEqualTo("APPLIED");
    }

    private void put(String id, Progress progress) {
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("update journal.message set progress = :progress, outcome = :outcome where id = :id")
                        .param("progress", progress.name())
                        .param("outcome", progress == Progress.APPLIED ? "TAKEN" : null)
                        .param("id", id)
                        .update());
    }

    private void finish(Kept message, Outcome outcome) {
        wall.run(Scope.WORKER, () -> bench.parts.work().finish(message, outcome, null, null, bench.clock.instant()));
    }

    private String fails() {
        bench.room.mood = taking -> {
            throw new IllegalStateException("the room has a bug");
        };
        return bench.receive(Bench.number() + "=一").messageId();
    }

    private void useUpAllTries(String id) {
        for (int attempt = 0; attempt < Bench.TRIES; attempt++) {
            assertThat(bench.takeOnce(id)).isTrue();
            waitForNextTry(id);
        }
    }

    /** Moves the clock to the next try and says how long that was. */
    private Duration waitForNextTry(String id) {
        long millis = Long.parseLong(bench.one(
                "select (extract(epoch from next_attempt_at) * 1000)::bigint - " + bench.clock.millis()
                        + " from journal.message where id = :id",
                id));
        bench.clock.pass(Duration.ofMillis(millis));
        return Duration.ofMillis(millis);
    }

    private List<String> attempts(String id) {
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql("select n || ' ' || outcome from journal.attempt where message_id = :id order by n")
                        .param("id", id)
                        .query(String.class)
                        .list());
    }
}
