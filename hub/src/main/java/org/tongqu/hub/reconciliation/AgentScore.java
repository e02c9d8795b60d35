package org.tongqu.hub.reconciliation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.channel.AgentPart;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;

/** The scorecard on an agent's page, for those who may see differences; an agent never does. */
@Component
class AgentScore implements AgentPart {
    private final Scores scores;
    private final Policy policy;

    AgentScore(Scores scores, Policy policy) {
        this.scores = scores;
        this.policy = policy;
    }

    @Override
    public Optional<Part> of(Sender reader, String agent) {
        return policy.allows(reader.role(), Act.SEE_DISCREPANCIES)
                ? Optional.of(scores.of(reader, agent))
                        .filter(card -> !card.months().isEmpty()
                                || card.service().closed().all() > 0)
                        .map(card -> new Part("reconciliation/agent", card))
                : Optional.empty();
    }
}
