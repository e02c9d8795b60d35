package org.tongqu.demo.factory;

import java.time.Duration;

/**
 * A factory's lasting character; what is left to chance falls the same way for the same demand.
 *
 * @param answersFrom shortest time from taking a demand to its answer
 * @param answersTo longest such time
 * @param refuses share of demands refused, 0 to 1
 * @param silent share never answered, 0 to 1
 * @param orders share of quotes that become an order, 0 to 1
 * @param pace time between one fact of an order and the next
 * @param looksBack whether it looks up in its own books what became of a demand that should long be ordered
 * @param slowness time a {@link Behaviour#SLOW} factory lets a caller wait
 * @param longestName characters of a customer's name its old system has room for; one that is longer is turned away once, until a clerk has
 *     widened the field
 */
public record Temper(
        Duration answersFrom,
        Duration answersTo,
        double refuses,
        double silent,
        double orders,
        Duration pace,
        boolean looksBack,
        Duration slowness,
        int longestName) {

    /** Quotes every demand after that time and reports no order by itself. */
    public static Temper plain(Duration answersAfter) {
        return new Temper(
                answersAfter, answersAfter, 0, 0, 0, answersAfter, false, Duration.ofSeconds(3), Integer.MAX_VALUE);
    }

    public Temper ordering(double share, Duration everyStep) {
        return new Temper(answersFrom, answersTo, refuses, silent, share, everyStep, looksBack, slowness, longestName);
    }
}
