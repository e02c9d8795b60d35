package org.tongqu.hub.sales;

import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.OrderReport;
import org.tongqu.connectors.canon.OrderReport.Head;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.Customers.Observation;
import org.tongqu.hub.customers.Customers.SourceKind;
import org.tongqu.hub.journal.Arrival;
import org.tongqu.hub.journal.Effects;
import org.tongqu.hub.platform.Ids;

/** Writes orders down as told: the highest revision speaks, facts may come before the order they belong to. */
@Component
class OrderBook {
    private static final String ROOM = "sales";

    private final OrderStore store;
    private final FactStore facts;
    private final OrderTelling telling;
    private final OrderPlaces places;
    private final Customers customers;
    private final Effects effects;
    private final Ids ids;

    OrderBook(
            OrderStore store,
            FactStore facts,
            OrderTelling telling,
            OrderPlaces places,
            Customers customers,
            Effects effects,
            Ids ids) {
        this.store = store;
        this.facts = facts;
        this.telling = telling;
        this.places = places;
        this.customers = customers;
        this.effects = effects;
        this.ids = ids;
    }

    void take(String factory, Arrival arrival, OrderReport said) {
        OrderKeys keys = new OrderKeys(factory, said.orderNo());
        String orderId = store.lock(ids.next(), keys, arrival.receivedAt());
        Head head = said.head();
        if (head != null) {
            takeHead(orderId, keys, arrival, head);
        }
        takeFacts(orderId, keys, arrival, said);
        telling.tell(orderId, keys, arrival);
    }

    private void takeHead(String orderId, OrderKeys keys, Arrival arrival, Head head) {
        if (!first(keys.head(head.revision()), arrival, "order", orderId)) {
            return;
        }
        OrderPlace place = places.of(keys.factory(), head);
        String record = customers.observe(observation(keys.factory(), arrival, head, place));
        store.keepRevision(orderId, head, record, arrival);
        if (store.speaks(orderId, head, place)) {
            customers.ordered(record, arrival.messageId());
        }
    }

    private static Observation observation(String factory, Arrival arrival, Head head, OrderPlace place) {
        return new Observation(
                factory,
                SourceKind.FACTORY,
                factory,
                place.region(),
                head.customer(),
                arrival.messageId(),
                null,
                head.orderedAt().toInstant(),
                arrival.receivedAt());
    }

    private void takeFacts(String orderId, OrderKeys keys, Arrival arrival, OrderReport said) {
        for (OrderReport.Milestone step : said.milestones()) {
            if (first(keys.milestone(step), arrival, "milestone", orderId)) {
                facts.keep(orderId, step, arrival.messageId());
            }
        }
        for (OrderReport.Shipment shipment : said.shipments()) {
            if (first(keys.shipment(shipment), arrival, "shipment", orderId)) {
                facts.keep(orderId, shipment, arrival.messageId());
            }
        }
        for (OrderReport.Payment payment : said.payments()) {
            if (first(keys.payment(payment), arrival, "payment", orderId)) {
                facts.keep(orderId, keys.factory(), payment, arrival.messageId());
            }
        }
    }

    private boolean first(String key, Arrival arrival, String what, String orderId) {
        return effects.first(key, arrival.messageId(), ROOM, what, orderId);
    }
}
