package org.tongqu.hub.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Receipt.Status;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Scope;

@DisplayName("What arrives is kept, once, before it is acknowledged")
class KeptTest extends JournalBed {
    private static final int CALLERS = 12;

    @Test
    @DisplayName("a receipt stands for a header, its bytes, its keys and its claim")
    void aReceiptStandsForWhatIsKept() {
        String number = Bench.number();

        Receipt receipt = bench.receive(number + "=床子两台");

        assertThat(receipt.status()).isEqualTo(Status.RECEIVED);
        assertThat(bench.ofMessage("progress", receipt.messageId())).isEqualTo("UNDERSTOOD");
        assertThat(bytes(receipt.messageId())).isEqualTo(number + "=床子两台");
        assertThat(count("business_key", receipt.messageId())).isEqualTo("1");
        assertThat(claimOf(number)).isEqualTo(receipt.messageId());
    }

    @Test
    @DisplayName("the same again is answered with the first message's id and leaves nothing behind")
    void theSameAgain() {
        String words = Bench.number() + "=一";
        Receipt first = bench.receive(words);
        long before = messagesOfToday();

        Receipt again = bench.receive(words);

        assertThat(again).isEqualTo(new Receipt(first.messageId(), Status.DUPLICATE, List.of()));
        assertThat(messagesOfToday()).isEqualTo(before);
    }

    @Test
    @DisplayName("many callers with the same at the same moment: one is received, all get its id")
    @Tag("S4-02")
    void theSameFromManyAtOnce() throws Exception {
        String words = Bench.number() + "=同时";

        List<Receipt> receipts = atOnce(caller -> bench.receive(words));

        assertThat(receipts)
                .extracting(Receipt::messageId)
                .containsOnly(receipts.getFirst().messageId());
        assertThat(receipts)
                .filteredOn(receipt -> receipt.status() == Status.RECEIVED)
                .hasSize(1);
        assertThat(receipts)
                .filteredOn(receipt -> receipt.status() == Status.DUPLICATE)
                .hasSize(CALLERS - 1);
    }

    @Test
    @DisplayName("many callers with one number and other words each: one is received, the others refused and kept")
    void otherWordsFromManyAtOnce() throws Exception {
        String number = Bench.number();

        List<Receipt> receipts = atOnce(caller -> bench.receive(number + "=" + caller));

        assertThat(receipts)
                .filteredOn(receipt -> receipt.status() == Status.RECEIVED)
                .hasSize(1);
        assertThat(receipts)
                .filteredOn(receipt -> receipt.status() == Status.REFUSED)
                .hasSize(CALLERS - 1)
                .allSatisfy(receipt -> assertThat(bytes(receipt.messageId())).startsWith(number));
        assertThat(receipts).extracting(Receipt::messageId).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName(
            "one number with other words is refused with CONFLICT in both languages, and both are kept with their bytes")
    void otherWords() {
        String number = Bench.number();
        Receipt first = bench.receive(number + "=两台");

        Receipt second = bench.receive(number + "=三台");

        assertThat(second.status()).isEqualTo(Status.REFUSED);
        Refusal why = second.errors().getFirst();
        assertThat(why.code()).isEqualTo("CONFLICT");
        assertThat(why.zh()).contains(first.messageId());
        assertThat(why.en()).contains(first.messageId());
        assertThat(bytes(first.messageId())).isEqualTo(number + "=两台");
        assertThat(bytes(second.messageId())).isEqualTo(number + "=三台");
        assertThat(bench.ofMessage("outcome || ' ' || fault", second.messageId()))
                .isEqualTo("REFUSED SENDER");
        assertThat(claimOf(number)).isEqualTo(first.messageId());
    }

    @Test
    @DisplayName("a message of which one statement clashes takes none of its others")
    void aClashLeavesNoClaim() {
        String known = Bench.number();
        String fresh = Bench.number();
        bench.receive(known + "=一");

        Receipt mixed = bench.receive(fresh + "=新;" + known + "=二");

        assertThat(mixed.status()).isEqualTo(Status.REFUSED);
        assertThat(claimOf(fresh)).isEqualTo("nobody");
        assertThat(bench.receive(fresh + "=别的").status()).isEqualTo(Status.RECEIVED);
    }

    @Test
    @DisplayName("what is refused at the door claims nothing, so that it can be put right under its number")
    void aRefusedOneLeavesNoClaim() {
        String number = Bench.number();

        Receipt refused = bench.receive(number + "=歪");

        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.errors()).extracting(Refusal::code).containsExactly("CROOKED");
        assertThat(bytes(refused.messageId())).isEqualTo(number + "=歪");
        assertThat(claimOf(number)).isEqualTo("nobody");
        assertThat(bench.receive(number + "=正").status()).isEqualTo(Status.RECEIVED);
    }

    @Test
    @DisplayName("an item nobody can read is kept as it came, refused, and never worked on")
    void anUnreadableOne() {
        Receipt refused = bench.receive("没有编号");

        assertThat(refused.errors()).extracting(Refusal::code).containsExactly("NO_NUMBER");
        assertThat(bench.ofMessage("progress || ' ' || outcome", refused.messageId()))
                .isEqualTo("RECEIVED REFUSED");
        assertThat(bench.lease(refused.messageId())).isEmpty();
    }

