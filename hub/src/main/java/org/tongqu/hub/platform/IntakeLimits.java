package org.tongqu.hub.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * From where on less is let in, and nothing ({@code tongqu.intake.…}; the defaults stand in {@code application.properties}).
 *
 * @param diskSlow share of the home's disk that is free, below which callers are held back
 * @param diskShut the same, below which nothing is let in
 * @param diskPlenty free space that is enough whatever its share
 * @param backlogSlow messages kept and not yet taken, of the whole group
 * @param memorySlow share of the heap in use after the last collection
 * @param requests callers being worked on at once in this process
 * @param held share of the heap that bodies under way may hold together
 * @param longestPause of a caller who is held back, just before nothing is let in
 * @param storeFullRest for how long nothing is let in after the database said that its disk is full
 */
@ConfigurationProperties("tongqu.intake")
record IntakeLimits(
        double diskSlow,
        double diskShut,
        DataSize diskPlenty,
        long backlogSlow,
        long backlogShut,
        double memorySlow,
        double memoryShut,
        int requests,
        double held,
        Duration longestPause,
        Duration storeFullRest) {
    IntakeLimits {
        share("disk-slow", diskSlow);
        share("disk-shut", diskShut);
        share("memory-slow", memorySlow);
        share("memory-shut", memoryShut);
        share("held", held);
        refuseIf(diskShut > diskSlow, "disk-shut", "不能大于 disk-slow", "may not be more than disk-slow");
        refuseIf(memoryShut < memorySlow, "memory-shut", "不能小于 memory-slow", "may not be less than memory-slow");
        refuseIf(backlogSlow < 1, "backlog-slow", "至少为 1", "must be at least 1");
        refuseIf(backlogShut < backlogSlow, "backlog-shut", "不能小于 backlog-slow", "may not be less than backlog-slow");
        refuseIf(requests < 1, "requests", "至少为 1", "must be at least 1");
    }

    private static void share(String name, double share) {
        refuseIf(!(share > 0 && share < 1), name, "须在 0 与 1 之间", "must lie between 0 and 1");
    }

    private static void refuseIf(boolean wrong, String name, String zh, String en) {
        if (wrong) {
            throw new StartRefused("tongqu.intake." + name + " " + zh + "。", "tongqu.intake." + name + " " + en + ".");
        }
    }
}
