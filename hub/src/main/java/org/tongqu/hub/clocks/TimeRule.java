package org.tongqu.hub.clocks;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 时限规则: how many working hours a hop may take.
 *
 * @param productClass empty where the rule is for every class
 * @param warnHours before it is due its owner is warned
 * @param managerHours after it is due the branch's manager is told
 * @param deskHours after it is due the desk is told
 */
public record TimeRule(
        Hop hop,
        String productClass,
        String grade,
        int hours,
        int warnHours,
        int managerHours,
        int deskHours,
        @Nullable String by,
        @Nullable OffsetDateTime since) {}
