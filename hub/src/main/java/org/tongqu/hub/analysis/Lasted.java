package org.tongqu.hub.analysis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long something took, of so many that have done with it.
 *
 * @param medianMinutes nearest rank; absent where none has done with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Lasted(
        int count, @Nullable Long medianMinutes, @Nullable Long p95Minutes) {
    private static final int HALF = 50;
    private static final int MOST = 95;
    private static final int HUNDRED = 100;

    static Lasted of(Stream<Duration> lengths) {
        List<Duration> sorted = lengths.sorted().toList();
        return sorted.isEmpty()
                ? new Lasted(0, null, null)
                : new Lasted(sorted.size(), rank(sorted, HALF), rank(sorted, MOST));
    }

    private static long rank(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() * percent + HUNDRED - 1) / HUNDRED - 1).toMinutes();
    }

    @JsonIgnore
    public Duration median() {
        return Duration.ofMinutes(medianMinutes == null ? 0 : medianMinutes);
    }

    @JsonIgnore
    public Duration p95() {
        return Duration.ofMinutes(p95Minutes == null ? 0 : p95Minutes);
    }
}
