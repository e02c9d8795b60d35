/**
 * Who is this (是谁): same, new, or ask a person, with the reason. Refuses to know: customers and their values.
 * In: what records say, and people's decisions. Out: which records are one firm, and why.
 * Allowed neighbours: platform.
 */
@NullMarked
@ApplicationModule(
        displayName = "matching 识别",
        allowedDependencies = {"platform"})
package org.tongqu.hub.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
