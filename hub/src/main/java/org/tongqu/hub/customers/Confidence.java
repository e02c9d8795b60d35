package org.tongqu.hub.customers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 可信度: how far a value may be believed, by four things that anybody can check: who said it, how long ago, how many others say the same or
 * otherwise, and whether its check digit holds.
 *
 * @param score 0.05 to 0.99, never certain and never nothing
 * @param reasons the points that make it up, in hundredths
 */
public record Confidence(double score, List<Reason> reasons) {
    private static final int LEAST = 5;
    private static final int MOST = 99;
    private static final int A_HALF_YEAR = 6;
    private static final int USUAL_HONESTY = 70;

    public Confidence {
        reasons = List.copyOf(reasons);
    }

    static Confidence of(Evidence evidence, Instant now) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(evidence.kind(), word(evidence.kind()), 1));
        honesty(evidence).ifPresent(reasons::add);
        long halves = halfYears(evidence.observedAt(), now);
        add(reasons, "OLD", halves, -5, -20);
        add(reasons, "AGREE", evidence.agreeing(), 5, 10);
        add(reasons, "DIFFER", evidence.differing(), -5, -15);
        add(reasons, "CHECKED", evidence.checked() ? 1 : 0, 10, 10);
        int sum = reasons.stream().mapToInt(Reason::points).sum();
        return new Confidence(Math.clamp(sum, LEAST, MOST) / 100.0, reasons);
    }

    /** The customer's own word before the factory's, the factory's before the agent's; a colleague who answers for it before them all. */
    private static int word(String kind) {
        return switch (kind) {
            case "PIN" -> 95;
            case "VISIT" -> 85;
            case "FACTORY" -> 70;
            case "BOOK" -> 60;
            default -> 50;
        };
    }

    /** How far an agent's word held where it was checked, from a fifth less to a tenth more. */
    private static Optional<Reason> honesty(Evidence evidence) {
        Integer percent = evidence.honesty();
        if (percent == null) {
            return Optional.empty();
        }
        int points = Math.clamp((percent - USUAL_HONESTY) / 3, -20, 10);
        return Optional.of(new Reason(points < 0 ? "DOUBTED" : "HONEST", points, percent));
    }

    private static long halfYears(Instant observed, Instant now) {
        return Math.max(
                0,
                ChronoUnit.MONTHS.between(observed.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC))
                        / A_HALF_YEAR);
    }

    private static void add(List<Reason> reasons, String code, long count, int each, int atMost) {
        if (count > 0) {
            int points = (int) (count * each);
            reasons.add(new Reason(code, each > 0 ? Math.min(points, atMost) : Math.max(points, atMost), count));
        }
    }

    /** Hundredths, for people. */
    public int percent() {
        return (int) Math.round(score * 100);
    }

    /**
     * @param code PIN, VISIT, FACTORY or AGENT for whose word it is; HONEST and DOUBTED for how far an agent's holds; OLD for each half year; AGREE and DIFFER for each other source; CHECKED
     *     for a check digit that holds
     * @param points hundredths, below nought where they speak against it
     * @param count how many half years or sources, or hundredths of honesty
     */
    public record Reason(String code, int points, long count) {}

    /**
     * @param kind PIN, VISIT, FACTORY or AGENT
     * @param agreeing other sources whose latest word is the same
     * @param differing other sources whose latest word is another
     * @param honesty hundredths that an agent's word holds at the least; absent where it was never checked, and for all others
     */
    record Evidence(
            String kind,
            Instant observedAt,
            long agreeing,
            long differing,
            boolean checked,
            @Nullable Integer honesty) {
        Evidence(String kind, Instant observedAt, long agreeing, long differing, boolean checked) {
            this(kind, observedAt, agreeing, differing, checked, null);
        }
    }
}
