package org.tongqu.bench.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** One line of the table: what came of one fault, over all its cycles. */
final class Tally {
    private final String fault;
    private final List<Double> recovery = new ArrayList<>();
    private int cycles;
    private int blows;
    private int skipped;
    private long messages;
    private long lost;
    private long doubled;
    private long astray;

    Tally(String fault) {
        this.fault = fault;
    }

    /** @param millis until something was taken again, after each blow */
    void add(long sent, Verdict verdict, List<Double> millis) {
        cycles++;
        blows += millis.size();
        messages += sent;
        lost += verdict.lost();
        doubled += verdict.doubled();
        astray += verdict.astray();
        recovery.addAll(millis);
    }

    void skip() {
        skipped++;
    }

    /** As {@link Results} keeps it. */
    Results.Line line() {
        return new Results.Line(
                fault,
                cycles,
                blows,
                skipped,
                messages,
                lost,
                doubled,
                astray,
                percentile(50),
                percentile(99),
                percentile(100));
    }

    /** Milliseconds; 0 where nothing was measured. */
    private double percentile(int percent) {
        if (recovery.isEmpty()) {
            return 0;
        }
        List<Double> sorted = new ArrayList<>(recovery);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }

    String told() {
        return String.format(
                Locale.ROOT,
                "%-36s cycles %4d  blows %4d  skipped %2d  messages %7d  lost %d  doubled %d  astray %d  again after p50 %.1f s, p99 %.1f s",
                fault,
                cycles,
                blows,
                skipped,
                messages,
                lost,
                doubled,
                astray,
                percentile(50) / 1000,
                percentile(99) / 1000);
    }
}
