/**
 * The pages and the read APIs' shell: menu, home, words in Chinese and English. Refuses to know: how anything is decided.
 * In: requests of signed-in people. Out: pages.
 * Allowed neighbours: platform, people, partners, journal, matching, customers, visits, sales, channel, needs, keeping, demand, dispatch, analysis, reconciliation, clocks, coverage, reminders, service, support, handbook.
 */
@NullMarked
@ApplicationModule(
        displayName = "console 控制台",
        allowedDependencies = {
            "platform",
            "people",
            "partners",
            "journal",
            "matching",
            "customers",
            "visits",
            "sales",
            "channel",
            "needs",
            "keeping",
            "demand",
            "dispatch",
            "analysis",
            "reconciliation",
            "clocks",
            "coverage",
            "reminders",
            "service",
            "support",
            "handbook"
        })
package org.tongqu.hub.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
