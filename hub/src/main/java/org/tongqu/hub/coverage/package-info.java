/**
 * Who is there for which product class in which region, who stands in, which cells are empty, and whose a need is besides whoever raised it.
 * Refuses to know: how a need is answered.
 * In: acts of people, news of needs graded. Out: the matrix, gaps as waits of the desk, owners of needs.
 * Allowed neighbours: platform, people, partners, clocks, needs.
 */
@NullMarked
@ApplicationModule(
        displayName = "coverage 覆盖",
        allowedDependencies = {"platform", "people", "partners", "clocks", "needs"})
package org.tongqu.hub.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
