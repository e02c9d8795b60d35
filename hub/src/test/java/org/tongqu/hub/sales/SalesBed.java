package org.tongqu.hub.sales;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.tongqu.connectors.canon.OrderReport;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.journal.Arrival;
import org.tongqu.hub.journal.RowReceiver.RowsTaken;
import org.tongqu.hub.journal.Taking;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** The room on real servers; each test has a factory and an agent of its own, so nothing another test left is seen. */
@RecordApplicationEvents
abstract class SalesBed extends HubTest {
    static final Sender DESK = new Sender("desk", Sender.Role.DESK, null, null);

    @Autowired
    OrderReceiver orders;

    @Autowired
    ReportLineReceiver lines;

    @Autowired
    SalesPages pages;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationEvents events;

    String partner(String kind, String name) {
        String id = ids.next();
        String code = kind.toLowerCase(java.util.Locale.ROOT) + "-" + id.substring(id.length() - 12);
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql(
                                "insert into partners.partner (code, kind, name, created_at) values (:code, :kind, :name, :now)")
                        .param("code", code)
                        .param("kind", kind)
                        .param("name", name)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
        return code;
    }

    static Sender sender(String partner, Sender.Role role) {
        return new Sender(partner, role, null, partner);
    }

    /** Takes a report as the journal's worker does: a header, and the effect in one transaction of the workers' scope. */
    void take(String factory, OrderReport said) {
        Taking taking = wall.within(
                Scope.WORKER, () -> orders.take(arrival(sender(factory, Sender.Role.FACTORY), "ORDER", "TAKEN"), said));
        if (taking != Taking.TAKEN) {
            throw new AssertionError("not taken: " + taking);
        }
    }

    RowsTaken drop(String agent, List<SalesLine> file) {
        return wall.within(Scope.WORKER, () -> {
            Arrival arrival = arrival(sender(agent, Sender.Role.AGENT), "SALES_FILE", "TAKEN");
            RowsTaken taken = lines.take(arrival, file);
            accepted(arrival, taken.accepted());
            return taken;
        });
    }

    /** The same file in chunks, as a large one comes. */
    long dropInChunks(String agent, List<List<SalesLine>> chunks) {
        return wall.within(Scope.WORKER, () -> {
            Arrival arrival = arrival(sender(agent, Sender.Role.AGENT), "SALES_FILE", "TAKEN");
            long accepted = 0;
            for (List<SalesLine> chunk : chunks) {
                accepted += lines.take(arrival, chunk).accepted();
            }
            accepted(arrival, accepted);
            return accepted;
        });
    }

    private void accepted(Arrival arrival, long accepted) {
        jdbc.sql("update journal.message set rows_accepted = :accepted where id = :id")
                .param("accepted", accepted)
                .param("id", arrival.messageId())
                .update();
    }

    Arrival arrival(Sender sender, String kind, String outcome) {
        Instant now = clock.instant();
        String id = ids.next();
        jdbc.sql("""
                        insert into journal.message
                            (id, kind, channel, format, login, role, partner, received_at, received_day, sha256, size, progress, outcome,
                             tries_left, next_attempt_at)
                        values (:id, :kind, 'REST', 'application/json', :login, :role, :partner, :now, :day, :id, 0, 'APPLIED', :outcome, 0, :now)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("login", sender.login())
                .param("role", sender.role().name())
                .param("partner", sender.partner())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("outcome", outcome)
                .update();
        return new Arrival(id, sender, now);
    }

    SalesPages.Order order(String factory, String orderNo) {
        Slice<SalesPages.Order> found =
                pages.orders(DESK, new SalesPages.OrdersAsked(orderNo, factory, null, null), Window.first(10));
        return found.items().getFirst();
    }

    List<SalesPages.Line> reported(String agent) {
        return pages.lines(DESK, new SalesPages.LinesAsked(agent, null, null), Window.first(200))
                .items();
    }

    List<OrderNews> news(String factory) {
        return events.stream(OrderNews.class)
                .filter(news -> news.factory().equals(factory))
                .toList();
    }
}
