/**
 * One inbox of what runs late or soon will, for each person: cause, due, snooze, done; beside it what dispatch told the person.
 * Refuses to know: what is waited for and how it ends.
 * In: waits of all rooms, acts of people. Out: reminders, each once.
 * Allowed neighbours: platform, people, clocks, coverage, dispatch.
 */
@NullMarked
@ApplicationModule(
        displayName = "reminders 提醒",
        allowedDependencies = {"platform", "people", "clocks", "coverage", "dispatch"})
package org.tongqu.hub.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
