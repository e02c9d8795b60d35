/**
 * How long a page takes (页面): what people of four roles find in their menu, loaded while the demo group lives.
 * In: a living hub. Out: figures. Refuses to know: what a page shows.
 * Allowed neighbours: measure, stage.
 */
@NullMarked
package org.tongqu.bench.pages;

import org.jspecify.annotations.NullMarked;
