package org.tongqu.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.OrderReport;
import org.tongqu.connectors.canon.OrderReport.MilestoneKind;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Scope;

/** What a factory tells of its orders, and what becomes true by it. */
class OrdersTakenTest extends SalesBed {
    private String factory = "";

    @BeforeEach
    void aFactory() {
        factory = partner("FACTORY", "起重机厂");
    }

    @Test
    void an_order_is_kept_with_its_customer_its_total_and_its_source() {
        take(factory, Said.order("A-1"));

        SalesPages.Order order = order(factory, "A-1");
        assertThat(order.total()).isEqualTo("800000.00");
        assertThat(order.paid()).isEqualTo("0.00");
        assertThat(order.region()).isEqualTo("NE");
        assertThat(order.customerName()).isEqualTo("沈阳第一机床厂");
        assertThat(order.customerId()).isNotNull();
        assertThat(order.messageId()).isNotNull();
        assertThat(order.orderedAt()).isEqualTo(Said.MARCH);
        assertThat(order.lines()).extracting(SalesPages.OrderLine::qty).containsExactly("2");
        assertThat(news(factory)).hasOnlyElementsOfType(OrderNews.Taken.class).hasSize(1);
    }

    @Test
    void replays_change_nothing() {
        OrderReport whole = new OrderReport(
                "A-1",
                Said.head(1, "2"),
                Said.milestone("A-1", MilestoneKind.MADE).milestones(),
                Said.shipment("A-1", "S-1", "2").shipments(),
                Said.payment("A-1", "P-1", "800000").payments());
        take(factory, whole);
        SalesPages.Order before = order(factory, "A-1");
        int told = news(factory).size();

        take(factory, whole);

        assertThat(order(factory, "A-1")).isEqualTo(before);
        assertThat(news(factory)).hasSize(told).hasSize(3);
    }

    @Test
    void a_lower_revision_is_kept_and_changes_nothing() {
        take(factory, Said.order("A-1", Said.head(3, "5")));
        int told = news(factory).size();

        take(factory, Said.order("A-1", Said.head(2, "2")));

        assertThat(order(factory, "A-1").revision()).isEqualTo(3);
        assertThat(order(factory, "A-1").total()).isEqualTo("2000000.00");
        assertThat(revisions("A-1")).containsExactly(2, 3);
        assertThat(news(factory)).hasSize(told);
    }

    @Test
    void a_higher_revision_replaces_and_is_news() {
        take(factory, Said.order("A-1", Said.head(1, "2")));
        take(factory, Said.order("A-1", Said.head(2, "3")));

        assertThat(order(factory, "A-1").total()).isEqualTo("1200000.00");
        assertThat(news(factory)).hasSize(2);
    }

    @Test
    void facts_that_come_before_their_order_wait_for_it() {
        take(factory, Said.payment("A-1", "P-1", "800000"));
        take(factory, Said.shipment("A-1", "S-1", "2"));
        assertThat(order(factory, "A-1").revision()).isNull();
        assertThat(news(factory)).isEmpty();

        take(factory, Said.order("A-1"));

        assertThat(news(factory))
                .hasExactlyElementsOfTypes(OrderNews.Taken.class, OrderNews.Shipped.class, OrderNews.PaidUp.class);
    }

    @Test
    void payments_that_reach_the_total_pay_the_order_up_once() {
        take(factory, Said.order("A-1"));
        take(factory, Said.payment("A-1", "P-1", "300000"));
        assertThat(news(factory)).noneMatch(OrderNews.PaidUp.class::isInstance);

        take(factory, Said.payment("A-1", "P-2", "500000.00"));
        take(factory, Said.payment("A-1", "P-3", "1"));

        assertThat(news(factory)).filteredOn(OrderNews.PaidUp.class::isInstance).hasSize(1);
        assertThat(order(factory, "A-1").paid()).isEqualTo("800001.00");
    }

    @Test
    void money_in_another_currency_does_not_pay() {
        take(factory, Said.payment("A-1", "P-1", "800000", "USD"));
        take(factory, Said.order("A-1"));

        assertThat(order(factory, "A-1").paid()).isEqualTo("0.00");
        assertThat(news(factory)).noneMatch(OrderNews.PaidUp.class::isInstance);
    }

