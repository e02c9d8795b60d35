/**
 * A million customers (百万客户): a home filled once by the product's own file road and kept, and what it is like to work with.
 * In: a seed and how many. Out: how fast it fills, how fast one record arrives, a search and a look-up answer. Refuses to know: how the hub matches.
 * Allowed neighbours: measure, stage.
 */
@NullMarked
package org.tongqu.bench.customers;

import org.jspecify.annotations.NullMarked;
