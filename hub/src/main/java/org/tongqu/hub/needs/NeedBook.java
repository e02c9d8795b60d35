package org.tongqu.hub.needs;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.VisitReport.NeedSaid;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.clocks.WorkClock;
import org.tongqu.hub.journal.Effects;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.visits.VisitFiled;

/** Raises a need from each one told on a visit, grades it, and keeps its state the least advanced of its open parts. */
@Service
class NeedBook implements Needs {
    private final NeedStore store;
    private final Measuring measuring;
    private final MeasuredStore kept;
    private final GradeRulesStore rules;
    private final NeedPartStore parts;
    private final WorkClock workClock;
    private final Effects effects;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    NeedBook(
            NeedStore store,
            Measuring measuring,
            MeasuredStore kept,
            GradeRulesStore rules,
            NeedPartStore parts,
            WorkClock workClock,
            Effects effects,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.measuring = measuring;
        this.kept = kept;
        this.rules = rules;
        this.parts = parts;
        this.workClock = workClock;
        this.effects = effects;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    void on(VisitFiled visit) {
        visit.report().needs().forEach(need -> raise(visit, need));
    }

    private void raise(VisitFiled visit, NeedSaid said) {
        String needId = ids.next();
        String key = "need|" + visit.visitId() + "|" + said.needNo();
        if (effects.first(key, visit.arrival().messageId(), "needs", "need", needId)) {
            Instant now = clock.instant();
            store.raise(needId, visit, said, now);
            // By position and not by content: two parts may be alike in every word.
            for (int n = 0; n < said.parts().size(); n++) {
                store.addPart(ids.next(), needId, n, said.parts().get(n));
            }
            Measured measured = measuring.of(visit, said);
            kept.keep(needId, measured);
            Grade grade = Grade.of(measured, rules.current());
            store.grade(needId, grade, now);
            if (said.parts().isEmpty()) {
                store.partless(needId, found(List.of(), grade.letter().name(), now));
            }
            events.publishEvent(new NeedGraded(needId, visit.arrival().messageId(), false, now));
        }
    }

    @Override
    public Optional<Asked> asked(String needId) {
        return Optional.ofNullable(store.asked(List.of(needId)).get(needId));
    }

    @Override
    public Map<String, Asked> asked(Collection<String> needIds) {
        return store.asked(needIds);
    }

    @Override
    public void ask(String needId, List<String> partIds, String factory, String demandId) {
        store.assign(partIds, factory, demandId);
        parts.asked(needId, partIds, factory, demandId);
        settle(needId);
    }

    @Override
    public List<AskedOf> askedOf(Collection<String> sourceRecordIds) {
        return parts.askedOf(sourceRecordIds);
    }

    @Override
    public void hold(String needId) {
        parts.hold(needId);
    }

    @Override
    public List<String> refused(String demandId) {
        return store.partsOfDemand(demandId).entrySet().stream()
                .filter(part -> part.getValue() == PartState.REFUSED)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void block(String needId, List<String> partIds, Blocked why) {
        Instant now = clock.instant();
        Asked need = asked(needId).orElseThrow();
        List<Part> blocked = need.parts().stream()
                .filter(part -> partIds.contains(part.id()))
                .toList();
        parts.block(partIds, why, now, found(blocked, need.grade(), now));
    }

    /** By when the desk is to find somebody for them, or for a need that names none. */
    private Instant found(List<Part> unasked, String grade, Instant from) {
        List<@Nullable String> classes = new ArrayList<>();
        unasked.forEach(part -> classes.add(part.productClass()));
        if (classes.isEmpty()) {
            classes.add(null);
        }
        return workClock.due(Hop.BLOCKED, classes, grade, from);
    }

    @Override
    public List<Stuck> stuck(String needId) {
        return parts.stuck(needId);
    }

    @Override
    public boolean takeBack(String demandId) {
        boolean taken = parts.takeBack(demandId);
        store.needOfDemand(demandId).ifPresent(this::settle);
        return taken;
    }

    @Override
    public void claim(String demandId) {
        parts.claim(demandId);
    }

    @Override
    public boolean letGo(String needId, String partId, String reason, String byLogin) {
        hold(needId);
        boolean gone = parts.letGo(needId, partId, reason, byLogin);
        if (settle(needId) && gone) {
            ended(needId);
        }
        return gone;
    }

    @Override
    public List<Part> close(String needId, String why, String byLogin) {
        hold(needId);
        List<Part> open = parts.open(needId);
        if (open.isEmpty() && parts.close(needId, why, byLogin, clock.instant())) {
            ended(needId);
        }
        return open;
    }

    @Override
    public void move(String demandId, PartState state) {
        Map<String, PartState> moving = new LinkedHashMap<>(store.partsOfDemand(demandId));
        moving.values().removeIf(before -> !before.mayBecome(state));
        store.put(List.copyOf(moving.keySet()), state);
        boolean news = moving.values().stream().anyMatch(before -> !before.isHelped());
        store.needOfDemand(demandId).filter(needId -> settle(needId) && news).ifPresent(this::ended);
    }

    /** Whether nobody has to help with any of its parts any more. */
    private boolean settle(String needId) {
        List<PartState> states = store.partStates(needId);
        store.settle(needId, stateOf(states), clock.instant());
        return states.stream().allMatch(PartState::isHelped);
    }

    private void ended(String needId) {
        events.publishEvent(new NeedEnded(needId, clock.instant()));
    }

    /** The least advanced open part speaks for the need; with none open it is refused or withdrawn. */
    static PartState stateOf(List<PartState> parts) {
        if (parts.isEmpty()) {
            return PartState.GRADED;
        }
        return parts.stream()
                .filter(state -> state != PartState.REFUSED && state != PartState.WITHDRAWN)
                .min(Comparator.naturalOrder())
                .orElse(parts.contains(PartState.REFUSED) ? PartState.REFUSED : PartState.WITHDRAWN);
    }
}
