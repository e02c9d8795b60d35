/**
 * Who is this (是谁): same or new, with the reason. Refuses to know: where a customer's values come from.
 * In: names, USCCs, provinces. Out: a verdict and its reason.
 * Allowed neighbours: platform.
 */
@NullMarked
@ApplicationModule(
        displayName = "matching 识别",
        allowedDependencies = {"platform"})
package org.tongqu.hub.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
