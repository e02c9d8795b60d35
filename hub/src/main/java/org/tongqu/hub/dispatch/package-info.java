/**
 * Who is sent to help with a need: technicians, the team proposed for each need, its days, its end and what it leaves behind.
 * Refuses to know: how a need is graded, what factories answer.
 * In: news of needs graded and ended, acts of people. Out: teams, bookings, notices, knowledge notes.
 * Allowed neighbours: platform, people, partners, clocks, needs.
 */
@NullMarked
@ApplicationModule(
        displayName = "dispatch 派工",
        allowedDependencies = {"platform", "people", "partners", "clocks", "needs"})
package org.tongqu.hub.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
