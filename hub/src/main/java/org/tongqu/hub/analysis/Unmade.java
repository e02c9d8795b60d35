package org.tongqu.hub.analysis;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * 没有人做的需求: what customers ask for and no factory of the group answers; names no customer, so that a factory may read it.
 *
 * @param productClass as the needs name it; empty where they name none
 * @param why NO_CLASS, NO_RULE or ALL_REFUSED
 * @param wanted what the newest of them must do, in the customers' words
 */
public record Unmade(
        String productClass,
        String why,
        int parts,
        SortedSet<String> regions,
        OffsetDateTime last,
        List<String> wanted) {
    private static final int SHOWN = 5;

    static Unmade of(Collection<Line> lines) {
        Line newest = lines.iterator().next();
        return new Unmade(
                Objects.requireNonNullElse(newest.part().productClass(), ""),
                String.valueOf(newest.part().blockedWhy()),
                lines.size(),
                lines.stream().map(line -> line.part().region()).collect(Collectors.toCollection(TreeSet::new)),
                newest.part().raisedAt(),
                lines.stream()
                        .map(line -> line.part().functional())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .distinct()
                        .limit(SHOWN)
                        .toList());
    }
}
