package org.tongqu.bench.measure;

import java.util.Arrays;
import java.util.Collection;

/** Single times of one round, in milliseconds. */
public final class Sample {
    private final double[] sorted;

    public Sample(Collection<Double> millis) {
        this.sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /**
     * The smallest time that this share of all does not exceed (nearest rank).
     *
     * @param percent above 0, up to 100
     */
    public double percentile(double percent) {
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.clamp(rank, 1, sorted.length) - 1];
    }

    public int size() {
        return sorted.length;
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
