package org.tongqu.hub.console.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.Combined;
import org.tongqu.hub.demand.Conversation;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Gathers what a need's page shows beside its road: the combined answer, what blocks, the conversations, and what its reader may do. */
@Component
class NeedTurnkeys {
    private final Conversation conversation;
    private final Partners partners;
    private final Policy policy;
    private final Wall wall;

    NeedTurnkeys(Conversation conversation, Partners partners, Policy policy, Wall wall) {
        this.conversation = conversation;
        this.partners = partners;
        this.policy = policy;
        this.wall = wall;
    }

    NeedTurnkey of(Sender sender, DemandPages.Road road, Names names) {
        List<DemandPages.Demand> demands =
                road.tracks().stream().map(DemandPages.Track::demand).toList();
        Map<String, List<Conversation.Line>> said = conversation.ofDemands(
                sender, demands.stream().map(DemandPages.Demand::id).toList());
        boolean maySend = policy.allows(sender.role(), Act.SEND_PART);
        return new NeedTurnkey(
                road.combined(),
                slowest(road.combined(), demands, names),
                demands.stream()
                        .map(demand -> new NeedTurnkey.Talk(
                                demand.id(),
                                names.partner(demand.factory()),
                                demand.copyTo(),
                                demand.agents(),
                                said.getOrDefault(demand.id(), List.of())))
                        .toList(),
                maySend ? factories(sender) : List.of(),
                maySend,
                policy.allows(sender.role(), Act.CLOSE_NEED),
                policy.allows(sender.role(), Act.TALK));
    }

    private static String slowest(@Nullable Combined combined, List<DemandPages.Demand> demands, Names names) {
        return demands.stream()
                .filter(demand -> combined != null && demand.id().equals(combined.slowestDemandId()))
                .findFirst()
                .map(demand -> names.partner(demand.factory()))
                .orElse("");
    }

    private List<Partners.Partner> factories(Sender sender) {
        return wall.read(
                Scope.of(sender),
                () -> partners.all().stream()
                        .filter(partner -> partner.kind().equals("FACTORY") && partner.active())
                        .toList());
    }
}
