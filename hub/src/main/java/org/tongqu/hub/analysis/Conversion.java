package org.tongqu.hub.analysis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tongqu.hub.platform.Amount;

/**
 * 需求转订单: of these parts so many were ordered.
 *
 * @param key of the group, e.g. factory-crane; empty for lines that have none
 * @param stages how many parts stand at each
 * @param ordered sums of the prices of what was ordered, by currency
 */
public record Conversion(
        String key, int needs, int parts, Map<Stage, Long> stages, List<Amount> ordered, Lasted untilOrdered) {
    static Conversion of(String key, Collection<Line> lines) {
        return new Conversion(
                key,
                (int) lines.stream()
                        .map(line -> line.part().needId())
                        .distinct()
                        .count(),
                lines.size(),
                lines.stream().collect(Collectors.groupingBy(Line::stage, TreeMap::new, Collectors.counting())),
                sums(lines),
                Lasted.of(lines.stream().flatMap(line -> line.untilOrdered().stream())));
    }

    /** A demand's price stands for all its parts, so it counts once. */
    private static List<Amount> sums(Collection<Line> lines) {
        Map<String, Amount> byDemand = new TreeMap<>();
        lines.stream()
                .filter(line -> line.stage() == Stage.ORDERED && line.price() != null)
                .forEach(line ->
                        byDemand.put(String.valueOf(line.part().demandId()), Objects.requireNonNull(line.price())));
        Map<String, BigDecimal> sums = new TreeMap<>();
        byDemand.values().forEach(price -> sums.merge(price.currency(), price.amount(), BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> new Amount(sum.getValue(), sum.getKey()))
                .toList();
    }

    public long at(String stage) {
        return stages.getOrDefault(Stage.valueOf(stage), 0L);
    }

    /** Of all its parts the share that was ordered, 0 to 1. */
    @JsonProperty
    public double share() {
        return parts == 0 ? 0 : (double) stages.getOrDefault(Stage.ORDERED, 0L) / parts;
    }

    @JsonIgnore
    public boolean isNamed() {
        return !key.isEmpty();
    }
}
