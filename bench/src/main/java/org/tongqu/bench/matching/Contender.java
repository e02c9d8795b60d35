package org.tongqu.bench.matching;

import java.util.List;

/** Something that tells which records are one customer, run as a process of its own. */
interface Contender {
    /** Of its figures. */
    String name();

    /** What it is, for a row of the table. */
    String told();

    /** To choose from by pair F1, before time is taken; one is no choice. */
    List<Double> thresholds();

    Turn take(TestSet set, List<Double> thresholds) throws Exception;
}
