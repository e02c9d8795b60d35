package org.tongqu.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Receipt.Status;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Sender.Role;
import org.tongqu.connectors.canon.Uplink;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.rest.VisitWording;
import org.tongqu.hub.Caller;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;

@DisplayName("A branch's line is taken in its order, each number once, whatever is sent how often")
class BranchLineTest extends HubTest {
    private static final Sender NORTHEAST = new Sender("branch-ne", Role.BRANCH, "NE", "branch-ne");
    private static final Sender EAST = new Sender("branch-e", Role.BRANCH, "E", "branch-e");

    @Autowired
    Uplink uplink;

    @Autowired
    JournalPages pages;

    @Autowired
    Sowing sowing;

    private final Teller node = new Teller("branch-ne");

    @Test
    @DisplayName(
            "what comes in order is complete through its last number, and every visit is a message that came by the branch's line")
    void inOrder() {
        node.says(5, "一");

        Uplink.Answer answer = told(node.call(1, 3));
        Uplink.Answer rest = told(node.call(4, 5));

        assertThat(answer.completeThrough()).isEqualTo(3);
        assertThat(rest.completeThrough()).isEqualTo(5);
        assertThat(rest.expected()).isEqualTo(6);
        assertThat(rest.receipts()).extracting(Uplink.Standing::seq).containsExactly(4L, 5L);
        assertThat(rest.receipts()).extracting(Uplink.Standing::status).containsOnly(Status.RECEIVED);
        sowing.applied(rest.receipts().getLast().messageId());
        assertThat(sowing.one(
                        "select channel from journal.message where id = :id",
                        rest.receipts().getLast().messageId()))
                .isEqualTo("BRANCH");
        assertThat(visitsFiled(5)).isEqualTo("1");
    }

    @Test
    @DisplayName("the same call again, or an older one, is answered alike and changes nothing")
    void again() {
        node.says(6, "一");
        Uplink.Answer first = told(node.call(1, 4));
        told(node.call(5, 6));

        Uplink.Answer again = told(node.call(1, 4));

        assertThat(again.receipts()).isEqualTo(first.receipts());
        assertThat(again.completeThrough()).isEqualTo(6);
        assertThat(again.conflict()).isNull();
        assertThat(entries()).isEqualTo("6");
    }

    @Test
    @DisplayName("a call that overlaps brings only what is new")
    void overlapping() {
        node.says(6, "一");
        told(node.call(1, 4));

        assertThat(told(node.call(3, 6)).completeThrough()).isEqualTo(6);
        assertThat(entries()).isEqualTo("6");
    }

    @Test
    @DisplayName("beyond a gap nothing is taken, and the node hears which number comes next")
    void aGap() {
        node.says(6, "一");
        told(node.call(1, 2));

        Uplink.Answer beyond = told(node.call(4, 6));

        assertThat(beyond.expected()).isEqualTo(3);
        assertThat(beyond.receipts()).isEmpty();
        assertThat(entries()).isEqualTo("2");
    }

    @Test
    @DisplayName("two calls at once are one after the other, and every number is taken once")
    void atOnce() throws Exception {
        node.says(40, "一");
        Callable<Uplink.Answer> call = () -> told(node.call(1, 40));

        try (ExecutorService both = Executors.newFixedThreadPool(4)) {
            for (Future<Uplink.Answer> each : both.invokeAll(List.of(call, call, call, call))) {
                assertThat(each.get().completeThrough()).isEqualTo(40);
            }
        }

        assertThat(entries()).isEqualTo("40");
        assertThat(sowing.one(
                        "select count(distinct message_id) from journal.branch_entry where line = :id", node.line()))
                .isEqualTo("40");
    }

    @Test
    @DisplayName("a refused visit takes its number all the same, and its refusal is told each time")
    void aRefusedVisit() {
        node.says("""
                {"formatVersion":1,"visitNo":"%s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00","customer":{"name":"某厂"},
                 "needs":[{"needNo":"1","summary":"火箭","parts":[{"productClass":"ROCKET","qty":"1"}]}]}""".formatted(node.visitNo(1)));
        node.says(1, "一");

        Uplink.Answer answer = told(node.call(1, 2));

        assertThat(answer.completeThrough()).isEqualTo(2);
        assertThat(answer.receipts())
                .extracting(Uplink.Standing::status)
                .containsExactly(Status.REFUSED, Status.RECEIVED);
        assertThat(answer.receipts().getFirst().errors())
                .extracting(error -> error.code())
                .containsExactly("UNKNOWN_CLASS");
        assertThat(told(node.call(1, 2)).receipts()).isEqualTo(answer.receipts());
    }

    @Test
    @DisplayName(
            "other content under a number the hub has is a conflict: nothing of it is taken, and everybody can see it")
    void otherContent() {
        node.says(5, "一");
        told(node.call(1, 5));
        node.forgets(3).says(4, "二");

        Uplink.Answer answer = told(node.call(3, 7));

        assertThat(Objects.requireNonNull(answer.conflict()).at()).isEqualTo(4);
        assertThat(answer.completeThrough()).isEqualTo(5);
        assertThat(answer.receipts()).extracting(Uplink.Standing::seq).containsExactly(3L);
        assertThat(entries()).isEqualTo("5");
        told(node.call(3, 7));
        assertThat(conflicts()).extracting(JournalPages.BranchConflict::at).containsExactly(4L);
    }

