/**
 * Which records are one customer (客户匹配): the product's own engine beside an exact name, a trigram join and a record-linkage library, on the same records.
 * In: records and the truth about them. Out: how right each is, records a second, CPU time and memory. Refuses to know: how a contender works.
 * Allowed neighbours: measure, stage; the program of plain by name.
 */
@NullMarked
package org.tongqu.bench.matching;

import org.jspecify.annotations.NullMarked;
