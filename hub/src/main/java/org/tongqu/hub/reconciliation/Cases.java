package org.tongqu.hub.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;

/** Lets cases follow the cells: a difference opens one, new figures move or settle it, what a person has decided stands. */
@Component
class Cases {
    private final CaseStore store;
    private final CellStore cells;
    private final PartStore parts;
    private final CaseEventStore events;
    private final Owners owners;
    private final Ids ids;
    private final Clock clock;
    private final Duration decideWithin;

    Cases(
            CaseStore store,
            CellStore cells,
            PartStore parts,
            CaseEventStore events,
            Owners owners,
            Ids ids,
            Clock clock,
            @Value("${tongqu.discrepancy.decide-within:7d}") Duration decideWithin) {
        this.store = store;
        this.cells = cells;
        this.parts = parts;
        this.events = events;
        this.owners = owners;
        this.ids = ids;
        this.clock = clock;
        this.decideWithin = decideWithin;
    }

    /** @param judged the touched cells that are left, and the months beside them */
    void follow(Set<CellKey> touched, Map<CellKey, Cell> judged) {
        Map<CellKey, Cell> seen = new HashMap<>(judged);
        List<Cell> differing = judged.values().stream().filter(Cell::differs).toList();
        if (!differing.isEmpty()) {
            add(seen, cells.opposite(differing));
        }
        Set<CellKey> asked = new HashSet<>(touched);
        asked.addAll(seen.keySet());
        Map<String, CaseStore.Open> open = store.over(asked);
        Set<CellKey> held = open.values().stream()
                .flatMap(each -> each.keys().stream())
                .filter(key -> !seen.containsKey(key))
                .collect(Collectors.toSet());
        if (!held.isEmpty()) {
            add(seen, cells.of(held));
        }
        settleOrMove(
                open,
                Pairing.of(
                        inQuestion(seen),
                        open.values().stream().map(CaseStore.Open::keys).toList()));
    }

    private static void add(Map<CellKey, Cell> seen, Collection<Cell> more) {
        more.forEach(cell -> seen.putIfAbsent(cell.key(), cell));
    }

    private List<Cell> inQuestion(Map<CellKey, Cell> seen) {
        List<Cell> differing = seen.values().stream().filter(Cell::differs).toList();
        Map<CellKey, CaseStore.Held> decided = differing.isEmpty()
                ? Map.of()
                : store.decided(differing.stream().map(Cell::key).toList());
        return differing.stream()
                .filter(cell -> Optional.ofNullable(decided.get(cell.key()))
                        .filter(held -> held.covers(cell))
                        .isEmpty())
                .toList();
    }

    private void settleOrMove(Map<String, CaseStore.Open> open, List<List<Cell>> groups) {
        Map<CellKey, String> caseOf = new HashMap<>();
        open.values().forEach(each -> each.keys().forEach(key -> caseOf.put(key, each.id())));
        Map<String, List<Cell>> going = new LinkedHashMap<>();
        List<List<Cell>> fresh = new ArrayList<>();
        for (List<Cell> group : groups) {
            Optional<String> standing = open.keySet().stream()
                    .filter(id -> group.stream().anyMatch(cell -> id.equals(caseOf.get(cell.key()))))
                    .filter(id -> !going.containsKey(id))
                    .findFirst();
            standing.ifPresentOrElse(id -> going.put(id, group), () -> fresh.add(group));
        }
        write(open, going, fresh);
    }

    private void write(Map<String, CaseStore.Open> open, Map<String, List<Cell>> going, List<List<Cell>> fresh) {
        Instant now = clock.instant();
        Map<String, List<Cell>> moved = new LinkedHashMap<>();
        going.forEach((id, group) -> {
            if (isOther(Objects.requireNonNull(open.get(id)), group)) {
                moved.put(id, group);
            }
        });
        Set<String> over = new HashSet<>(open.keySet());
        over.removeAll(going.keySet());
        Map<String, List<Cell>> opened = new LinkedHashMap<>();
        fresh.forEach(group -> opened.put(ids.next(), group));
        Set<String> changed = new HashSet<>(moved.keySet());
        store.settle(over, now);
        store.letGo(changed);
        store.move(found(moved, Map.of()), now); // an owner stays who it is
        store.open(found(opened, managers(opened.values())), now);
        Map<String, List<Cell>> held = new HashMap<>(moved);
        held.putAll(opened);
        store.hold(held);
        events.all(over, CaseEventStore.Kind.SETTLED);
        events.all(moved.keySet(), CaseEventStore.Kind.MOVED);
        events.all(opened.keySet(), CaseEventStore.Kind.OPENED);
    }

    private static boolean isOther(CaseStore.Open open, List<Cell> group) {
        return isReadOtherwise(open.reading(), group)
                || open.cells().size() != group.size()
                || group.stream()
                        .anyMatch(cell -> Optional.ofNullable(open.cells().get(cell.key()))
                                .filter(held -> held.isSame(cell))
                                .isEmpty());
    }

    /** Whether the agent keeps stock of it may be known later than what it sold. */
    private static boolean isReadOtherwise(Reading reading, List<Cell> group) {
        boolean keepsStock = group.getFirst().fromStock() != null;
        return reading == (keepsStock ? Reading.NOT_SHIPPED : Reading.BEYOND_STOCK);
    }

    private Map<String, String> managers(Collection<List<Cell>> groups) {
        return owners.byRegion(groups.stream()
                .map(group -> group.getFirst().region())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private List<CaseStore.Found> found(Map<String, List<Cell>> groups, Map<String, String> owner) {
        Map<CellKey, List<Readings.Part>> told = parts.of(
                groups.values().stream().map(List::getFirst).map(Cell::key).toList());
        LocalDate due = LocalDate.ofInstant(clock.instant().plus(decideWithin), Columns.HOUSE_ZONE);
        List<CaseStore.Found> found = new ArrayList<>();
        groups.forEach((id, group) -> {
            Cell first = group.getFirst();
            String region = first.region();
            Reading reading = Readings.of(group, told.getOrDefault(first.key(), List.of()));
            found.add(new CaseStore.Found(
                    id, reading, group, region == null ? Owners.DESK : owner.getOrDefault(region, Owners.DESK), due));
        });
        return found;
    }
}
