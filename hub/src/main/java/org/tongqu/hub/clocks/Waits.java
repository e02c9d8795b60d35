package org.tongqu.hub.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** The waits of all rooms together: late ones by whose they are. */
@Component
public class Waits {
    private static final int LOOKED_AT = 500;

    private final List<WaitSource> sources;
    private final WaitOwners owners;
    private final Wall wall;
    private final Clock clock;

    Waits(List<WaitSource> sources, WaitOwners owners, Wall wall, Clock clock) {
        this.sources = List.copyOf(sources);
        this.owners = owners;
        this.wall = wall;
        this.clock = clock;
    }

    /** All that are due before then, for the hub's own work, the earliest due first; at most so many of each room. */
    public List<Wait> before(Instant due, int most) {
        return named(running(due, most));
    }

    /** The hub names the owners: a keeper may work for a branch that the reader does not see. */
    private List<Wait> named(List<Wait> waits) {
        return wall.read(Scope.WORKER, () -> owners.named(waits));
    }

    private List<Wait> running(Instant due, int most) {
        return sources.stream()
                .flatMap(source -> source.waits(due, most).stream())
                .sorted(Comparator.comparing(Wait::due).thenComparing(Wait::id))
                .toList();
    }

    /** 等得最久: owners of late waits within the reader's sight, whose oldest is the longest overdue first. */
    public List<Owned> worst(Sender reader, int most) {
        List<Wait> late = wall.read(Scope.of(reader), () -> running(clock.instant(), LOOKED_AT));
        Map<String, List<Wait>> byOwner = named(late).stream()
                .filter(wait -> wait.hop() != Hop.COVERAGE)
                .collect(Collectors.groupingBy(wait -> Objects.requireNonNullElse(wait.owner(), "")));
        return byOwner.entrySet().stream()
                .map(each -> new Owned(
                        each.getKey(), each.getValue().size(), each.getValue().getFirst()))
                .sorted(Comparator.comparing(owned -> owned.worst().due()))
                .limit(most)
                .toList();
    }

    /**
     * What one person owns and is late.
     *
     * @param owner login, or {@link Wait#DESK}
     */
    public record Owned(String owner, int late, Wait worst) {}
}
