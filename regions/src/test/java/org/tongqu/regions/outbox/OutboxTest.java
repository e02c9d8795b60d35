package org.tongqu.regions.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.connectors.canon.LineChain;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Receipt.Status;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Uplink;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.regions.Visits;

@DisplayName("A node's store numbers what it takes and keeps it until the hub has it, and after")
class OutboxTest {
    @TempDir
    Path folder;

    private Outbox outbox;

    @BeforeEach
    void open() {
        outbox = opened();
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    private Outbox opened() {
        return Outbox.open(
                folder.resolve("outbox.db"),
                "branch-nw",
                Clock.system(ZoneId.of("Asia/Shanghai")),
                () -> UUID.randomUUID().toString());
    }

    @Test
    @DisplayName("every visit gets the next number and a hash over all before it")
    void numbered() {
        outbox.take(Visits.items("NW-1", "NW-2"));
        outbox.take(Visits.items("NW-3"));

        Uplink.Call<VisitReport> call = next();

        assertThat(call.entries()).extracting(Uplink.Entry::seq).containsExactly(1L, 2L, 3L);
        String hash = LineChain.start(call.line());
        assertThat(call.prev()).isEqualTo(hash);
        for (Uplink.Entry<VisitReport> entry : call.entries()) {
            hash = LineChain.next(hash, entry.item().raw());
            assertThat(entry.hash()).isEqualTo(hash);
        }
    }

    @Test
    @DisplayName(
            "the same visit again is told as a repeat, whatever its blanks; other content under its number is refused and kept aside")
    void twice() {
        Receipt first = outbox.take(Visits.items("NW-1")).getFirst();

        Receipt again = outbox.take(List.of(Visits.item(" " + Visits.json("NW-1", "好") + "\n")))
                .getFirst();
        Receipt other =
                outbox.take(List.of(Visits.item(Visits.json("NW-1", "不好")))).getFirst();

        assertThat(again.status()).isEqualTo(Status.DUPLICATE);
        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThat(other.status()).isEqualTo(Status.REFUSED);
        assertThat(other.errors()).extracting(Refusal::code).containsExactly("CONFLICT");
        assertThat(outbox.state().last()).isEqualTo(1);
    }

    @Test
    @DisplayName("what is refused for its form takes no number")
    void refused() {
        List<Receipt> receipts = outbox.take(List.of(
                Visits.item("{\"formatVersion\":1}"),
                Visits.item(Visits.json("NW-1", "好")),
                Visits.item(Visits.json("NW-2", "x".repeat(3_000))
                        .replace("\"opinions\"", "\"more\":\"" + "y".repeat(90_000) + "\",\"opinions\""))));

        assertThat(receipts)
                .extracting(Receipt::status)
                .containsExactly(Status.REFUSED, Status.RECEIVED, Status.RECEIVED);
        assertThat(outbox.state().last()).isEqualTo(2);
    }

    @Test
    @DisplayName("after a restart everything is there, on the same line")
    void restart() {
        outbox.take(Visits.items("NW-1", "NW-2"));
        String line = next().line();
        outbox.close();

        outbox = opened();

        assertThat(next().line()).isEqualTo(line);
        assertThat(next().entries()).hasSize(2);
        assertThat(outbox.take(Visits.items("NW-2")).getFirst().status()).isEqualTo(Status.DUPLICATE);
    }

    @Test
    @DisplayName("a call holds at most two hundred visits or a mebibyte, and never less than one visit")
    void callsAreSmall() {
        for (int n = 0; n < 450; n++) {
            outbox.take(Visits.items("NW-" + n));
        }
        assertThat(next().entries()).hasSize(200);
        outbox.answered(next().line(), answer(next(), 200, Status.RECEIVED));
        assertThat(next().entries()).hasSize(200);
        assertThat(next().from()).isEqualTo(201);

        Outbox other = Outbox.open(
                folder.resolve("large.db"),
                "branch-nw",
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
        String filler = ",\"more\":[" + ("\"" + "z".repeat(90_000) + "\",").repeat(8) + "1]";
        for (int n = 0; n < 3; n++) {
            other.take(List.of(Visits.item(Visits.json("NW-" + n, "好").replaceFirst("}$", "") + filler + "}")));
        }
        assertThat(other.next(other.state().line()).entries()).hasSize(1);
        String tooLarge = Visits.json("NW-9", "好").replaceFirst("}$", "")
                + filler.replace("1]", "1],\"again\":[" + ("\"" + "z".repeat(90_000) + "\",").repeat(5) + "1]") + "}";
        assertThat(other.take(List.of(Visits.item(tooLarge))).getFirst().errors())
                .extracting(Refusal::code)
                .containsExactly("TOO_LARGE");
        other.close();
    }

    @Test
    @DisplayName(
            "the hub's receipts settle visits; a number that was refused there may be used again for a corrected visit")
    void settled() {
        outbox.take(Visits.items("NW-1", "NW-2"));
        Uplink.Call<VisitReport> call = next();
        outbox.answered(
                call.line(),
                new Uplink.Answer(
                        2,
                        call.entries().getLast().hash(),
                        3,
                        List.of(
                                new Uplink.Standing(1, "hub-1", Status.RECEIVED, List.of()),
                                new Uplink.Standing(
                                        2, "hub-2", Status.REFUSED, List.of(new Refusal("/rep", "NO", "不行", "no")))),
                        null));

        assertThat(visit("NW-1").state()).isEqualTo(KeptVisit.State.KEPT);
        assertThat(visit("NW-1").messageId()).isEqualTo("hub-1");
        assertThat(visit("NW-2").state()).isEqualTo(KeptVisit.State.REFUSED);
        assertThat(visit("NW-2").errors()).extracting(Refusal::code).containsExactly("NO");
        assertThat(outbox.state().waiting()).isZero();

        assertThat(outbox.take(List.of(Visits.item(Visits.json("NW-2", "改正"))))
                        .getFirst()
                        .status())
                .isEqualTo(Status.RECEIVED);
        assertThat(next().entries()).extracting(Uplink.Entry::seq).containsExactly(3L);
    }

    @Test
    @DisplayName("a hub that lost its store is told everything again")
    void theHubLostItsStore() {
        outbox.take(Visits.items("NW-1", "NW-2", "NW-3"));
        outbox.answered(next().line(), answer(next(), 3, Status.RECEIVED));

        outbox.answered(next().line(), new Uplink.Answer(1, "", 2, List.of(), null));

        assertThat(next().entries()).extracting(Uplink.Entry::seq).containsExactly(2L, 3L);
        assertThat(outbox.state().waiting()).isEqualTo(2);
    }

    @Test
    @DisplayName("a line given up goes on under a new one: new numbers after the hub's last, and the chain anew")
    void aNewLine() {
        outbox.take(Visits.items("NW-1", "NW-2", "NW-3", "NW-4"));
        String old = next().line();
        outbox.answered(old, answer(next(), 2, Status.RECEIVED));

        outbox.goOn(old, 2, 150);

        Uplink.Call<VisitReport> call = next();
        assertThat(call.line()).isNotEqualTo(old);
        assertThat(call.continues()).isEqualTo(new Uplink.Continued(old, 2, 150));
        assertThat(call.entries()).extracting(Uplink.Entry::seq).containsExactly(151L, 152L);
        assertThat(call.prev()).isEqualTo(LineChain.start(call.line()));
        assertThat(call.entries().getFirst().hash())
                .isEqualTo(LineChain.next(
                        call.prev(), call.entries().getFirst().item().raw()));
        assertThat(Objects.requireNonNull(outbox.state().conflict()).at()).isEqualTo(3);
        assertThat(outbox.line(old).settled())
                .isEqualTo(outbox.line(old).last())
                .isEqualTo(2);
    }

    private Uplink.Call<VisitReport> next() {
        return outbox.next(outbox.state().line());
    }

    private KeptVisit visit(String visitNo) {
        return outbox.find(visitNo).orElseThrow();
    }

    private static Uplink.Answer answer(Uplink.Call<VisitReport> call, int taken, Status status) {
        List<Uplink.Standing> receipts = call.entries().stream()
                .limit(taken)
                .map(entry -> new Uplink.Standing(entry.seq(), "hub-" + entry.seq(), status, List.of()))
                .toList();
        return new Uplink.Answer(
                receipts.getLast().seq(), "", receipts.getLast().seq() + 1, receipts, null);
    }
}
