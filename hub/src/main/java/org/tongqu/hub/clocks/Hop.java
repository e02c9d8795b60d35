package org.tongqu.hub.clocks;

import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody waits for: a factory's answer, a team to be named, somebody to cover a class in a region, somebody to be asked for what
 * nobody is asked for, or a reply to what a factory asks.
 */
public enum Hop {
    ANSWER,
    TEAM,
    COVERAGE,
    BLOCKED,
    QUESTION;

    /** Those that time rules are for: a gap in coverage is late the day it opens. */
    public static final List<String> RULED =
            Stream.of(values()).filter(hop -> hop != COVERAGE).map(Hop::name).toList();
}
