package org.tongqu.hub.planted;

import org.springframework.scheduling.annotation.Scheduled;

/** An offence on purpose: a room on no floor that says nothing about itself, and holds up the clock. */
record PlantedStranger() {
    @Scheduled(fixedDelay = 1_000)
    void dawdles() {}
}
