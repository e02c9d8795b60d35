package org.tongqu.hub.demand;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.clocks.WorkClock;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.journal.Effects;
import org.tongqu.hub.needs.NeedGraded;
import org.tongqu.hub.needs.Needs;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Outgoing;

/** Turns a graded need into one demand a factory; the parcel is put in the transaction that makes the demand. */
@Component
class Asking {
    private final DemandStore store;
    private final Serving serving;
    private final Routing routing;
    private final Needs needs;
    private final Customers customers;
    private final Partners partners;
    private final Outgoing outgoing;
    private final Effects effects;
    private final WorkClock workClock;
    private final Ids ids;
    private final Clock clock;

    Asking(
            DemandStore store,
            Serving serving,
            Routing routing,
            Needs needs,
            Customers customers,
            Partners partners,
            Outgoing outgoing,
            Effects effects,
            WorkClock workClock,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.serving = serving;
        this.routing = routing;
        this.needs = needs;
        this.customers = customers;
        this.partners = partners;
        this.outgoing = outgoing;
        this.effects = effects;
        this.workClock = workClock;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    void on(NeedGraded graded) {
        if (graded.anew()) {
            return;
        }
        Needs.Asked need = needs.asked(graded.needId()).orElseThrow();
        need.parts().stream()
                .filter(part -> first(part).isEmpty())
                .forEach(part -> needs.block(need.needId(), List.of(part.id()), why(part)));
        partsByFactory(need)
                .forEach((factory, parts) -> ask(new Ask(need, factory, parts, "", null), graded.messageId()));
    }

    private Map<String, List<Needs.Part>> partsByFactory(Needs.Asked need) {
        Map<String, List<Needs.Part>> byFactory = new TreeMap<>();
        for (Needs.Part part : need.parts()) {
            first(part)
                    .ifPresent(factory -> byFactory
                            .computeIfAbsent(factory, f -> new ArrayList<>())
                            .add(part));
        }
        return byFactory;
    }

    private Optional<String> first(Needs.Part part) {
        return part.productClass() == null
                ? Optional.empty()
                : routing.factoriesFor(part.productClass()).stream().findFirst();
    }

    private static Needs.Blocked why(Needs.Part part) {
        return part.productClass() == null ? Needs.Blocked.NO_CLASS : Needs.Blocked.NO_RULE;
    }

    /** Makes the demand that a message led to, once. */
    void ask(Ask ask, String messageId) {
        String demandId = ids.next();
        if (effects.first(ask.key(), messageId, "demand", "demand", demandId)) {
            put(demandId, ask, messageId);
        }
    }

    /** Makes a demand that a person wants; answers its id. */
    String ask(Ask ask) {
        String demandId = ids.next();
        put(demandId, ask, null);
        return demandId;
    }

    /** Whoever is to hold a need and ask for it holds its customer first, as an order does that names one of its demands. */
    void hold(String needId) {
        needs.asked(needId).map(Needs.Asked::sourceRecordId).ifPresent(customers::hold);
    }

    private void put(String demandId, Ask ask, @Nullable String messageId) {
        Needs.Asked need = ask.need();
        customers.hold(need.sourceRecordId());
        Instant now = clock.instant();
        Instant due = workClock.due(
                Hop.ANSWER, ask.parts().stream().map(Needs.Part::productClass).toList(), need.grade(), now);
        store.ask(demandId, ask, now, due);
        store.hop(demandId, Station.ASKED, now, messageId);
        boolean outside = isOutside(ask.factory());
        if (!outside) {
            customers.share(need.sourceRecordId(), ask.factory());
        }
        needs.ask(need.needId(), ask.partIds(), ask.factory(), demandId);
        Map<String, DemandWord.AskedAgent> agents =
                outside ? Map.of() : serving.begin(demandId, need.sourceRecordId(), ask.parts(), now);
        outgoing.put(
                ask.factory(),
                lane(ask.factory(), demandId),
                effectKey(demandId),
                new Parcel.Load.Demand(question(demandId, ask, customer(need, outside), agents, now, due)),
                messageId);
    }

    private boolean isOutside(String factory) {
        return partners.kindOf(factory).filter(Partners.COOPERATOR::equals).isPresent();
    }

    /** An outside firm is told where the customer is, and not whom to call past the group. */
    private CustomerSaid customer(Needs.Asked need, boolean outside) {
        CustomerSaid said = customers.said(need.sourceRecordId());
        return outside ? new CustomerSaid(said.name(), null, said.province(), said.city(), null, null) : said;
    }

    /** One demand, one lane: a parked one holds up nothing but itself. */
    static String lane(String factory, String demandId) {
        return "demand|" + factory + "|" + demandId;
    }

    /** Under which the parcel of a demand is put. */
    static String effectKey(String demandId) {
        return "ask|" + demandId;
    }

    private static DemandWord.Asked question(
            String demandId,
            Ask ask,
            CustomerSaid customer,
            Map<String, DemandWord.AskedAgent> agents,
            Instant now,
            Instant due) {
        Needs.Asked need = ask.need();
        return new DemandWord.Asked(
                demandId,
                need.needId(),
                need.number(),
                need.grade(),
                need.said().summary(),
                need.said().functional(),
                need.said().requiredBy(),
                need.said().budget(),
                customer,
                ask.parts().stream()
                        .map(part -> new DemandWord.AskedPart(
                                part.id(),
                                String.valueOf(part.productClass()),
                                part.productCode(),
                                part.qty(),
                                agents.get(part.id())))
                        .toList(),
                now.atZone(Columns.HOUSE_ZONE).toOffsetDateTime(),
                due.atZone(Columns.HOUSE_ZONE).toOffsetDateTime(),
                ask.copyTo());
    }

    /**
     * What is to be asked of whom.
     *
     * @param after nothing for the first asking, else what led to this one: the refused demand, or the part a person sent
     * @param byLogin who wants it; absent where a rule does
     */
    record Ask(
            Needs.Asked need,
            String factory,
            List<Needs.Part> parts,
            String after,
            @Nullable String byLogin) {
        String key() {
            String first = "demand|" + need.needId() + "|" + factory;
            return after.isEmpty() ? first : first + "|" + after;
        }

        List<String> partIds() {
            return parts.stream().map(Needs.Part::id).toList();
        }

        /** Something must be designed before it can be quoted, so research and development reads it too. */
        @Nullable
        String copyTo() {
            return parts.stream().anyMatch(part -> part.productCode() == null) ? "RND" : null;
        }
    }
}
