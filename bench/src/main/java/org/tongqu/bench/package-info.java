/**
 * Benchmarks (基准测试): the hub as its users run it, beside plain programs that do the same work, in the same minutes on the same machine.
 * In: a name or none. Out: lines of figures. Refuses to know: the hub's code.
 * Allowed neighbours: its own packages measure, stage, files, visit, inlets.
 */
@NullMarked
package org.tongqu.bench;

import org.jspecify.annotations.NullMarked;
