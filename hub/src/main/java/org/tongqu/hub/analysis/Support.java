package org.tongqu.hub.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 技术支持的作用: how many needs of a grade were won with technicians named for them, or without.
 *
 * @param won at least one part was ordered
 * @param lost all parts are let go or refused by everybody who was asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Support(String grade, boolean helped, int needs, int won, int lost) {
    static Support of(String grade, boolean helped, Collection<Line> lines) {
        Map<String, List<Line>> byNeed =
                lines.stream().collect(Collectors.groupingBy(line -> line.part().needId()));
        return new Support(
                grade,
                helped,
                byNeed.size(),
                (int) byNeed.values().stream().filter(Support::won).count(),
                (int) byNeed.values().stream().filter(Support::lost).count());
    }

    private static boolean won(List<Line> need) {
        return need.stream().anyMatch(line -> line.stage() == Stage.ORDERED);
    }

    private static boolean lost(List<Line> need) {
        return need.stream().allMatch(Line::isLost);
    }

    /** Of those decided, 0 to 1; absent where none is. */
    @JsonProperty
    public @Nullable Double winRate() {
        return won + lost == 0 ? null : (double) won / (won + lost);
    }
}
