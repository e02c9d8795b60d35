package org.tongqu.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.OrderReport.MilestoneKind;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.sales.SalesPages.LinesAsked;
import org.tongqu.hub.sales.SalesPages.Order;
import org.tongqu.hub.sales.SalesPages.OrdersAsked;
import org.tongqu.hub.sales.SalesPages.OrdersSought;

/** Who sees which orders and reported lines. */
class SalesSeenTest extends SalesBed {

    @Test
    void a_factory_sees_its_own_orders_and_an_agent_those_that_came_through_it() {
        String factory = partner("FACTORY", "一厂");
        String rival = partner("FACTORY", "二厂");
        String agent = partner("AGENT", "代理");
        take(factory, Said.order("A-1", Said.head(1, "2", null, agent, null, "CNY")));

        assertThat(seen(sender(factory, Sender.Role.FACTORY), factory)).containsExactly("A-1");
        assertThat(seen(sender(agent, Sender.Role.AGENT), factory)).containsExactly("A-1");
        assertThat(seen(sender(rival, Sender.Role.FACTORY), factory)).isEmpty();
        assertThat(seen(new Sender("t", Sender.Role.TECHNICIAN, null, null), factory))
                .isEmpty();
    }

    @Test
    void a_region_sees_the_orders_of_its_customers() {
        String factory = partner("FACTORY", "一厂");
        take(factory, Said.order("A-1"));

        assertThat(seen(new Sender("rep-ne-1", Sender.Role.REP, "NE", null), factory))
                .containsExactly("A-1");
        assertThat(seen(new Sender("rep-sw-1", Sender.Role.REP, "SW", null), factory))
                .isEmpty();
    }

    @Test
    void reported_lines_are_the_agents_own() {
        String agent = partner("AGENT", "代理");
        String rival = partner("AGENT", "对手");
        drop(agent, Said.file(Said.row("1")));

        assertThat(lines(sender(agent, Sender.Role.AGENT), agent)).isEqualTo(1);
        assertThat(lines(sender(rival, Sender.Role.AGENT), agent)).isZero();
    }

    @Test
    void a_long_list_is_turned_page_by_page_newest_first() {
        String factory = partner("FACTORY", "一厂");
        List.of("A-1", "A-2", "A-3").forEach(no -> take(factory, Said.order(no)));

        List<String> turned = new ArrayList<>();
        @Nullable String after = null;
        do {
            Slice<Order> page = pages.orders(DESK, new OrdersAsked(null, factory, null, null), new Window(2, after));
            page.items().forEach(order -> turned.add(order.orderNo()));
            after = page.next();
        } while (after != null);

        assertThat(turned).containsExactly("A-3", "A-2", "A-1");
    }

    @Test
    void orders_are_found_by_customer_and_by_demand() {
        String factory = partner("FACTORY", "一厂");
        take(factory, Said.order("A-1", Said.head(1, "2", null, null, "D-" + factory, "CNY")));
        String customer = String.valueOf(order(factory, "A-1").customerId());

        assertThat(pages.orders(DESK, new OrdersAsked(null, null, null, "D-" + factory), Window.first(5))
                        .items())
                .hasSize(1);
        assertThat(pages.orders(DESK, new OrdersAsked(null, factory, customer, null), Window.first(5))
                        .items())
                .hasSize(1);
        assertThat(pages.orders(DESK, new OrdersAsked(null, factory, "nobody", null), Window.first(5))
                        .items())
                .isEmpty();
    }

    @Test
    void the_list_finds_orders_by_a_piece_of_their_number_their_region_and_how_far_they_are() {
        String factory = partner("FACTORY", "一厂");
        take(factory, Said.order("AX-1"));
        take(factory, Said.order("AX-2"));
        take(factory, Said.milestone("AX-2", MilestoneKind.MADE));
        take(factory, Said.order("BY-3"));
        take(factory, Said.shipment("BY-3", "S-3", "1"));
        take(factory, Said.payment("BY-4", "P-4-" + factory, "1.00"));

        assertThat(sought(DESK, new OrdersSought("X-", factory, null, null))).containsExactly("AX-2", "AX-1");
        assertThat(sought(DESK, new OrdersSought(null, factory, "NE", null))).hasSize(3);
        assertThat(sought(DESK, new OrdersSought(null, factory, "SW", null))).isEmpty();
        assertThat(sought(DESK, new OrdersSought(null, factory, null, "MADE"))).containsExactly("AX-2");
        assertThat(sought(DESK, new OrdersSought(null, factory, null, "ORDERED")))
                .containsExactly("BY-3", "AX-1");
        assertThat(sought(DESK, new OrdersSought(null, factory, null, "UNSAID")))
                .containsExactly("BY-4");
        take(factory, Said.shipment("BY-3", "S-3b", "1"));
        assertThat(sought(DESK, new OrdersSought(null, factory, null, "SHIPPED")))
                .containsExactly("BY-3");
        take(factory, Said.payment("BY-3", "P-3-" + factory, "800000.00"));
        assertThat(sought(DESK, new OrdersSought(null, factory, null, "PAID"))).containsExactly("BY-3");
    }

    @Test
    void paid_before_it_is_shipped_is_not_done() {
        String factory = partner("FACTORY", "一厂");
        take(factory, Said.order("A-1"));
        take(factory, Said.payment("A-1", "P-1-" + factory, "800000.00"));

        assertThat(sought(DESK, new OrdersSought(null, factory, null, "PAID"))).isEmpty();
        take(factory, Said.milestone("A-1", MilestoneKind.SHIPPED));
        assertThat(sought(DESK, new OrdersSought(null, factory, null, "PAID"))).containsExactly("A-1");
    }

    @Test
    void an_order_keeps_every_revision_and_every_fact_with_its_message() {
        String factory = partner("FACTORY", "一厂");
        take(factory, Said.order("A-1", Said.head(1, "2")));
        take(factory, Said.order("A-1", Said.head(2, "3")));
        take(factory, Said.milestone("A-1", MilestoneKind.ACCEPTED));
        take(factory, Said.payment("A-1", "P-1-" + factory, "1.00"));
        String id = order(factory, "A-1").id();

        SalesPages.OrderPast past = pages.order(DESK, id).orElseThrow();
        assertThat(past.revisions())
                .extracting(revision ->
                        revision.revision() + ":" + revision.lines().getFirst().qty())
                .containsExactly("2:3", "1:2");
        assertThat(past.facts()).extracting(SalesPages.Fact::kind).containsExactly("MILESTONE", "PAYMENT");
        assertThat(past.facts()).extracting(SalesPages.Fact::messageId).doesNotHaveDuplicates();
        assertThat(pages.order(sender(partner("FACTORY", "二厂"), Sender.Role.FACTORY), id))
                .isEmpty();
    }

    private List<String> sought(Sender sender, OrdersSought sought) {
        return pages.orders(sender, sought, Window.first(50)).items().stream()
                .map(Order::orderNo)
                .toList();
    }

    private List<String> seen(Sender sender, String factory) {
        return pages.orders(sender, new OrdersAsked(null, factory, null, null), Window.first(50)).items().stream()
                .map(Order::orderNo)
                .toList();
    }

    private long lines(Sender sender, String agent) {
        return pages.lines(sender, new LinesAsked(agent, null, null), Window.first(50))
                .items()
                .size();
    }
}
