/**
 * What the company did to support or to control an agent, beside what became of its score.
 * Refuses to know: how a score is reckoned; whether the one came of the other.
 * In: acts of the desk and of the region's people. Out: actions that stand or were withdrawn, each with the score before and after it.
 * Allowed neighbours: platform, people, partners, channel, reconciliation.
 */
@NullMarked
@ApplicationModule(
        displayName = "support 扶植",
        allowedDependencies = {"platform", "people", "partners", "channel", "reconciliation"})
package org.tongqu.hub.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
