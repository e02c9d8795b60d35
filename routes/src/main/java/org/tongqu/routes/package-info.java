/**
 * The roads (路由): every stop named once, and what happens when something on a road breaks.
 * In: nothing. Out: names, error words, and the one reading of what two wires carry. Refuses to know: tables, rooms, business rules.
 * Allowed neighbours: canon, the connectors.
 */
@NullMarked
package org.tongqu.routes;

import org.jspecify.annotations.NullMarked;
