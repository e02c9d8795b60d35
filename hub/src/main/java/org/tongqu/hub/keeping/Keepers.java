package org.tongqu.hub.keeping;

import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.CustomersRegrouped;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.visits.VisitFiled;

/** 负责人: whoever of the house visits a customer first keeps it, until it is handed over. */
@Component
class Keepers {
    private final KeeperStore store;
    private final Customers customers;
    private final Portfolios portfolios;
    private final People people;
    private final Ids ids;
    private final Clock clock;

    Keepers(KeeperStore store, Customers customers, Portfolios portfolios, People people, Ids ids, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.portfolios = portfolios;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    void on(VisitFiled visit) {
        customers
                .customerOf(visit.sourceRecordId())
                .filter(customer -> !isKept(customer))
                .ifPresent(customer -> people.find(visit.report().rep())
                        .filter(Keepers::mayKeep)
                        .ifPresent(rep -> begin(
                                new KeeperStore.Kept(
                                        customer, rep.login(), visit.region(), rep.region(), clock.instant()),
                                "FIRST_VISIT")));
    }

    /** A part that is taken out of a customer is nobody's stranger: its keeper goes on with both. */
    @EventListener
    void on(CustomersRegrouped news) {
        news.parted().stream()
                .filter(parted -> !isKept(parted.customer()))
                .forEach(parted -> store.today(portfolios.kin(parted.from()))
                        .ifPresent(keeper -> begin(keeper.of(parted.customer(), clock.instant()), "SPLIT")));
    }

    /** Most visits are to customers that are kept, so their own keeper is looked for before those of customers merged into them. */
    private boolean isKept(String customer) {
        return store.today(List.of(customer)).isPresent()
                || store.today(portfolios.kin(customer)).isPresent();
    }

    static boolean mayKeep(People.User user) {
        return switch (user.role()) {
            case REP, MANAGER -> user.active();
            default -> false;
        };
    }

    private void begin(KeeperStore.Kept kept, String why) {
        store.begin(ids.next(), kept, why);
    }

    /** Roles that may be given customers by a handover; headquarters' desk may hold them until a branch has somebody. */
    static boolean mayReceive(People.User user) {
        return mayKeep(user) || (user.active() && user.role() == Sender.Role.DESK);
    }
}
