package org.tongqu.hub.platform;

/** Where the sluice reads how things stand. */
@FunctionalInterface
interface IntakeReadings {
    IntakeReading now();
}
