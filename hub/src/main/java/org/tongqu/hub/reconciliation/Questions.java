package org.tongqu.hub.reconciliation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 询问: what an agent is asked about its own report, and what it answers. */
@Component
public class Questions {
    private final QuestionStore store;
    private final CaseEventStore events;
    private final Policy policy;
    private final Wall wall;

    Questions(QuestionStore store, CaseEventStore events, Policy policy, Wall wall) {
        this.store = store;
        this.events = events;
        this.policy = policy;
        this.wall = wall;
    }

    /** The agent's own. */
    public List<Discrepancies.Question> mine(Sender agent) {
        policy.require(agent, Act.ANSWER_QUESTION);
        return wall.read(Scope.of(agent), () -> store.to(own(agent)));
    }

    /** An answer stands; the event of the case is the hub's to write, for the agent sees no case. */
    public Optional<Refusal> answer(Sender agent, String id, String words) {
        policy.require(agent, Act.ANSWER_QUESTION);
        if (words.isBlank() || words.length() > QuestionStore.LONGEST) {
            return DiscrepancyWords.badAnswer();
        }
        Optional<String> about = wall.within(
                Scope.WORKER,
                () -> store.answer(id, own(agent), words.strip(), agent.login()).map(caseId -> {
                    events.one(caseId, CaseEventStore.Kind.ANSWERED, agent.login(), words.strip());
                    return caseId;
                }));
        return about.isPresent() ? Optional.empty() : DiscrepancyWords.answered();
    }

    private static String own(Sender agent) {
        return Objects.requireNonNull(agent.partner(), "an agent's login belongs to an agent");
    }
}
