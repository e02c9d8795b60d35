/**
 * What the trade of the demo group is about (行业素材): firms, provinces, products, prices, credit codes.
 * In: tables kept as resources. Out: the same firm and product under the same number for ever. Refuses to know: the hub.
 * Allowed neighbours: line for the words it fills.
 */
@NullMarked
package org.tongqu.demo.trade;

import org.jspecify.annotations.NullMarked;
