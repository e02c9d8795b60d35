package org.tongqu.hub.visits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Sender.Role;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.connectors.rest.VisitWording;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;

@DisplayName("A visit in the one standard format is filed once, under its branch")
class VisitTest extends HubTest {
    private static final Sender REP = new Sender("rep-ne-1", Role.REP, "NE", null);
    private static final Sender BRANCH = new Sender("branch-ne", Role.BRANCH, "NE", "branch-ne");
    private static final Sender OTHER_BRANCH = new Sender("branch-e", Role.BRANCH, "E", "branch-e");

    @Autowired
    Intake intake;

    @Autowired
    Sowing sowing;

    private final String no = "V-" + Sowing.number() + "-" + Long.toString(System.nanoTime(), 36);

    @Test
    @DisplayName("what was said on it stands beside it, the same from a phone and from a branch")
    @Tag("S4-07")
    void theSameFromPhoneAndBranch() {
        Receipt phone = send(REP, visit("三台"));
        Receipt branch = send(BRANCH, visit("三台"));
        sowing.applied(phone.messageId());

        assertThat(branch.status()).isEqualTo(Receipt.Status.DUPLICATE);
        assertThat(branch.messageId()).isEqualTo(phone.messageId());
        assertThat(sowing.one("select count(*) from visits.visit where visit_no = :id", no))
                .isEqualTo("1");
        assertThat(said("usage_reading", "running_hours")).isEqualTo("1200.5000");
        assertThat(said("voice", "words")).isEqualTo("三台");
        assertThat(said("competitor_fact", "lead_time_days")).isEqualTo("45");
        assertThat(said("sales_statement", "month")).isEqualTo("2026-02-01");
    }

    @Test
    @DisplayName("the same number in another branch is another visit")
    @Tag("S4-07")
    void anotherBranch() {
        sowing.applied(send(BRANCH, visit("一")).messageId());
        Receipt east = send(OTHER_BRANCH, visit("一"));
        sowing.applied(east.messageId());

        assertThat(east.status()).isEqualTo(Receipt.Status.RECEIVED);
        assertThat(sowing.one("select count(*) from visits.visit where visit_no = :id", no))
                .isEqualTo("2");
    }

    @Test
    @DisplayName("a rep speaks for itself alone, its branch for its reps")
    @Tag("S4-07")
    void whoSpeaks() {
        Sender colleague = new Sender("rep-ne-2", Role.REP, "NE", null);

        assertThat(codes(send(colleague, visit("一")))).containsExactly("REP_IS_ANOTHER");
        assertThat(send(BRANCH, visit("一")).status()).isEqualTo(Receipt.Status.RECEIVED);
    }

    @Test
    @DisplayName("a product class nobody knows is refused with the place it stands in")
    @Tag("S4-07")
    void anUnknownClass() {
        Receipt receipt = send(REP, """
                {"formatVersion":1,"visitNo":"%1$s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"沈阳%1$s厂"},"needs":[{"needNo":"1","summary":"飞船","parts":[
                   {"productClass":"CRANE","qty":"1"},{"productClass":"SPACESHIP","qty":"1"}]}]}""".formatted(no));

        assertThat(codes(receipt)).containsExactly("UNKNOWN_CLASS");
        assertThat(receipt.errors().getFirst().pointer()).isEqualTo("/needs/0/parts/1/productClass");
    }

    @Test
    @DisplayName("found by its number, its customer and the machines seen")
    void keys() {
        String id = send(REP, visit("一")).messageId();

        assertThat(sowing.one(
                        "select string_agg(name, ' ' order by name) from journal.business_key where message_id = :id",
                        id))
                .isEqualTo("CUSTOMER SERIAL_NO VISIT_NO");
    }

    private static List<String> codes(Receipt receipt) {
        return receipt.errors().stream().map(Refusal::code).toList();
    }

    private String said(String table, String column) {
        return sowing.one(
                "select t." + column + " from visits." + table
                        + " t join visits.visit v on v.id = t.visit_id where v.visit_no = :id",
                no);
    }

    private Receipt send(Sender sender, String json) {
        byte[] raw = json.getBytes(UTF_8);
        VisitWording wording = new VisitWording();
        return intake.receive(
                        sender,
                        Wire.REST,
                        MessageKind.VISIT,
                        Optional.empty(),
                        List.of(new Item<>(raw, wording.format(), wording.read(raw))))
                .getFirst();
    }

    private String visit(String opinion) {
        return """
                {"formatVersion":1,"visitNo":"%1$s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"沈阳%1$s厂","province":"辽宁省"},
                 "usage":[{"serial":"SN-%1$s","runningHours":"1200.5"}],"opinions":["%2$s"],
                 "competitors":[{"name":"某某机床","leadTimeDays":45}],
                 "salesStatements":[{"productCode":"CK6150","qty":"4","month":"2026-02"}]}""".formatted(no, opinion);
    }
}
