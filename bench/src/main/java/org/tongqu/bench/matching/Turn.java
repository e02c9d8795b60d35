package org.tongqu.bench.matching;

import java.util.Map;

/**
 * What a contender did with the records once.
 *
 * @param seconds from the start of its process to its end, files read and written
 * @param cpu seconds of the processor, its database server's with it
 * @param megabytes of memory that were resident at most, its database server's process with it
 * @param groups of each record, by threshold
 */
record Turn(double seconds, double cpu, double megabytes, Map<Double, Map<String, String>> groups) {}
