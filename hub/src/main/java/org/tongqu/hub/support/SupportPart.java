package org.tongqu.hub.support;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.channel.AgentPart;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;

/** The support actions on an agent's page, for the house; the agent never sees them. */
@Component
class SupportPart implements AgentPart {
    private final SupportPages pages;
    private final Policy policy;

    SupportPart(SupportPages pages, Policy policy) {
        this.pages = pages;
        this.policy = policy;
    }

    @Override
    public Optional<Part> of(Sender reader, String agent) {
        if (!policy.allows(reader.role(), Act.SEE_SUPPORT)) {
            return Optional.empty();
        }
        return Optional.of(new Part("support/agent", pages.ofAgent(reader, agent)));
    }
}
