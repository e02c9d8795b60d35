package org.tongqu.bench.customers;

import java.util.List;

/** Chance as a function: the same numbers always draw the same. */
final class Draw {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Draw(long... numbers) {
        for (long number : numbers) {
            state = mixed(state + GOLDEN + number);
        }
    }

    int below(int bound) {
        state += GOLDEN;
        return (int) Long.remainderUnsigned(mixed(state), bound);
    }

    /** Whether a chance of so many in a hundred came true. */
    boolean in100(int chances) {
        return below(100) < chances;
    }

    <T> T of(List<T> things) {
        return things.get(below(things.size()));
    }

    /** The first characters more often than the last. */
    char early(String characters) {
        return characters.charAt(Math.min(below(characters.length()), below(characters.length())));
    }

    private static long mixed(long number) {
        long mixed = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
