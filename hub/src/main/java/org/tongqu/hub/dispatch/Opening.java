package org.tongqu.hub.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.clocks.WorkClock;
import org.tongqu.hub.needs.NeedEnded;
import org.tongqu.hub.needs.NeedGraded;
import org.tongqu.hub.needs.Needs;
import org.tongqu.hub.platform.Ids;

/** A need of grade A or B opens its dispatch by itself, in the transaction that grades it; the team goes when the need does. */
@Service
class Opening {
    private static final Map<String, Integer> DAYS = Map.of("A", 5, "B", 2, "C", 1);
    private static final String HUB = "hub";

    private final DispatchStore store;
    private final Dissolving dissolving;
    private final NoticeStore notices;
    private final Needs needs;
    private final WorkClock workClock;
    private final Ids ids;
    private final Clock clock;

    Opening(
            DispatchStore store,
            Dissolving dissolving,
            NoticeStore notices,
            Needs needs,
            WorkClock workClock,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.dissolving = dissolving;
        this.notices = notices;
        this.needs = needs;
        this.workClock = workClock;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    void on(NeedGraded graded) {
        Needs.Asked need = needs.asked(graded.needId()).orElseThrow();
        store.revive(need.needId(), need.grade());
        store.ofNeed(need.needId()).ifPresentOrElse(known -> regraded(known, need), () -> {
            if (!need.grade().equals("C")) {
                open(need, HUB);
            }
        });
    }

    @EventListener
    void on(NeedEnded ended) {
        store.ofNeed(ended.needId())
                .filter(known -> !known.isOver())
                .ifPresent(known -> dissolving.dissolve(known, "NEED_ENDED"));
    }

    private void regraded(DispatchStore.Head known, Needs.Asked need) {
        if (known.isOver() || known.grade().equals(need.grade())) {
            return;
        }
        if (need.grade().equals("C") && known.state().equals("OPEN")) {
            dissolving.dissolve(known, "GRADE_LOWERED");
        } else {
            store.graded(known.id(), need.grade(), named(need, clock.instant()));
            addPlaces(known.id(), need);
        }
    }

    /** What the grade asks for and the team has not; a team that was whole waits again. */
    private void addPlaces(String id, Needs.Asked need) {
        List<DispatchStore.Place> there = store.places(id);
        List<Wanted> missing = wanted(need).stream()
                .filter(each -> there.stream().noneMatch(each::is))
                .toList();
        int days = Objects.requireNonNull(DAYS.get(need.grade()));
        for (int n = 0; n < missing.size(); n++) {
            Wanted each = missing.get(n);
            store.addPlace(ids.next(), id, there.size() + n + 1, each.productClass(), each.trade(), days);
        }
        if (!missing.isEmpty()) {
            store.reopened(id);
        }
    }

    /** By when its team must be named. */
    private Instant named(Needs.Asked need, Instant from) {
        return workClock.due(
                Hop.TEAM, need.parts().stream().map(Needs.Part::productClass).toList(), need.grade(), from);
    }

    /** The id of the dispatch; whoever asked for it, the region's manager is told and not asked. */
    String open(Needs.Asked need, String by) {
        String id = ids.next();
        Instant now = clock.instant();
        store.open(id, need, need.grade(), by, now, named(need, now));
        addPlaces(id, need);
        notices.tell(id, NoticeStore.Kind.OPENED, List.of("MANAGER"), "", "", now);
        return id;
    }

    /** A complete set asks for one designer a class, a single class of grade A for a second trade; else one who helps to choose. */
    private static List<Wanted> wanted(Needs.Asked need) {
        List<@Nullable String> classes = new ArrayList<>();
        Set<@Nullable String> tops = new HashSet<>();
        need.parts().stream()
                .map(Needs.Part::productClass)
                .filter(each -> tops.add(top(each)))
                .forEach(classes::add);
        @Nullable String first = classes.isEmpty() ? null : classes.getFirst();
        if (!need.grade().equals("A")) {
            return List.of(new Wanted(first, Trade.SELECTION));
        }
        if (classes.size() < 2) {
            return List.of(new Wanted(first, Trade.DESIGN), new Wanted(first, Trade.ELECTRICAL));
        }
        return classes.stream().map(each -> new Wanted(each, Trade.DESIGN)).toList();
    }

    private static @Nullable String top(@Nullable String productClass) {
        int dot = productClass == null ? -1 : productClass.indexOf('.');
        return productClass == null || dot < 0 ? productClass : productClass.substring(0, dot);
    }

    private record Wanted(@Nullable String productClass, Trade trade) {
        boolean is(DispatchStore.Place place) {
            return Objects.equals(place.productClass(), productClass)
                    && place.trade().equals(trade.name());
        }
    }
}
