package org.tongqu.hub.visits;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.journal.Arrival;
import org.tongqu.hub.journal.BusinessKey;
import org.tongqu.hub.journal.Claim;
import org.tongqu.hub.journal.Effects;
import org.tongqu.hub.journal.Receiver;
import org.tongqu.hub.journal.Statement;
import org.tongqu.hub.journal.Taking;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;

/** Receives visit reports: one number in one branch is one visit; other content under it is refused and both are kept. */
@Component
class VisitReceiver implements Receiver<VisitReport> {
    private static final String HEADQUARTERS = "HQ";

    private final VisitStore store;
    private final VisitRules rules;
    private final Customers customers;
    private final Effects effects;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Policy policy;

    VisitReceiver(
            VisitStore store,
            VisitRules rules,
            Customers customers,
            Effects effects,
            ApplicationEventPublisher events,
            Ids ids,
            Policy policy) {
        this.store = store;
        this.rules = rules;
        this.customers = customers;
        this.effects = effects;
        this.events = events;
        this.ids = ids;
        this.policy = policy;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.VISIT;
    }

    @Override
    public boolean allows(Sender.Role role) {
        return policy.allows(role, Act.SEND_VISIT);
    }

    @Override
    public List<Refusal> check(Sender sender, VisitReport said) {
        return rules.check(sender, said);
    }

    @Override
    public Statement statement(Sender sender, VisitReport said, String contentHash) {
        Claim visit = new Claim("visit|" + branch(sender) + "|" + said.visitNo(), contentHash);
        List<BusinessKey> keys = new ArrayList<>();
        keys.add(new BusinessKey("VISIT_NO", said.visitNo()));
        keys.add(new BusinessKey("CUSTOMER", said.customer().name()));
        if (said.customer().uscc() != null) {
            keys.add(new BusinessKey("USCC", said.customer().uscc()));
        }
        said.usage().forEach(usage -> keys.add(new BusinessKey("SERIAL_NO", usage.serial())));
        return new Statement(List.of(visit), keys);
    }

    @Override
    public Taking take(Arrival arrival, VisitReport said) {
        String branch = branch(arrival.sender());
        String visitId = ids.next();
        if (effects.first("visit|" + branch + "|" + said.visitNo(), arrival.messageId(), "visits", "visit", visitId)) {
            file(visitId, branch, arrival, said);
        }
        return Taking.TAKEN;
    }

    private void file(String visitId, String branch, Arrival arrival, VisitReport said) {
        String record = customers.observe(new Customers.Observation(
                branch,
                Customers.SourceKind.VISIT,
                null,
                arrival.sender().region(),
                said.customer(),
                arrival.messageId(),
                null,
                said.visitedAt().toInstant(),
                arrival.receivedAt()));
        String region = customers.regionOf(record).orElse(branch);
        store.file(visitId, branch, region, record, said, arrival);
        events.publishEvent(new VisitFiled(visitId, branch, region, record, said, arrival));
    }

    /** The branch is the credential's region; a branch beyond the six goes by its own code, and headquarters has one of its own. */
    private static String branch(Sender sender) {
        if (sender.region() != null) {
            return sender.region();
        }
        return sender.partner() == null ? HEADQUARTERS : sender.partner();
    }
}
