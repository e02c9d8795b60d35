package org.tongqu.hub.demand;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.Directory;
import org.tongqu.connectors.canon.Directory.Endpoint;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.hub.needs.Needs;
import org.tongqu.hub.platform.Outgoing;
import org.tongqu.hub.platform.ParcelSettled;
import org.tongqu.hub.platform.QueuesLost;
import org.tongqu.hub.sales.OrderNews;

/** Follows a demand past its answer: sent, ordered, delivered, paid, each stamped when the hub came to know. */
@Component
class Following {
    private final DemandStore store;
    private final Needs needs;
    private final Directory directory;
    private final Outgoing outgoing;

    Following(DemandStore store, Needs needs, Directory directory, Outgoing outgoing) {
        this.store = store;
        this.needs = needs;
        this.directory = directory;
        this.outgoing = outgoing;
    }

    @EventListener
    void on(ParcelSettled settled) {
        if (settled.delivery() instanceof Delivery.Taken
                && settled.parcel().load() instanceof Parcel.Load.Demand demand) {
            String demandId = demand.asked().demandId();
            store.sent(demandId, settled.at());
            store.hop(demandId, Station.SENT, settled.at(), null);
        }
    }

    /** Demands that lay in a queue, or were read from it and never acknowledged; their factory knows them by the same key. */
    @EventListener
    void on(QueuesLost lost) {
        List<String> byQueue = directory.partners().stream()
                .filter(partner -> partner.endpoint() instanceof Endpoint.Queue)
                .map(Directory.Partner::code)
                .toList();
        outgoing.sendLostAgain(store.sentAndUnacknowledged(byQueue).stream()
                .map(Asking::effectKey)
                .toList());
    }

    /** An order that names somebody else's demand is kept as an order and closes nothing. */
    @EventListener
    void on(OrderNews news) {
        String demandId = news.demandId();
        if (demandId == null
                || store.lockFactoryOf(demandId).filter(news.factory()::equals).isEmpty()) {
            return;
        }
        switch (news) {
            case OrderNews.Taken taken -> {
                store.needOf(demandId).ifPresent(needs::hold);
                needs.claim(demandId);
                store.ordered(demandId, taken.orderNo(), taken.at());
                store.hop(demandId, Station.ORDERED, taken.at(), taken.messageId());
                needs.move(demandId, Needs.PartState.ORDERED);
            }
            case OrderNews.Shipped shipped -> {
                store.hop(demandId, Station.DELIVERED, shipped.at(), shipped.messageId());
                needs.move(demandId, Needs.PartState.DELIVERED);
            }
            case OrderNews.PaidUp paid -> {
                store.hop(demandId, Station.PAID, paid.at(), paid.messageId());
                needs.move(demandId, Needs.PartState.PAID);
            }
        }
    }
}
