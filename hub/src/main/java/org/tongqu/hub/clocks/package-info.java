/**
 * The house's one clock: working days and hours, holidays, how long each hop may take, and which waits run. Refuses to know: what is waited for.
 * In: acts of people, waits that rooms tell of. Out: when a thing is due, when it is warned of, when it goes up the ladder.
 * Allowed neighbours: platform, people, partners.
 */
@NullMarked
@ApplicationModule(
        displayName = "clocks 时限",
        allowedDependencies = {"platform", "people", "partners"})
package org.tongqu.hub.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
