package org.tongqu.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.sales.SalesPages.LinesAsked;
import org.tongqu.hub.sales.SalesPages.Order;
import org.tongqu.hub.sales.SalesPages.OrdersAsked;

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
