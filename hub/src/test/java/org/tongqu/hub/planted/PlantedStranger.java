package org.tongqu.hub.planted;

/** An offence on purpose: a room on no floor that says nothing about itself. */
record PlantedStranger() {}
