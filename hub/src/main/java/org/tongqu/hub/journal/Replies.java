package org.tongqu.hub.journal;

import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Backoff;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.ParcelSettled;
import org.tongqu.hub.platform.Sha256;
import org.tongqu.hub.platform.Wakes;

/** A factory's acknowledgement that came back with the delivery is a message like any other: kept in the transaction that settles the parcel. */
@Component
class Replies {
    private final JournalStore store;
    private final Receivers receivers;
    private final Wakes wakes;
    private final Ids ids;
    private final Backoff backoff;

    Replies(
            JournalStore store,
            Receivers receivers,
            Wakes wakes,
            Ids ids,
            @Qualifier("journalBackoff") Backoff backoff) {
        this.store = store;
        this.receivers = receivers;
        this.wakes = wakes;
        this.ids = ids;
        this.backoff = backoff;
    }

    @EventListener
    void on(ParcelSettled settled) {
        if (settled.delivery() instanceof Delivery.Taken(Delivery.Reply reply) && reply != null) {
            keep(settled, reply);
        }
    }

    private void keep(ParcelSettled settled, Delivery.Reply reply) {
        String partner = settled.parcel().partner();
        Sender sender = new Sender(partner, Sender.Role.FACTORY, null, partner);
        String id = ids.next();
        Statement statement = receivers
                .of(MessageKind.DEMAND_ACKNOWLEDGEMENT)
                .statement(sender, reply.acknowledged(), Sha256.hex(reply.raw()));
        Claim once = new Claim(
                "reply|" + settled.parcel().id() + "|" + settled.parcel().attempt(), "");
        if (store.claim(once, id, sender).isEmpty()) {
            store.keep(new JournalStore.NewMessage(
                    id,
                    MessageKind.DEMAND_ACKNOWLEDGEMENT,
                    "REPLY",
                    reply.format(),
                    sender,
                    null,
                    settled.at(),
                    Sha256.hex(reply.raw()),
                    reply.raw().length,
                    true,
                    false,
                    null,
                    backoff.tries()));
            store.keepBytes(JournalStore.dayOf(settled.at()), id, 0, reply.raw());
            store.keys(id, List.copyOf(statement.keys()));
            wakes.ring(Journal.BELL, MessageKind.DEMAND_ACKNOWLEDGEMENT.name());
        }
    }
}
