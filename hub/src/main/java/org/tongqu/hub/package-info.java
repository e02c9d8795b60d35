/**
 * The hub (总站): its commands, and one run of it from the servers up and down again.
 * In: the launcher's word and the environment. Out: a hub that takes work, or a refusal in two languages. Refuses to know: what the rooms do.
 * Allowed neighbours: platform.
 */
@NullMarked
package org.tongqu.hub;

import org.jspecify.annotations.NullMarked;
