package org.tongqu.connectors.canon;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** 闸门: where every inlet asks, before it takes anything, whether more may come in now; what is not let in stays whole with its sender. */
public interface Sluice {
    /** Said to one caller among many, when all together are more than may be under way at once. */
    Shut TOO_MANY = new Shut(Cause.REQUESTS, Duration.ofSeconds(2));

    /** Looked up in memory, so that it may be asked at every call. */
    State state();

    /** For a caller who waits for an answer: what it brings counts as under way until the load is closed. */
    Load load();

    /** Calls back after the sluice has opened or shut; inlets then look again. */
    void onChange(Runnable look);

    /** How it stands. */
    sealed interface State permits Open, Slow, Shut {}

    record Open() implements State {}

    /** @param pause how long each caller is held back before anything of it is read */
    record Slow(Cause cause, Duration pause) implements State {
        public Slow {
            requireNonNull(cause, "cause");
            requireNonNull(pause, "pause");
        }
    }

    /** @param retryAfter when asking again is worth it; whole seconds, at least one */
    record Shut(Cause cause, Duration retryAfter) implements State {
        public Shut {
            requireNonNull(cause, "cause");
            if (retryAfter.toSeconds() < 1) {
                throw new IllegalArgumentException("retryAfter " + retryAfter);
            }
        }
    }

    /** Why less or nothing is let in. */
    enum Cause {
        /** The disk under the hub's home fills up. */
        DISK,
        /** The database says that its disk is full. */
        STORE_FULL,
        /** Too many messages were kept and are not yet taken. */
        BACKLOG,
        /** The heap is nearly full of what is in use. */
        MEMORY,
        /** Too much is under way at once. */
        REQUESTS
    }

    /** What one caller brings. */
    interface Load extends AutoCloseable {
        /**
         * Counts what was read of it so far.
         *
         * @param bytes of the body that are held in memory
         * @return false where that is too much beside all the others: nothing more is read, and what was is forgotten
         */
        boolean holds(long bytes);

        /** Counts it among those being worked on, which begins when its body is whole; false where those are too many. */
        boolean works();

        @Override
        void close();
    }
}
