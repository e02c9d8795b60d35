package org.tongqu.hub.demand;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.BusinessKey;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;

/** What holds for every word of a factory: only a factory speaks, and only on a demand put to it. */
@Component
class FactoryWords {
    /** Name of the business key under which a word on a demand is found. */
    static final String KEY = "DEMAND";

    private final DemandStore store;
    private final Policy policy;

    FactoryWords(DemandStore store, Policy policy) {
        this.store = store;
        this.policy = policy;
    }

    boolean allows(Sender.Role role) {
        return policy.allows(role, Act.SEND_FACTORY_WORD);
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
        return List.of(new BusinessKey(KEY, said.demandId()));
    }
}
