/**
 * Who may speak from outside, with which key, where it is reached, how it sells and cuts the country. Refuses to know: what partners say.
 * In: registrations, keys, settings. Out: senders, endpoints, profiles, zones, product classes.
 * Allowed neighbours: platform, people.
 */
@NullMarked
@ApplicationModule(
        displayName = "partners 伙伴",
        allowedDependencies = {"platform", "people"})
package org.tongqu.hub.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
