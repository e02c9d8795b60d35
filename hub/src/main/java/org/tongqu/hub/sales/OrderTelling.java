package org.tongqu.hub.sales;

import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongqu.hub.journal.Arrival;
import org.tongqu.hub.journal.Effects;

/** Tells what has become true of an order, once a revision; facts that came before their order are told when it comes. */
@Component
class OrderTelling {
    private final OrderStore store;
    private final Effects effects;
    private final ApplicationEventPublisher events;

    OrderTelling(OrderStore store, Effects effects, ApplicationEventPublisher events) {
        this.store = store;
        this.effects = effects;
        this.events = events;
    }

    void tell(String orderId, OrderKeys keys, Arrival arrival) {
        events.publishEvent(new OrderTold(orderId));
        store.standing(orderId).ifPresent(standing -> tell(standing, keys, arrival));
    }

    private void tell(OrderStanding standing, OrderKeys keys, Arrival arrival) {
        if (first("TAKEN", standing, keys, arrival)) {
            events.publishEvent(taken(standing, keys, arrival));
        }
        if (standing.isShipped() && first("SHIPPED", standing, keys, arrival)) {
            events.publishEvent(shipped(standing, keys, arrival));
        }
        if (standing.isPaidUp() && first("PAID_UP", standing, keys, arrival)) {
            events.publishEvent(paidUp(standing, keys, arrival));
        }
    }

    private boolean first(String what, OrderStanding standing, OrderKeys keys, Arrival arrival) {
        return effects.first(
                keys.news(what, standing.revision()), arrival.messageId(), "sales", "news", standing.orderId());
    }

    private static OrderNews taken(OrderStanding standing, OrderKeys keys, Arrival arrival) {
        return new OrderNews.Taken(
                standing.orderId(),
                keys.factory(),
                keys.orderNo(),
                standing.demandId(),
                standing.needId(),
                standing.sourceRecordId(),
                arrival.messageId(),
                arrival.receivedAt());
    }

    private static OrderNews shipped(OrderStanding standing, OrderKeys keys, Arrival arrival) {
        Instant at = arrival.receivedAt();
        return new OrderNews.Shipped(
                standing.orderId(), keys.factory(), keys.orderNo(), standing.demandId(), arrival.messageId(), at);
    }

    private static OrderNews paidUp(OrderStanding standing, OrderKeys keys, Arrival arrival) {
        Instant at = arrival.receivedAt();
        return new OrderNews.PaidUp(
                standing.orderId(), keys.factory(), keys.orderNo(), standing.demandId(), arrival.messageId(), at);
    }
}
