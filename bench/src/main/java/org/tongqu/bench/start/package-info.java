/**
 * How long a visitor waits (启动): from the start of the process to the first page, and until the demo group is full.
 * In: a home, empty or not. Out: figures. Refuses to know: what the hub does meanwhile.
 * Allowed neighbours: measure, stage.
 */
@NullMarked
package org.tongqu.bench.start;

import org.jspecify.annotations.NullMarked;
