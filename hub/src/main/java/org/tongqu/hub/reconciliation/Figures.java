package org.tongqu.hub.reconciliation;

import static org.tongqu.hub.reconciliation.Figure.Kind.SHIPPED;
import static org.tongqu.hub.reconciliation.Figure.Kind.SOLD;
import static org.tongqu.hub.reconciliation.Figure.Kind.STATED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.VisitReport.SalesStatement;
import org.tongqu.hub.customers.CustomersRegrouped;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.sales.LinesSaid;
import org.tongqu.hub.sales.OrderTold;
import org.tongqu.hub.sales.SalesFacts;
import org.tongqu.hub.visits.VisitFiled;

/** Derives figures from facts in the transactions that bring them, so that none is ever missing; the worker holds them against one another. */
@Component
class Figures {
    private final SalesFacts sales;
    private final AgentNames agents;
    private final FigureBook book;
    private final TouchedStore touched;

    Figures(SalesFacts sales, AgentNames agents, FigureBook book, TouchedStore touched) {
        this.sales = sales;
        this.agents = agents;
        this.book = book;
        this.touched = touched;
    }

    @EventListener
    void on(LinesSaid news) {
        List<String> origins = news.lineIds().stream().map(Figures::line).toList();
        book.replace(
                origins,
                sales.sold(news.lineIds()).stream().map(Figures::figure).toList());
    }

    @EventListener
    void on(OrderTold news) {
        List<SalesFacts.Shipped> shipped = sales.shipped(List.of(news.orderId()));
        book.alsoCalled(shipped);
        book.replace(
                List.of(order(news.orderId())),
                shipped.stream().map(Figures::figure).toList());
    }

    @EventListener
    void on(VisitFiled news) {
        List<Figure> figures = new ArrayList<>();
        List<SalesStatement> said = news.report().salesStatements();
        for (int n = 0; n < said.size(); n++) {
            figure(news, n, said.get(n)).ifPresent(figures::add);
        }
        if (!figures.isEmpty()) {
            book.replace(List.of(), figures);
        }
    }

    @EventListener
    void on(CustomersRegrouped news) {
        touched.customers(news.touched());
    }

    private static String line(String id) {
        return "line|" + id;
    }

    private static String order(String id) {
        return "order|" + id;
    }

    private static Figure figure(SalesFacts.Sold sold) {
        return new Figure(
                line(sold.lineId()),
                line(sold.lineId()),
                SOLD,
                sold.agent(),
                sold.sourceRecordId(),
                ProductName.of(sold.code(), sold.model(), sold.product()),
                ProductName.folded(sold.unit()),
                sold.qty(),
                sold.soldOn(),
                sold.soldOn().withDayOfMonth(1),
                sold.messageId(),
                sold.rowNo(),
                sold.reference(),
                sold.receivedAt());
    }

    private static Figure figure(SalesFacts.Shipped shipped) {
        LocalDate day =
                shipped.shippedAt().atZoneSameInstant(Columns.HOUSE_ZONE).toLocalDate();
        return new Figure(
                order(shipped.orderId()) + "|" + shipped.part(),
                order(shipped.orderId()),
                SHIPPED,
                shipped.agent(),
                shipped.sourceRecordId(),
                ProductName.of(shipped.code(), shipped.model(), null),
                "",
                shipped.qty(),
                day,
                day.withDayOfMonth(1),
                shipped.messageId(),
                null,
                shipped.reference(),
                shipped.receivedAt());
    }

    /** What was bought from a factory itself has no agent's figure to stand beside; what was bought from nobody known may find one. */
    private Optional<Figure> figure(VisitFiled visit, int n, SalesStatement said) {
        String origin = "visit|" + visit.visitId();
        return agents.called(said.boughtFrom())
                .map(agent -> new Figure(
                        origin + "|" + n,
                        origin,
                        STATED,
                        agent,
                        visit.sourceRecordId(),
                        ProductName.of(said.productCode(), null, null),
                        "",
                        said.qty(),
                        visit.report()
                                .visitedAt()
                                .atZoneSameInstant(Columns.HOUSE_ZONE)
                                .toLocalDate(),
                        said.month().atDay(1),
                        visit.arrival().messageId(),
                        null,
                        visit.report().visitNo(),
                        Columns.utc(visit.arrival().receivedAt())));
    }
}