    @Test
    @DisplayName("a conflict in what came before the call is found too")
    void otherPast() {
        node.says(5, "一");
        told(node.call(1, 5));
        node.forgets(3).says(4, "二");

        assertThat(Objects.requireNonNull(told(node.call(6, 7)).conflict()).at())
                .isEqualTo(5);
    }

    @Test
    @DisplayName("the new line counts on from the old one's end, and the conflict names it")
    void aNewLine() {
        node.says(5, "一");
        told(node.call(1, 5));
        node.forgets(3).says(2, "二");
        told(node.call(4, 5));
        Teller next = new Teller("branch-ne", new Uplink.Continued(node.line(), 3, 5)).says(2, "二");

        Uplink.Answer answer = told(next.call(6, 7));

        assertThat(answer.completeThrough()).isEqualTo(7);
        assertThat(conflicts())
                .extracting(JournalPages.BranchConflict::nextLine)
                .containsExactly(next.line());
        assertThat(conflicts()).extracting(JournalPages.BranchConflict::kind).containsExactly("OTHER_CONTENT");
    }

    @Test
    @DisplayName("a node that knows less than the hub opens a new line, and what it lost is told")
    void behind() {
        node.says(5, "一");
        told(node.call(1, 5));
        Teller next = new Teller("branch-ne", new Uplink.Continued(node.line(), 3, 5));

        assertThat(told(next.call(6, 5)).completeThrough()).isEqualTo(5);

        assertThat(conflicts()).extracting(JournalPages.BranchConflict::kind).containsExactly("BEHIND");
        assertThat(conflicts()).extracting(JournalPages.BranchConflict::at).containsExactly(4L);
        assertThat(conflicts())
                .extracting(JournalPages.BranchConflict::completeThrough)
                .containsExactly(5L);
    }

    @Test
    @DisplayName("a record that was changed on the way does not follow from its hash and is not kept")
    void changedOnTheWay() {
        node.says(2, "一");
        Uplink.Call<VisitReport> call = node.call(1, 2);
        byte[] other = "{\"changed\":true}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Uplink.Entry<VisitReport> second = new Uplink.Entry<>(
                2, call.entries().get(1).hash(), new Item<>(other, "application/json", new VisitWording().read(other)));

        Uplink.Answer answer = told(new Uplink.Call<>(
                call.line(),
                call.branch(),
                null,
                1,
                call.prev(),
                2,
                2,
                List.of(call.entries().getFirst(), second)));

        assertThat(Objects.requireNonNull(answer.conflict()).at()).isEqualTo(2);
        assertThat(entries()).isEqualTo("0");
    }

    @Test
    @DisplayName("another branch's line is refused, and so is another branch's name and whoever is no branch")
    void anothers() {
        node.says(2, "一");
        told(node.call(1, 1));
        Uplink.Call<VisitReport> theirs = node.call(2, 2);
        Uplink.Call<VisitReport> stolen =
                new Uplink.Call<>(theirs.line(), "branch-e", null, 2, theirs.prev(), 2, 1, theirs.entries());

        assertThat(refusal(EAST, stolen)).isEqualTo("NOT_YOUR_LINE");
        assertThat(refusal(EAST, theirs)).isEqualTo("NOT_YOUR_BRANCH");
        assertThat(refusal(new Sender("rep-ne-1", Role.REP, "NE", null), theirs))
                .isEqualTo("NOT_YOUR_BRANCH");
        assertThat(entries()).isEqualTo("1");
        assertThat(pages.branches(EAST)).extracting(JournalPages.Branch::line).doesNotContain(node.line());
    }

    @Test
    @DisplayName("the console tells how far each branch is, in both languages")
    void onThePage() {
        node.says(3, "一");
        told(node.call(1, 3));

        assertThat(Caller.as(port, "desk").get("/api/v1/branches").text())
                .contains("\"branch\":\"branch-ne\"", node.line());
        assertThat(Caller.as(port, "factory-crane")
                        .get("/api/v1/branches")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private Uplink.Answer told(Uplink.Call<VisitReport> call) {
        return uplink.take(NORTHEAST, MessageKind.VISIT, call);
    }

    private String refusal(Sender sender, Uplink.Call<VisitReport> call) {
        Intake.NotAllowed[] no = new Intake.NotAllowed[1];
        assertThatThrownBy(() -> uplink.take(sender, MessageKind.VISIT, call))
                .isInstanceOfSatisfying(Intake.NotAllowed.class, thrown -> no[0] = thrown);
        return no[0].refusal().code();
    }

    private String entries() {
        return sowing.one("select count(*) from journal.branch_entry where line = :id", node.line());
    }

    private String visitsFiled(long seq) {
        return sowing.one("select count(*) from visits.visit where visit_no = :id", node.visitNo(seq));
    }

    /** Of this test's own line. */
    private List<JournalPages.BranchConflict> conflicts() {
        return pages.branches(NORTHEAST).stream()
                .flatMap(branch -> branch.conflicts().stream())
                .filter(conflict -> conflict.line().equals(node.line()))
                .toList();
    }
}
