package org.tongqu.bench.chaos;

import java.util.Random;

/**
 * One way to break it.
 *
 * @param name as in the table
 */
record Fault(String name, Strike strike) {
    static final String DAYS_LONG = "branch cut off for three days with 50,000 changes";

    /** Not for a short run. */
    boolean takesMinutes() {
        return name.contains("frozen past") || name.equals(DAYS_LONG);
    }

    /** What is there to be broken, and the dice. */
    record Ground(World world, Load load, Random random) {}

    /** Breaks it, and mends what a person would mend; answers the nanosecond at which it was broken. */
    interface Strike {
        long at(Ground ground) throws Exception;
    }

    /** It cannot be done on this machine, or did not come to pass. */
    static final class Skipped extends Exception {
        private static final long serialVersionUID = 1L;

        Skipped(String why) {
            super(why);
        }
    }
}
