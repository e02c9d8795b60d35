package org.tongqu.hub;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Before Spring sets up the log, only warnings reach the terminal. */
final class Quiet {
    private Quiet() {}

    static void untilSpringSpeaks() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
    }
}
