/**
 * An agent's sales file, from drop folder to receipt (报表入库), beside COPY-and-merge, Spring Batch and a row-by-row Camel route.
 * In: a file made for the round. Out: rows a second and CPU time a row. Refuses to know: how a contender works.
 * Allowed neighbours: measure, stage; the programs of plain by name.
 */
@NullMarked
package org.tongqu.bench.files;

import org.jspecify.annotations.NullMarked;
