package org.tongqu.hub.demand;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.clocks.WorkClock;
import org.tongqu.hub.needs.Needs;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 询问与答复: questions and replies on a demand between its factory and the house, in the order they were said. */
@Service
public class Conversation {
    private static final int LONGEST = 2000;

    private final MessageStore store;
    private final DemandStore demands;
    private final ReplyStore questions;
    private final Needs needs;
    private final WorkClock workClock;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    Conversation(
            MessageStore store,
            DemandStore demands,
            ReplyStore questions,
            Needs needs,
            WorkClock workClock,
            Policy policy,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.demands = demands;
        this.questions = questions;
        this.needs = needs;
        this.workClock = workClock;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** Empty where there is no such demand in the asker's sight. */
    public Optional<List<Line>> of(Sender sender, String demandId) {
        return wall.read(
                Scope.of(sender),
                () -> demands.needOf(demandId)
                        .map(need -> ofDemands(sender, List.of(demandId)).getOrDefault(demandId, List.of())));
    }

    /** The conversations of many demands, for a page that shows them all. */
    public Map<String, List<Line>> ofDemands(Sender sender, Collection<String> demandIds) {
        return wall.read(
                Scope.of(sender),
                () -> store.lines(demandIds, sender.login()).stream().collect(Collectors.groupingBy(Line::demandId)));
    }

    /**
     * Says something; with a key that was used before, nothing is said again.
     *
     * @param key the speaker's own, so that it may send again what it has no answer to
     */
    public Optional<Refusal> say(Sender sender, String demandId, String words, @Nullable String key) {
        policy.require(sender, Act.TALK);
        if (words.isBlank() || words.length() > LONGEST) {
            return Optional.of(new Refusal(
                    "/words",
                    "NO_WORDS",
                    "请写下要说的话，最多 2000 个字。",
                    "Write what you have to say, in at most 2,000 characters."));
        }
        String side = sender.partner() == null ? "HOUSE" : "FACTORY";
        wall.run(Scope.of(sender), () -> {
            hold(demandId);
            Instant now = clock.instant();
            Instant due = sender.partner() == null ? null : replyDue(demandId, now);
            store.say(new MessageStore.Said(ids.next(), demandId, side, sender.login(), key, words.strip(), due), now);
            store.read(demandId, sender.login());
            if (sender.partner() == null) {
                questions.replied(demandId, now);
            }
        });
        return Optional.empty();
    }

    /** Of several words in a row the first one sets the limit. */
    private @Nullable Instant replyDue(String demandId, Instant now) {
        if (questions.isOpen(demandId)) {
            return null;
        }
        Optional<Needs.Asked> need = demands.needOf(demandId).flatMap(needs::asked);
        List<@Nullable String> classes = new ArrayList<>();
        need.ifPresent(asked -> asked.parts().forEach(part -> classes.add(part.productClass())));
        return workClock.due(Hop.QUESTION, classes, need.map(Needs.Asked::grade).orElse("C"), now);
    }

    /** From now on all that was said on a demand counts as read by this person. */
    public void read(Sender sender, String demandId) {
        policy.require(sender, Act.TALK);
        wall.run(Scope.of(sender), () -> {
            hold(demandId);
            store.read(demandId, sender.login());
        });
    }

    /** One speaks after the other, so that the order in which words are kept is the order in which they are seen. */
    private void hold(String demandId) {
        if (demands.lockFactoryOf(demandId).isEmpty()) {
            throw Problem.notFound().said();
        }
    }

    /**
     * What was said once.
     *
     * @param side FACTORY or HOUSE
     * @param unread by the reader, and said by somebody else
     */
    public record Line(
            String id, String demandId, String side, String by, String words, OffsetDateTime at, boolean unread) {}
}
