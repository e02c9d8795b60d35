/**
 * What benches run on (台架): the hub and its rivals as processes of their own, their store, and a meter of their CPU time.
 * In: a folder and the built programs. Out: running programs, and nothing of them afterwards. Refuses to know: what is measured.
 * Allowed neighbours: measure; the program of plain by name.
 */
@NullMarked
package org.tongqu.bench.stage;

import org.jspecify.annotations.NullMarked;
