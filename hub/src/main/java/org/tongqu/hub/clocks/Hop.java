package org.tongqu.hub.clocks;

/** What somebody waits for: a factory's answer, a team to be named, or somebody to cover a class in a region. */
public enum Hop {
    ANSWER,
    TEAM,
    COVERAGE
}
