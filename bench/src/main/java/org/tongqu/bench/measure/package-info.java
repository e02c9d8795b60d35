/**
 * What a figure is (度量): samples, spreads over rounds, ratios with their aim, and the lines they are printed as.
 * In: numbers. Out: lines. Refuses to know: what was measured.
 * Allowed neighbours: none.
 */
@NullMarked
package org.tongqu.bench.measure;

import org.jspecify.annotations.NullMarked;
