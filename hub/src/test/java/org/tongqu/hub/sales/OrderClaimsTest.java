package org.tongqu.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.OrderReport;
import org.tongqu.connectors.canon.OrderReport.MilestoneKind;
import org.tongqu.hub.journal.BusinessKey;
import org.tongqu.hub.journal.Claim;

/** What a factory's report claims, so that the journal can tell a repeat from a contradiction. */
class OrderClaimsTest {

    @Test
    void an_order_written_with_other_zeros_and_another_time_zone_says_the_same() {
        OrderReport.Head head = Said.head(1, "2");
        OrderReport.Line line = head.lines().getFirst();
        OrderReport.Head rewritten = new OrderReport.Head(
                1,
                head.orderedAt().withOffsetSameInstant(ZoneOffset.UTC),
                head.zone(),
                head.customer(),
                null,
                null,
                null,
                "CNY",
                List.of(new OrderReport.Line(
                        "1",
                        line.productCode(),
                        line.productClass(),
                        line.model(),
                        new BigDecimal("2.00"),
                        new BigDecimal("4E+5"))));

        assertThat(claims(Said.order("A-1", rewritten))).isEqualTo(claims(Said.order("A-1", head)));
    }

    @Test
    void the_same_revision_with_another_quantity_is_the_same_claim_with_other_content() {
        Claim first = claims(Said.order("A-1", Said.head(1, "2"))).getFirst();
        Claim second = claims(Said.order("A-1", Said.head(1, "3"))).getFirst();

        assertThat(second.key()).isEqualTo(first.key());
        assertThat(second.contentHash()).isNotEqualTo(first.contentHash());
    }

    @Test
    void a_higher_revision_is_a_claim_of_its_own() {
        assertThat(claims(Said.order("A-1", Said.head(2, "2"))).getFirst().key())
                .isNotEqualTo(
                        claims(Said.order("A-1", Said.head(1, "2"))).getFirst().key());
    }

    @Test
    void a_head_told_again_with_a_new_payment_repeats_the_head_and_adds_the_payment() {
        OrderReport alone = Said.order("A-1");
        OrderReport both = new OrderReport(
                "A-1",
                alone.head(),
                List.of(),
                List.of(),
                Said.payment("A-1", "P-1", "10").payments());

        assertThat(claims(both)).containsAll(claims(alone)).hasSize(2);
    }

    @Test
    void one_payment_number_cannot_pay_two_orders() {
        Claim one = claims(Said.payment("A-1", "P-1", "10")).getFirst();
        Claim other = claims(Said.payment("A-2", "P-1", "10")).getFirst();

        assertThat(other.key()).isEqualTo(one.key());
        assertThat(other.contentHash()).isNotEqualTo(one.contentHash());
    }

    @Test
    void numbers_with_bars_in_them_do_not_run_into_each_other() {
        assertThat(claims(Said.shipment("A|B", "C", "1")).getFirst().key())
                .isNotEqualTo(claims(Said.shipment("A", "B|C", "1")).getFirst().key());
    }

    @Test
    void a_milestone_reached_twice_at_different_times_is_two_facts() {
        OrderReport.Milestone made = new OrderReport.Milestone(MilestoneKind.MADE, Said.MARCH);
        OrderReport.Milestone again = new OrderReport.Milestone(MilestoneKind.MADE, Said.MARCH.plusDays(1));
        OrderReport said = new OrderReport("A-1", null, List.of(made, again), List.of(), List.of());

        assertThat(claims(said)).extracting(Claim::key).doesNotHaveDuplicates();
    }

    @Test
    void an_order_is_found_by_its_number_its_customer_and_the_serial_numbers_that_left() {
        List<BusinessKey> keys = OrderClaims.keys(new OrderReport(
                "A-1",
                Said.head(1, "2", null, "agent-a001", "D-7", "CNY"),
                List.of(),
                Said.shipment("A-1", "S-1", "1").shipments(),
                Said.payment("A-1", "P-1", "10").payments()));

        assertThat(keys)
                .containsExactlyInAnyOrder(
                        new BusinessKey("ORDER_NO", "A-1"),
                        new BusinessKey("CUSTOMER", "沈阳第一机床厂"),
                        new BusinessKey("AGENT", "agent-a001"),
                        new BusinessKey("DEMAND", "D-7"),
                        new BusinessKey("PAYMENT_NO", "P-1"),
                        new BusinessKey("SERIAL_NO", "SN-S-1"));
    }

    @Test
    void a_report_that_says_nothing_still_has_a_name_to_be_refused_by() {
        assertThat(claims(Said.order("A-1", null))).hasSize(1);
    }

    private static List<Claim> claims(OrderReport said) {
        return OrderClaims.of("factory-crane", said, "hash").claims();
    }
}
