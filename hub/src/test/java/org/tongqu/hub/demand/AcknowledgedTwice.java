package org.tongqu.hub.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.context.ApplicationContext;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.journal.Arrival;
import org.tongqu.hub.journal.Effects;
import org.tongqu.hub.journal.Taking;
import org.tongqu.hub.needs.Needs;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** A factory acknowledges one demand twice, in the delivery's reply and by a message: it must take effect once. */
public final class AcknowledgedTwice {
    private AcknowledgedTwice() {}

    /** @param effects the part that keeps the promise, real or spoilt */
    public static void onceInEffect(ApplicationContext hub, Sowing sowing, Effects effects) {
        AcknowledgementReceiver receiver = new AcknowledgementReceiver(
                hub.getBean(DemandStore.class), hub.getBean(FactoryWords.class), hub.getBean(Needs.class), effects);
        NeedBed bed = new NeedBed(sowing, "MACHINE_TOOL", "CRANE");
        String demand = bed.demandTo("factory-crane");

        take(hub.getBean(Wall.class), receiver, bed.visitMessage(), demand, "2026-03-02T11:00:00+08:00");
        take(hub.getBean(Wall.class), receiver, bed.otherMessage(), demand, "2026-03-02T11:00:05+08:00");

        assertThat(sowing.one(
                        "select count(*) from demand.hop where station = 'ACKNOWLEDGED' and demand_id = :id", demand))
                .as("hops of one acknowledgement")
                .isEqualTo("1");
    }

    private static void take(Wall wall, AcknowledgementReceiver receiver, String message, String demand, String at) {
        Sender crane = new Sender("factory-crane", Sender.Role.FACTORY, null, "factory-crane");
        OffsetDateTime said = OffsetDateTime.parse(at);
        Taking taking = wall.within(
                Scope.WORKER,
                () -> receiver.take(
                        new Arrival(message, crane, Instant.from(said)),
                        new DemandWord.Acknowledged(demand, "QZ-1", said)));
        assertThat(taking).isEqualTo(Taking.TAKEN);
    }
}
