package org.tongqu.hub.keeping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.CustomersRegrouped;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.keeping.ConflictStore.Case;
import org.tongqu.hub.keeping.ConflictStore.Side;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.visits.VisitFiled;

/** Opens a case by itself where two turn out to hold one customer, and ends it where they turn out not to. */
@Component
class ConflictWatch {
    private final ConflictStore store;
    private final KeeperStore keepers;
    private final Awards awards;
    private final Customers customers;
    private final Portfolios portfolios;
    private final People people;
    private final Ids ids;
    private final ConflictTimes times;

    ConflictWatch(
            ConflictStore store,
            KeeperStore keepers,
            Awards awards,
            Customers customers,
            Portfolios portfolios,
            People people,
            Ids ids,
            ConflictTimes times) {
        this.store = store;
        this.keepers = keepers;
        this.awards = awards;
        this.customers = customers;
        this.portfolios = portfolios;
        this.people = people;
        this.ids = ids;
        this.times = times;
    }

    @EventListener
    void on(CustomersRegrouped news) {
        store.restingOn(news.touched()).stream().filter(this::isParted).forEach(parted -> {
            awards.giveBackIfStanding(parted);
            store.end(parted.id(), times.now());
        });
        news.merged().forEach(this::twoHolders);
    }

    private void twoHolders(CustomersRegrouped.Merged merged) {
        List<String> kin = portfolios.kin(merged.customer());
        keepers.today(kin)
                .ifPresent(holder -> keepers.all(kin).stream()
                        .filter(other -> !other.person().equals(holder.person()))
                        .forEach(other -> open(
                                new Case(
                                        merged.customer(),
                                        Conflicts.Origin.MERGE,
                                        Side.of(holder),
                                        Side.of(other),
                                        null,
                                        null,
                                        null,
                                        merged.reason()),
                                kin)));
    }

    /** Whether what made two holders of one customer has been taken back. */
    private boolean isParted(ConflictStore.Row row) {
        String heldAs = row.about().holder().heldAs();
        String otherAs = row.about().other().heldAs();
        String record = row.about().otherRecord();
        Map<String, String> heirs = portfolios.heirs(
                otherAs == null ? List.of(String.valueOf(heldAs)) : List.of(String.valueOf(heldAs), otherAs));
        String held = heirs.get(heldAs);
        if (record != null) {
            return !customers.customerOf(record).equals(Optional.ofNullable(held));
        }
        return otherAs != null && !java.util.Objects.equals(held, heirs.get(otherAs));
    }

    @EventListener
    void on(VisitFiled visit) {
        String rep = visit.report().rep();
        customers.customerOf(visit.sourceRecordId()).ifPresent(customer -> {
            List<String> kin = portfolios.kin(customer);
            keepers.today(kin)
                    .filter(holder -> !holder.person().equals(rep))
                    .ifPresent(holder -> people.find(rep)
                            .filter(Keepers::mayKeep)
                            .filter(visitor -> !java.util.Objects.equals(visitor.region(), holder.branch()))
                            .ifPresent(visitor -> open(
                                    new Case(
                                            customer,
                                            Conflicts.Origin.VISIT,
                                            Side.of(holder),
                                            new Side(rep, visitor.region(), null),
                                            visit.sourceRecordId(),
                                            null,
                                            null,
                                            null),
                                    kin)));
            store.contact(kin, rep, visit.report().visitedAt().toInstant());
        });
    }

    private void open(Case opened, List<String> kin) {
        store.open(ids.next(), opened, kin, times.due(), times.now());
    }
}
