package org.tongqu.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.demand.AcknowledgedTwice;
import org.tongqu.hub.platform.Node;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.ScopePromise;
import org.tongqu.hub.platform.Sha256;
import org.tongqu.hub.platform.Wall;

/** Each promise has a check; the check passes on the real parts, and goes red as soon as the part that keeps the promise is spoilt. */
@DisplayName("Each promise of the house, kept, and broken on purpose")
@Tag("S4-02")
class PromisesTest extends HubTest {
    @Autowired
    ApplicationContext hub;

    @Autowired
    Sowing sowing;

    @Autowired
    DataSource pool;

    private Bench.Parts real;

    @BeforeEach
    void theRealParts() {
        real = Bench.Parts.of(hub);
    }

    // 1. Acknowledged means kept.

    private static void acknowledgedMeansKept(Bench bench) {
        Receipt receipt = bench.receive(Bench.number() + "=一");
        assertThat(receipt.status()).isEqualTo(Receipt.Status.RECEIVED);
        for (String table : new String[] {"message where id", "payload where message_id", "claim where message_id"}) {
            assertThat(bench.one("select count(*) from journal." + table + " = :id", receipt.messageId()))
                    .as(table)
                    .isEqualTo("1");
        }
    }

    @Test
    @DisplayName("acknowledged means kept")
    void kept() {
        acknowledgedMeansKept(new Bench(real));
    }

    @Test
    @DisplayName("a commit skipped shows")
    void aCommitSkipped() {
        Bench.Parts forgetful = real.with(new Wall(jdbc, new Forgetful(hub.getBean(PlatformTransactionManager.class))));

        goesRed(() -> acknowledgedMeansKept(new Bench(forgetful)));
    }

    /** Says it has committed, and has not. */
    private record Forgetful(PlatformTransactionManager transactions) implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return transactions.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            if (status instanceof DefaultTransactionStatus plain && plain.isNewTransaction()) {
                transactions.rollback(status);
            } else {
                transactions.commit(status);
            }
        }

        @Override
        public void rollback(TransactionStatus status) {
            transactions.rollback(status);
        }
    }

    // 2. Once, in effect: one effect key.

    @Test
    @DisplayName("said twice it takes effect once")
    void onceInEffect() {
        AcknowledgedTwice.onceInEffect(hub, sowing, hub.getBean(Effects.class));
    }

    @Test
    @DisplayName("an effect key dropped shows")
    void anEffectKeyDropped() {
        goesRed(() -> AcknowledgedTwice.onceInEffect(hub, sowing, (key, messageId, room, what, ref) -> true));
    }

    // 2. Once, in effect: one claim.

    private static void theSameAgainIsOneMessage(Bench bench) {
        String words = Bench.number() + "=一";
        Receipt first = bench.receive(words);
        Receipt again = bench.receive(words);
        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThat(again.status()).isEqualTo(Receipt.Status.DUPLICATE);
        assertThat(bench.one("select count(*) from journal.message where sha256 = :id", Sha256.hex(words)))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("the same again is one message")
    void oneMessage() {
        theSameAgainIsOneMessage(new Bench(real));
    }

    @Test
    @DisplayName("a claim that always succeeds shows")
    void aClaimLost() {
        JournalStore careless = new JournalStore(jdbc, wall) {
            @Override
            Optional<Standing> claim(Claim claim, String messageId, Sender sender) {
                return Optional.empty();
            }
        };

        goesRed(() -> theSameAgainIsOneMessage(new Bench(real.with(careless))));
    }

    // 2. Once, in effect: one worker at a time.

    private static void aWokenZombieChangesNothing(Bench bench) {
        String id = bench.receive(Bench.number() + "=一").messageId();
        Kept asleep = bench.lease(id).orElseThrow();
        bench.clock.pass(WorkStore.LEASE.plusSeconds(1));
        Kept awake = bench.lease(id).orElseThrow();

        bench.worker.take(asleep);
        assertThat(bench.one("select count(*) from journal.effect where message_id = :id", id))
                .as("effects of one who lost its lease")
                .isEqualTo("0");
        bench.worker.take(awake);
        assertThat(bench.ofMessage("outcome", id)).isEqualTo("TAKEN");
    }

    @Test
    @DisplayName("one who lost its lease changes nothing")
    void fenced() {
        aWokenZombieChangesNothing(new Bench(real));
    }

    @Test
    @DisplayName("a fencing number nobody looks at shows")
    void fencingIgnored() {
        WorkStore trusting = new WorkStore(jdbc, hub.getBean(Node.class)) {
            @Override
            boolean holds(Kept message) {
                return true;
            }
        };

        goesRed(() -> aWokenZombieChangesNothing(new Bench(real.with(trusting))));
    }

    // 6. Nothing is read before it is allowed.

    @Test
    @DisplayName("no scope leaks to the next user of a pooled connection")
    void noScopeLeaks() {
        onOneConnection(UnaryOperator.identity());
    }

    @Test
    @DisplayName("a scope that outlives its transaction shows")
    void aScopeReused() {
        goesRed(() -> onOneConnection(sql -> sql.replace(", true)", ", false)")));
    }

    private void onOneConnection(UnaryOperator<String> sql) {
        String first = factory();
        String second = factory();
        try (ScopePromise promise = new ScopePromise(pool, sql)) {
            promise.noScopeLeaksToTheNextUser(first, second);
        }
    }

    private String factory() {
        String code = "scope-" + Sowing.number() + "-" + Long.toString(System.nanoTime(), 36);
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql(
                                "insert into partners.partner (code, kind, name, created_at) values (:code, 'FACTORY', :code, now())")
                        .param("code", code)
                        .update());
        return code;
    }

    private static void goesRed(Runnable check) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(check::run);
    }
}
