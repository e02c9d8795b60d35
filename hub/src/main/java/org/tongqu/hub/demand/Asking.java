package org.tongqu.hub.demand;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.journal.Effects;
import org.tongqu.hub.needs.NeedGraded;
import org.tongqu.hub.needs.Needs;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Outgoing;

/** Turns a graded need into one demand a factory; the parcel is put in the transaction that makes the demand. */
@Component
class Asking {
    /** How long a factory may take to answer before the wait shows as late, by grade. */
    private static final Map<String, Duration> ANSWER_WITHIN =
            Map.of("A", Duration.ofDays(1), "B", Duration.ofDays(2), "C", Duration.ofDays(3));

    private final DemandStore store;
    private final Routing routing;
    private final Needs needs;
    private final Customers customers;
    private final Outgoing outgoing;
    private final Effects effects;
    private final Ids ids;
    private final Clock clock;

    Asking(
            DemandStore store,
            Routing routing,
            Needs needs,
            Customers customers,
            Outgoing outgoing,
            Effects effects,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.routing = routing;
        this.needs = needs;
        this.customers = customers;
        this.outgoing = outgoing;
        this.effects = effects;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    void on(NeedGraded graded) {
        Needs.Asked need = needs.asked(graded.needId()).orElseThrow();
        partsByFactory(need).forEach((factory, parts) -> ask(graded, need, factory, parts));
    }

    private Map<String, List<Needs.Part>> partsByFactory(Needs.Asked need) {
        Map<String, List<Needs.Part>> byFactory = new TreeMap<>();
        for (Needs.Part part : need.parts()) {
            if (part.productClass() != null) {
                routing.factoryFor(part.productClass())
                        .ifPresent(factory -> byFactory
                                .computeIfAbsent(factory, f -> new java.util.ArrayList<>())
                                .add(part));
            }
        }
        return byFactory;
    }

    private void ask(NeedGraded graded, Needs.Asked need, String factory, List<Needs.Part> parts) {
        String demandId = ids.next();
        if (!effects.first(
                "demand|" + need.needId() + "|" + factory, graded.messageId(), "demand", "demand", demandId)) {
            return;
        }
        Instant now = clock.instant();
        Instant due = now.plus(ANSWER_WITHIN.getOrDefault(need.grade(), Duration.ofDays(3)));
        store.ask(demandId, need, factory, now, due);
        store.hop(demandId, Station.ASKED, now, graded.messageId());
        customers.share(need.sourceRecordId(), factory);
        needs.ask(need.needId(), parts.stream().map(Needs.Part::id).toList(), factory, demandId);
        outgoing.put(
                factory,
                lane(factory, demandId),
                effectKey(demandId),
                new Parcel.Load.Demand(question(demandId, need, parts, now, due)),
                graded.messageId());
    }

    /** One demand, one lane: a parked one holds up nothing but itself. */
    static String lane(String factory, String demandId) {
        return "demand|" + factory + "|" + demandId;
    }

    /** Under which the parcel of a demand is put. */
    static String effectKey(String demandId) {
        return "ask|" + demandId;
    }

    private DemandWord.Asked question(
            String demandId, Needs.Asked need, List<Needs.Part> parts, Instant now, Instant due) {
        return new DemandWord.Asked(
                demandId,
                need.needId(),
                need.number(),
                need.grade(),
                need.said().summary(),
                need.said().functional(),
                need.said().requiredBy(),
                need.said().budget(),
                customers.said(need.sourceRecordId()),
                parts.stream()
                        .map(part -> new DemandWord.AskedPart(
                                part.id(), String.valueOf(part.productClass()), part.productCode(), part.qty()))
                        .toList(),
                now.atZone(Columns.HOUSE_ZONE).toOffsetDateTime(),
                due.atZone(Columns.HOUSE_ZONE).toOffsetDateTime());
    }
}