    @Test
    @DisplayName("a message with something old and something new is new")
    void somethingNewIsNew() {
        String old = Bench.number();
        bench.receive(old + "=一");

        assertThat(bench.receive(old + "=一;" + Bench.number() + "=二").status()).isEqualTo(Status.RECEIVED);
    }

    @Test
    @DisplayName("items of one call get a receipt each, in order, and a bad one sinks no good one")
    void itemsOfOneCall() {
        String number = Bench.number();

        List<Receipt> receipts =
                bench.receive(Bench.REP, null, number + "a=一", "坏", number + "a=一", number + "a=二", number + "b=一");

        assertThat(receipts)
                .extracting(Receipt::status)
                .containsExactly(Status.RECEIVED, Status.REFUSED, Status.DUPLICATE, Status.REFUSED, Status.RECEIVED);
        assertThat(receipts.get(2).messageId()).isEqualTo(receipts.get(0).messageId());
    }

    @Test
    @DisplayName("an Idempotency-Key used again for other content is refused, for the same content it is a repeat")
    void keyUsedAgain() {
        String key = Bench.number();
        String words = Bench.number() + "=一";
        String first = bench.receive(Bench.REP, key, words).getFirst().messageId();

        Receipt same = bench.receive(Bench.REP, key, words).getFirst();
        Receipt other = bench.receive(Bench.REP, key, Bench.number() + "=二").getFirst();
        Receipt others =
                bench.receive(Bench.OTHER_REP, key, Bench.number() + "=三").getFirst();

        assertThat(same).isEqualTo(new Receipt(first, Status.DUPLICATE, List.of()));
        assertThat(other.errors()).extracting(Refusal::code).containsExactly("IDEMPOTENCY_KEY_REUSED");
        assertThat(others.status()).as("another login has keys of its own").isEqualTo(Status.RECEIVED);
    }

    @Test
    @DisplayName("one Idempotency-Key with other content from many at once: one is received")
    void keyUsedByManyAtOnce() throws Exception {
        String key = Bench.number();

        List<Receipt> receipts = atOnce(caller ->
                bench.receive(Bench.REP, key, Bench.number() + "=" + caller).getFirst());

        assertThat(receipts)
                .filteredOn(receipt -> receipt.status() == Status.RECEIVED)
                .hasSize(1);
        assertThat(receipts)
                .filteredOn(receipt -> receipt.status() == Status.REFUSED)
                .allSatisfy(receipt -> assertThat(receipt.errors())
                        .extracting(Refusal::code)
                        .containsExactly("IDEMPOTENCY_KEY_REUSED"))
                .hasSize(CALLERS - 1);
    }

    @Test
    @DisplayName("a key used for a repeat is used: other content under it is refused")
    void keyUsedForARepeat() {
        String key = Bench.number();
        String words = Bench.number() + "=一";
        bench.receive(words);

        assertThat(bench.receive(Bench.REP, key, words).getFirst().status()).isEqualTo(Status.DUPLICATE);
        assertThat(bench.receive(Bench.REP, key, Bench.number() + "=二")
                        .getFirst()
                        .errors())
                .extracting(Refusal::code)
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    @DisplayName("who may not send this kind is told so and leaves nothing")
    void notAllowed() {
        long before = messagesOfToday();

        assertThatThrownBy(() -> bench.receive(
                        new Sender("auditor", Sender.Role.AUDITOR, null, null), null, Bench.number() + "=一"))
                .isInstanceOf(Intake.NotAllowed.class);
        assertThat(messagesOfToday()).isEqualTo(before);
    }

    @Test
    @DisplayName("when did we get number N: the index answers, the table is not read through")
    void keysAreFoundByIndex() {
        Receipt receipt = bench.receive(Bench.number() + "=一");
        String value = bench.one("select value from journal.business_key where message_id = :id", receipt.messageId());

        String plan = wall.read(Scope.WORKER, () -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("explain select message_id from journal.business_key where value = :value")
                            .param("value", value)
                            .query(String.class)
                            .list());
        });

        assertThat(plan).contains("business_key_pkey").doesNotContain("Seq Scan");
    }

    private String bytes(String messageId) {
        return wall.read(
                Scope.WORKER,
                () -> new String(
                        bench.parts.store().bytes(JournalStore.dayOf(bench.clock.instant()), messageId), UTF_8));
    }

    private long messagesOfToday() {
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql("select count(*) from journal.message where received_day = :day")
                        .param("day", JournalStore.dayOf(bench.clock.instant()))
                        .query(Long.class)
                        .single());
    }

    private interface Caller {
        Receipt call(int number);
    }

    /** All callers wait for one another and then call at the same moment. */
    private static List<Receipt> atOnce(Caller caller) throws Exception {
        CyclicBarrier together = new CyclicBarrier(CALLERS);
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            List<Callable<Receipt>> calls = IntStream.range(0, CALLERS)
                    .mapToObj(number -> (Callable<Receipt>) () -> {
                        together.await(30, TimeUnit.SECONDS);
                        return caller.call(number);
                    })
                    .toList();
            List<Receipt> receipts = new ArrayList<>();
            for (Future<Receipt> answer : threads.invokeAll(calls)) {
                receipts.add(answer.get());
            }
            return receipts;
        }
    }
}
