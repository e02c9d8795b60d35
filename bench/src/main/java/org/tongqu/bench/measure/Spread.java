package org.tongqu.bench.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What several rounds gave: the median speaks, the smallest and largest say how far to believe it. */
public record Spread(double median, double min, double max, int rounds) {

    /** @throws IllegalArgumentException where there is no round */
    public static Spread of(List<Double> rounds) {
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("no round");
        }
        double[] sorted =
                rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    /** Ratios round by round, as both sides of a round saw the same state of the machine. */
    public static Spread ratio(List<Double> ours, List<Double> theirs) {
        if (ours.size() != theirs.size()) {
            throw new IllegalArgumentException(ours.size() + " rounds against " + theirs.size());
        }
        return of(IntStream.range(0, ours.size())
                .mapToObj(round -> ours.get(round) / theirs.get(round))
                .toList());
    }

    /** A ratio whose rounds lie on both sides of 1 shows no difference. */
    public boolean straddlesOne() {
        return min <= 1 && max >= 1;
    }

    String range() {
        return "min " + plain(min) + ", max " + plain(max) + " over " + rounds + (rounds == 1 ? " round" : " rounds");
    }

    /** Three digits that count, never in powers of ten. */
    static String plain(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    @Override
    public String toString() {
        return plain(median) + " (" + String.join("-", Arrays.asList(plain(min), plain(max))) + ")";
    }
}
