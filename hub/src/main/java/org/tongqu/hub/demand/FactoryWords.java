package org.tongqu.hub.demand;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.BusinessKey;

/** What holds for every word of a factory: only a factory speaks, and only on a demand put to it. */
@Component
class FactoryWords {
    private final DemandStore store;

    FactoryWords(DemandStore store) {
        this.store = store;
    }

    static boolean allows(Sender.Role role) {
        return role == Sender.Role.FACTORY;
    }

    /** A demand of somebody else and one that never was are answered alike. */
    List<Refusal> check(Sender sender, DemandWord said) {
        return store.isFactorys(said.demandId(), sender.partner())
                ? List.of()
                : List.of(new Refusal(
                        "/demandId",
                        "UNKNOWN_DEMAND",
                        "贵厂没有编号为 " + said.demandId() + " 的询厂；请核对 demandId。",
                        "No demand " + said.demandId() + " was put to your factory; check demandId."));
    }

    static List<BusinessKey> keys(DemandWord said) {
        return List.of(new BusinessKey("DEMAND", said.demandId()));
    }
}
