/**
 * Who may speak from outside, with which key, and where it is reached. Refuses to know: what partners say.
 * In: registrations, keys. Out: senders, endpoints, product classes.
 * Allowed neighbours: platform.
 */
@NullMarked
@ApplicationModule(
        displayName = "partners 伙伴",
        allowedDependencies = {"platform"})
package org.tongqu.hub.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