    @Test
    void an_order_is_shipped_when_the_last_piece_has_left() {
        take(factory, Said.order("A-1"));
        take(factory, Said.shipment("A-1", "S-1", "1"));
        assertThat(news(factory)).noneMatch(OrderNews.Shipped.class::isInstance);

        take(factory, Said.shipment("A-1", "S-2", "1"));

        assertThat(news(factory))
                .filteredOn(OrderNews.Shipped.class::isInstance)
                .hasSize(1);
    }

    @Test
    void what_the_customer_accepted_was_shipped_whoever_forgot_to_say_so() {
        take(factory, Said.order("A-1"));
        take(factory, Said.milestone("A-1", MilestoneKind.MADE));
        assertThat(news(factory)).noneMatch(OrderNews.Shipped.class::isInstance);

        take(factory, Said.milestone("A-1", MilestoneKind.CUSTOMER_ACCEPTED));

        assertThat(news(factory))
                .filteredOn(OrderNews.Shipped.class::isInstance)
                .hasSize(1);
    }

    @Test
    void an_export_order_lands_in_the_export_bucket_wherever_its_customer_sits() {
        take(factory, Said.order("A-1", Said.head(1, "2", "出口部", null, null, "USD")));

        assertThat(order(factory, "A-1").region()).isEqualTo("EXPORT");
    }

    @Test
    void an_order_makes_its_customer_an_actual_one() {
        take(factory, Said.order("A-1"));

        String customer = String.valueOf(order(factory, "A-1").customerId());
        assertThat(wall.read(
                        Scope.WORKER,
                        () -> jdbc.sql("select life_state from customers.customer where id = :id")
                                .param("id", customer)
                                .query(String.class)
                                .single()))
                .isEqualTo("ACTUAL");
    }

    @Test
    void an_agent_nobody_knows_and_a_class_that_is_none_are_refused_with_their_place() {
        OrderReport.Head head = Said.head(1, "2", null, "agent-nobody", null, "CNY");
        OrderReport.Line odd = new OrderReport.Line(
                "1",
                "X",
                "SPACESHIP",
                null,
                head.lines().getFirst().qty(),
                head.lines().getFirst().unitPrice());
        OrderReport.Head wrong = new OrderReport.Head(
                1, head.orderedAt(), null, head.customer(), "agent-nobody", null, null, "CNY", List.of(odd));

        assertThat(check(Said.order("A-1", wrong)))
                .extracting(Refusal::pointer, Refusal::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("/lines/0/productClass", "PRODUCT_CLASS_UNKNOWN"),
                        org.assertj.core.groups.Tuple.tuple("/agent", "AGENT_UNKNOWN"));
    }

    @Test
    void an_order_may_name_an_agent_the_factory_cannot_see() {
        String agent = partner("AGENT", "沈阳盛达机电代理有限公司");

        assertThat(check(Said.order("A-1", Said.head(1, "2", null, agent, null, "CNY"))))
                .isEmpty();
        assertThat(check(Said.order("A-1", Said.head(1, "2", null, factory, null, "CNY"))))
                .extracting(Refusal::code)
                .containsExactly("AGENT_UNKNOWN");
    }

    @Test
    void a_payment_in_another_currency_than_the_known_order_is_refused() {
        take(factory, Said.order("A-1"));

        assertThat(check(Said.payment("A-1", "P-1", "10", "USD")))
                .extracting(Refusal::code)
                .containsExactly("CURRENCY_DIFFERS");
        assertThat(check(Said.payment("A-1", "P-1", "0")))
                .extracting(Refusal::code)
                .containsExactly("NOTHING_PAID");
        assertThat(check(Said.payment("A-1", "P-1", "10"))).isEmpty();
        assertThat(check(Said.payment("A-1", "P-1", "-10"))).as("a refund").isEmpty();
    }

    @Test
    void only_factories_tell_of_orders() {
        assertThat(Sender.Role.values()).filteredOn(orders::allows).containsExactly(Sender.Role.FACTORY);
    }

    private List<Refusal> check(OrderReport said) {
        Sender sender = sender(factory, Sender.Role.FACTORY);
        return wall.within(Scope.of(sender), () -> orders.check(sender, said));
    }

    private List<Integer> revisions(String orderNo) {
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql("""
                                select r.revision from sales.order_revision r join sales.sales_order o on o.id = r.order_id
                                where o.factory = :factory and o.order_no = :no order by r.revision
                                """)
                        .param("factory", factory)
                        .param("no", orderNo)
                        .query(Integer.class)
                        .list());
    }
}
