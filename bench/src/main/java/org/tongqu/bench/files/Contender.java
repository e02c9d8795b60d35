package org.tongqu.bench.files;

import org.tongqu.bench.stage.Cpu;

/** One way to get a sales file into a store. */
interface Contender {
    /** As in the names of figures. */
    String name();

    String zh();

    String en();

    /** What part of a file it is given: 1 for the whole of it, 50 for the fiftieth part. */
    int share();

    /** Takes the file and counts, past the clock, what it left in the store. */
    Turn take(SalesFile file) throws Exception;

    /**
     * One file taken.
     *
     * @param seconds from the first byte read to the last word said
     * @param waited seconds before the first byte, asked for by the contract and not by the work
     * @param customers in its store afterwards that were not there before
     */
    record Turn(double seconds, double waited, Cpu cpu, Counts counts, long customers) {}
}
