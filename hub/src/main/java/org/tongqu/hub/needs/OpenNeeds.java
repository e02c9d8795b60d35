package org.tongqu.hub.needs;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Needs that are still on the road, within the scope at hand: all but those paid, closed or withdrawn; one with a part that a factory refused is open. */
@Component
public class OpenNeeds {
    private final OpenNeedStore store;

    OpenNeeds(OpenNeedStore store) {
        this.store = store;
    }

    /** Those that rest on these source records, oldest first. */
    public List<Open> of(Collection<String> sourceRecordIds) {
        return store.of(sourceRecordIds);
    }

    /** Source records with needs on the road, and since when the oldest of each is; only of the latest needs. */
    public Map<String, LocalDate> running(int most) {
        return store.running(most);
    }

    /** What was ever asked for under these source records, each part of a need by itself. */
    public List<Wish> wishes(Collection<String> sourceRecordIds) {
        return store.wishes(sourceRecordIds);
    }

    /** Source records that lately asked for one of these top classes or anything below, the newest need first. */
    public List<String> askers(Collection<String> classes, int most) {
        return store.askers(classes, most);
    }

    /**
     * What a part of a need says of its customer.
     *
     * @param grade of the need while it is open; absent afterwards
     */
    public record Wish(
            String sourceRecordId,
            @Nullable String grade,
            @Nullable String productClass) {}

    /** What needs are about and whose, by their ids. */
    public Map<String, Brief> briefs(Collection<String> ids) {
        return store.briefs(ids).stream().collect(Collectors.toMap(Brief::id, Function.identity()));
    }

    /** Those of these demands that a part is still with: not let go, not given to another meanwhile. */
    public Set<String> wanted(Collection<String> demandIds) {
        return store.wanted(demandIds);
    }

    /** The source record each of these rests on, by need. */
    public Map<String, String> records(Collection<String> ids) {
        return store.records(ids);
    }

    /**
     * A need in one line.
     *
     * @param rep who raised it
     * @param classes of its parts, as far as known
     */
    public record Brief(
            String id,
            String number,
            String summary,
            @Nullable String grade,
            String rep,
            String region,
            String branch,
            List<String> classes) {}

    /**
     * A need still open.
     *
     * @param number as people read it, e.g. N-2026-000318
     */
    public record Open(
            String id,
            String number,
            String summary,
            String state,
            String sourceRecordId,
            @Nullable LocalDate requiredBy) {}
}
