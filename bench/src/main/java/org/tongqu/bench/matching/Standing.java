package org.tongqu.bench.matching;

import java.util.List;
import java.util.Locale;
import org.tongqu.bench.measure.Spread;

/**
 * How a contender did, all rounds together.
 *
 * @param rate records a second, round by round
 * @param cpu seconds, round by round
 * @param megabytes at most in any round
 */
record Standing(
        Contender contender,
        double threshold,
        Scores scores,
        int records,
        List<Double> rate,
        List<Double> cpu,
        double megabytes) {
    static final String HEADING = """
            | | threshold | pair precision | pair recall | pair F1 | B-cubed precision | B-cubed recall | B-cubed F1 | records/s | CPU s | memory MB |
            |---|---|---|---|---|---|---|---|---|---|---|""";
    static final String COLUMNS =
            "day\trecords\tcontender\tthreshold\tpair_precision\tpair_recall\tpair_f1\tcubed_precision\tcubed_recall\tcubed_f1\tgroups\trecords_s\tcpu_s\tmemory_mb\trounds";

    /** Of the table in docs/matching.md. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %,.0f | %.1f | %.0f |",
                contender.told(),
                contender.thresholds().size() > 1 ? String.valueOf(threshold) : "",
                scores.pairPrecision(),
                scores.pairRecall(),
                scores.pairF1(),
                scores.cubedPrecision(),
                scores.cubedRecall(),
                scores.cubedF1(),
                Spread.of(rate).median(),
                Spread.of(cpu).median(),
                megabytes);
    }

    /** Of the file that keeps all runs. */
    String line(String day) {
        return String.format(
                Locale.ROOT,
                "%s\t%d\t%s\t%s\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%d\t%.0f\t%.1f\t%.0f\t%d",
                day,
                records,
                contender.name(),
                threshold,
                scores.pairPrecision(),
                scores.pairRecall(),
                scores.pairF1(),
                scores.cubedPrecision(),
                scores.cubedRecall(),
                scores.cubedF1(),
                scores.groups(),
                Spread.of(rate).median(),
                Spread.of(cpu).median(),
                megabytes,
                rate.size());
    }
}
